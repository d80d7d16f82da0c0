import { runCommand } from '../cli/run.ts';
import { verifySite } from '../io/manifest.ts';

await runCommand(
  {
    name: 'npm run verify',
    description: 'Controleert of een site nog precies zo is als ze is gebouwd, met de lijst in data/manifest.json.',
    options: { site: { value: 'MAP-OF-ADRES', description: 'map of webadres van de site', positional: true } },
    examples: ['npm run verify -- _site', 'npm run verify -- https://norm.example'],
  },
  async ({ site }, { out, err }) => {
    const { checked, differences } = await verifySite(site);
    for (const difference of differences) err(difference);
    if (differences.length > 0)
      err(`${differences.length} ${differences.length === 1 ? 'verschil' : 'verschillen'} met data/manifest.json`);
    else out(`De site klopt: ${checked} bestanden gecontroleerd.`);
    return differences.length > 0 ? 1 : 0;
  },
);
