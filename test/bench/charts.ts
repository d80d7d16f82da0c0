import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { specification } from '../../scripts/charts/chart.ts';
import { ChartRenderer } from '../../scripts/charts/renderer.ts';
import { runCommand } from '../../scripts/cli/run.ts';
import { USUAL, type Sample } from '../support/chart-inputs.ts';

/** The same chart with another number each time, so that nothing can come from a cache. */
function varied({ input }: Sample, turn: number): never {
  return JSON.parse(
    JSON.stringify(input)
      .replace(/"(label|fromTitle|title)":"/, `"$1":"${turn} `)
      .replace(/"lower":([\d.]+)/, (_, lower: string) => `"lower":${Number(lower) + turn / 10_000}`),
  ) as never;
}

async function milliseconds(count: number, draw: (turn: number) => unknown): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < count; turn++) await draw(turn);
  return (performance.now() - start) / count;
}

function shown(value: number, digits = 2): string {
  return value.toFixed(digits).replace('.', ',').padStart(8);
}

await runCommand(
  {
    name: 'npm run bench-charts',
    description: 'Meet hoe lang het tekenen van een grafiek duurt, naast elke grafiek apart vertalen en tekenen.',
    options: { count: { value: 'AANTAL', description: 'grafieken per soort', default: '1000' } },
  },
  async ({ count }, { out }) => {
    out('soort          ms/grafiek   apart   keer sneller');
    for (const [name, sample] of Object.entries(USUAL)) {
      const renderer = new ChartRenderer();
      renderer.draw(sample.kind, 'narrow', sample.input);
      const fed = await milliseconds(Number(count), (turn) =>
        renderer.draw(sample.kind, 'narrow', varied(sample, turn)),
      );
      const naive = await milliseconds(Math.ceil(Number(count) / 10), async (turn) => {
        const view = new View(
          parse(compile(specification(sample.kind, 'narrow', sample.kind.datasets(varied(sample, turn)))).spec),
          { renderer: 'none' },
        );
        await view.toSVG();
        view.finalize();
      });
      out(`${name.padEnd(14)} ${shown(fed)} ${shown(naive)} ${shown(naive / fed, 1)}`);
    }
    return 0;
  },
);
