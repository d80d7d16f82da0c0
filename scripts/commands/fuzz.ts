import { spawn } from 'node:child_process';
import { UsageError } from '../model/problem.ts';
import { runCommand } from '../cli/run.ts';
import { testRunner } from '../io/project.ts';

await runCommand(
  {
    name: 'npm run fuzz',
    description:
      'Voert het programma miljoenen verzonnen en kapotte gegevens, en kijkt of het nooit vastloopt en nooit iets gevaarlijks maakt.',
    options: { minutes: { value: 'AANTAL', description: 'hoelang, per soort proef', default: '5' } },
    examples: ['npm run fuzz', 'npm run fuzz -- --minutes 60'],
  },
  ({ minutes }) => {
    if (!(Number(minutes) > 0)) throw new UsageError(`"${minutes}" is geen aantal minuten`);
    const child = spawn(process.execPath, ['--import', 'tsx', testRunner(), 'test/fuzz', String.raw`\.test\.ts$`], {
      stdio: 'inherit',
      env: { ...process.env, FUZZ_MINUTES: minutes },
    });
    return new Promise<number>((resolve) => {
      child.on('close', (status) => resolve(status ?? 1));
    });
  },
);
