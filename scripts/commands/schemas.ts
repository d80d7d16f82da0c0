import { jsonSchemas } from '../contract/json-schema.ts';
import { writeFiles } from '../io/output.ts';
import { settleEdits } from '../io/write-edits.ts';
import { runCommand } from '../cli/run.ts';
import { writeReportSchemas } from '../editing/write-schemas.ts';

await runCommand(
  {
    name: 'npm run schemas',
    description: 'Schrijft de JSON-schema’s waarmee een teksteditor de gegevens uitlegt en controleert.',
    options: {
      output: { value: 'MAP', description: 'map voor de schema’s', default: 'data/schema' },
      data: {
        value: 'MAP',
        description: 'map met gegevens; van elk rapport komen er schema’s met de eigen ids',
        default: 'data',
      },
    },
  },
  ({ output: folder, data }, output) => {
    settleEdits(data, output.err);
    const files = [...jsonSchemas()].map(([path, content]) => ({ path, content }));
    writeFiles(folder, files);
    output.out(`${files.length} schema’s geschreven naar ${folder}.`);
    writeReportSchemas(data);
    output.out(`Met de ids van elk rapport staan ze in ${data}/schema; git laat die ids buiten beschouwing.`);
    return 0;
  },
);
