import { jsonSchemas } from './contract/json-schema.ts';
import { writeFiles } from './io/output.ts';
import { runCommand } from './io/run.ts';

await runCommand({
  name: 'npm run schemas',
  description: 'Schrijft de JSON-schema’s waarmee een teksteditor de gegevens uitlegt en controleert.',
  options: { output: { value: 'MAP', description: 'map voor de schema’s', default: 'data/schema' } },
}, ({ output: folder }, output) => {
  const files = [...jsonSchemas()].map(([path, content]) => ({ path, content }));
  writeFiles(folder, files);
  output.out(`${files.length} schema’s geschreven naar ${folder}.`);
  return 0;
});
