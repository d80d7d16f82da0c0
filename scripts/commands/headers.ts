import { runCommand } from '../cli/run.ts';
import { readData } from '../io/read.ts';
import { settleEdits } from '../io/write-edits.ts';
import { UsageError } from '../model/problem.ts';
import { buildReport } from '../report.ts';
import { type Listen, nginxConfig } from '../site/headers/nginx.ts';
import { redirectsIn } from '../site/published-addresses.ts';
import { githubPagesNote } from '../site/headers/static-hosts.ts';

function listenOf(port: string): Listen {
  if (port === '') return { kind: 'https' };
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535)
    throw new UsageError(`"${port}" is geen poort; noem een getal van 1 tot en met 65535`);
  return { kind: 'http', port: Number(port) };
}

await runCommand(
  {
    name: 'npm run headers',
    description:
      'Drukt af hoe een webserver de site veilig verstuurt: met welke koppen, en hoe lang een browser iets bewaart.',
    options: {
      server: {
        value: 'SOORT',
        description: '"nginx", of "github-pages" voor wat daar niet kan; het bestand _headers staat al in de site',
        default: 'nginx',
      },
      data: { value: 'MAP', description: 'map met gegevens, voor het adres van de site', default: 'data' },
      root: { value: 'MAP', description: 'map van de site op de server', default: '/var/www/site' },
      port: { value: 'POORT', description: 'zonder certificaat, achter een andere server die dat wel heeft' },
      brotli: { description: 'de module brotli-static van nginx is er' },
    },
    examples: ['npm run -s headers > /etc/nginx/sites-available/norm', 'npm run -s headers -- --server github-pages'],
  },
  ({ server, data, root, port, brotli }, { out, err }) => {
    if (server === 'github-pages') return (out(githubPagesNote()), 0);
    if (server !== 'nginx') throw new UsageError(`onbekende server "${server}"; kies "nginx" of "github-pages"`);
    settleEdits(data, err);
    const sources = readData(data);
    const { report } = buildReport(sources);
    if (!report) return (err('De gegevens kloppen niet; zie npm run validate.'), 1);
    out(
      nginxConfig(report.settings, {
        root,
        listen: listenOf(port),
        brotli: brotli === 'true',
        redirects: redirectsIn(sources, report),
      }),
    );
    return 0;
  },
);
