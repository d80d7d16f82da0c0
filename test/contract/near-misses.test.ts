import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AUTUMN, NEW, sample } from '../support/sample.ts';
import { changed, problemLines } from '../support/tree.ts';

/** What people write, with what they meant; null where that is not clear and the message explains the format. */
const DATES: readonly (readonly [string, string | null])[] = [
  ['2025-9', '2025-09'],
  ['2025-9-1', '2025-09-01'],
  ['2025/09', '2025-09'],
  ['2025.09.01', '2025-09-01'],
  ['20250901', '2025-09-01'],
  ['1-9-2025', '2025-09-01'],
  ['01/09/2025', '2025-09-01'],
  ['9-2025', '2025-09'],
  ['september 2025', '2025-09'],
  ['1 sep. 2025', '2025-09-01'],
  ['najaar 2025', '2025-23'],
  ['2025 Herfst', '2025-23'],
  [' 2025-09', '2025-09'],
  ['2025-13', null],
  ['31-9-25', null],
  ['25-09', null],
  ['eind 2025', null],
  ['ma 2025', null],
];

for (const [written, meant] of DATES)
  test(`"${written}" for a date: ${meant ?? 'the format is explained'}`, () => {
    const [line, ...more] = problemLines(
      changed(sample, `${AUTUMN}/meting.yaml`, 'datum: "2025-23"', `datum: "${written}"`),
    );
    assert.equal(more, []);
    assert.is(
      line,
      `${AUTUMN}/meting.yaml:2:8: "${written}" is geen datum; ${
        meant === null
          ? 'schrijf "2025-11-03", "2025-11", "2025", of een seizoen als "2025-23" (21 lente, 22 zomer, 23 herfst, 24 winter)'
          : `bedoelde u "${meant}"?`
      }`,
    );
  });

const OTHERS: readonly (readonly [path: string, from: string, to: string, ends: string])[] = [
  ['site.yaml', 'adres: https://proef.example', 'adres: proef.example', 'bedoelde u "https://proef.example"?'],
  ['site.yaml', 'adres: https://proef.example', 'adres: http://proef.example/', 'bedoelde u "https://proef.example"?'],
  ['site.yaml', 'adres: https://proef.example', 'adres: proef', 'zonder schuine streep aan het eind'],
  ['site.yaml', 'contact: ', 'contact: mailto:', 'is geen e-mailadres; bedoelde u "'],
  ['site.yaml', 'pad: /', 'pad: Proef', 'bedoelde u "/proef/"?'],
  ['site.yaml', 'rapporten:', 'huisstijl: Huisstijl\nrapporten:', 'bedoelde u "huisstijl.css"?'],
  ['site.yaml', 'rapporten:', 'repository: www.git.example/x\nrapporten:', 'bedoelde u "https://www.git.example/x"?'],
  [`${NEW}/norm.yaml`, 'volledig: true', 'volledig: ja', 'bedoelde u true?'],
  [`${NEW}/norm.yaml`, 'volledig: true', 'volledig: misschien', 'zonder aanhalingstekens'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: "70"', 'bedoelde u 70?'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: 70,5 %', 'bedoelde u 70.5?'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: 070', '070 is geen gewoon getal; bedoelde u 70?'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: 0x46', '0x46 is geen gewoon getal; bedoelde u 70?'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: -0', '-0 is geen gewoon getal; bedoelde u 0?'],
  [`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: zeventig', 'en met een punt voor decimalen'],
];

for (const [path, from, to, ends] of OTHERS)
  test(`"${to.split('\n')[0]}": ${ends}`, () => {
    const [line, ...more] = problemLines(changed(sample, path, from, to));
    assert.equal(more, []);
    assert.ok(line?.startsWith(`${path}:`) && line.includes(ends), line);
  });

test.run();
