import { runCommand } from '../cli/run.ts';
import { billOfMaterials, packagesHere } from '../io/lock-file.ts';

await runCommand(
  {
    name: 'npm run -s sbom',
    description: 'Drukt af welke pakketten dit programma gebruikt (SPDX), met hun versie, licentie en controlegetal.',
    options: {},
    examples: ['npm run -s sbom > sbom.spdx.json'],
  },
  (_, { out }) => {
    out(billOfMaterials(packagesHere(), new Date()).trimEnd());
    return 0;
  },
);
