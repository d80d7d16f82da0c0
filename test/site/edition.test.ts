import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findReport } from '../../scripts/editing/draft.ts';
import { freeze, takeOut } from '../../scripts/editing/edition.ts';
import { frozenText, readData } from '../../scripts/io/read.ts';
import { buildReport } from '../../scripts/report.ts';
import { chartForever, chartsOf } from '../../scripts/site/charts/of-report.ts';
import { downloadsOf } from '../../scripts/site/downloads/downloads.ts';
import { editionFiles } from '../../scripts/site/downloads/edition.ts';
import { pageItems } from '../../scripts/site/pages/all.ts';
import { contextOf } from '../support/context.ts';
import { recompute } from '../support/recompute.ts';
import { AUTUMN, NEW, sample } from '../support/sample.ts';
import { changed, folderOf, reportOf, type Tree } from '../support/tree.ts';

const DAY = '2026-01-05';

function withEdition(tree: Tree): Tree {
  const folder = folderOf(tree);
  const found = findReport(folder, '');
  if ('refused' in found) throw new Error(found.refused);
  const plan = freeze(folder, found.report, { id: DAY });
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  return { ...tree, ...Object.fromEntries(plan.edits.map(({ path, text }) => [path, text])) };
}

const frozen = withEdition(sample);

interface Row {
  readonly id: string;
  readonly said: object | null;
  readonly citation: string | null;
  readonly now: { readonly said: { readonly value: string } | null; readonly corrections: readonly object[] } | null;
}

/** Every line of every round of the edition, by the address that its citation links to. */
function linesOf(tree: Tree): ReadonlyMap<string, Row> {
  const folder = folderOf(tree);
  const { report, problems } = buildReport(folder);
  if (!report) throw new Error(problems.map(({ message }) => message).join('\n'));
  const pages = pageItems(contextOf(report).reports).get('editionRound')!;
  return new Map(
    pages.flatMap(({ address, view }) => {
      const { total, themes, organisations, points } = view as Readonly<Record<string, Row | readonly Row[]>>;
      return [total, themes, organisations, points]
        .flat()
        .map((row): [string, Row] => [`${address}#${(row as Row).id}`, row as Row]);
    }),
  );
}

const before = linesOf(frozen);
const TOTAL = `/editie/${DAY}/norm/2.0/meting/najaar/#totaal`;

test('a citation says who says what, of which round, in which edition, and where that is', () => {
  assert.is(
    before.get(`/editie/${DAY}/norm/2.0/meting/najaar/#organisatie_bedam`)!.citation,
    'Proefprovincie, Proefrapport, editie van 5 januari 2026. Norm 2.0, Meting in het najaar (najaar 2025), Gemeente Bedam: 67% (2 van de 3 behaald). https://proef.example/editie/2026-01-05/norm/2.0/meting/najaar/#organisatie_bedam',
  );
  assert.ok([...before.values()].every(({ now }) => now === null));
});

const corrected = changed(
  changed(frozen, `${AUTUMN}/resultaten/bedam.yaml`, 'status: niet behaald', 'status: deels behaald'),
  `${AUTUMN}/meting.yaml`,
  'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n',
  `correcties:
  - {datum: "2026-02-03", punt: gesprek, organisatie: bedam, oud: niet behaald, nieuw: deels behaald, reden: Een telfout.}
`,
);
const renamed = changed(frozen, 'proef/organisaties.yaml', 'naam: Gemeente Bedam', 'naam: Gemeente Groot-Bedam');
/** All that has a title has another. */
const retitled = (
  [
    ['proef/rapport.yaml', 'titel: Proefrapport', 'titel: Ander rapport'],
    [`${NEW}/norm.yaml`, 'titel: Nieuwe norm', 'titel: Andere norm'],
    [`${NEW}/norm.yaml`, 'titel: Beleid', 'titel: Ander thema'],
    [`${NEW}/norm.yaml`, 'titel: Er is een plan', 'titel: Er is een ander plan'],
    [`${AUTUMN}/meting.yaml`, 'titel: Meting in het najaar', 'titel: Andere meting'],
  ] as const
).reduce((tree, [file, from, to]) => changed(tree, file, from, to), frozen);
const ROUND = `${NEW}/metingen/2026`;
const nextRound: Tree = {
  ...frozen,
  [`${ROUND}/meting.yaml`]: 'titel: Meting 2026\ndatum: "2026-05"\nsoort: tussenmeting\nniveau: punten\n',
  ...Object.fromEntries(
    ['adam', 'bedam', 'water'].map((name) => [
      `${ROUND}/resultaten/${name}.yaml`,
      frozen[`${AUTUMN}/resultaten/${name}.yaml`]!.replace('    verwacht: "2026-06"\n', ''),
    ]),
  ),
};
const nextNorm: Tree = {
  ...frozen,
  'proef/normen/3.0/norm.yaml': `versie: "3.0"
titel: Nieuwste norm
samenvatting: Eén punt.
status: van kracht
deelnemers: [adam]
volledig: true
themas: []
ambitiepunten:
  - {id: nieuw-plan, titel: Er is een nieuw plan}
`,
};

/**
 * The edition as another release of the program would have frozen it, which published more of everything and in another
 * order. The program has had one version of the format so far.
 */
function upgraded(tree: Tree): Tree {
  const [json, zip] = [`proef/edities/${DAY}.json`, `proef/edities/${DAY}.zip`];
  function more(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(more);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [key, key === 'editie' ? inner : more(inner)] as const);
    return { ...Object.fromEntries(entries.toReversed()), nieuw_veld: 1 };
  }
  const content = more((JSON.parse(tree[json]!) as { inhoud: unknown }).inhoud);
  const sha256 = createHash('sha256').update(frozenText(content)).digest('hex');
  const hash = createHash('sha256').update(Buffer.from(tree[zip]!, 'base64')).digest('hex');
  return { ...tree, [json]: `${JSON.stringify({ sha256, zip: hash, inhoud: content })}\n` };
}

for (const [what, tree] of Object.entries({
  'a correction': corrected,
  'a renamed organisation': renamed,
  'another title of all that has one': retitled,
  'an upgrade to a program that publishes more': upgraded(frozen),
  'a new round': nextRound,
  'a new norm': nextNorm,
})) {
  test(`a citation followed after ${what} gives the same figure`, () => {
    const after = linesOf(tree);
    assert.equal([...after.keys()], [...before.keys()]);
    for (const [address, { said, citation }] of before) {
      assert.equal(after.get(address)!.said, said, address);
      assert.is(after.get(address)!.citation, citation);
    }
  });
}

test('next to a corrected figure is the present one, with the correction; next to the others there is nothing', () => {
  const after = linesOf(corrected);
  const other = [...after].filter(([, { now }]) => now !== null).map(([address]) => address.split('#')[1]);
  assert.equal(other, ['totaal', 'thema_beleid', 'organisatie_bedam', 'ambitiepunt_gesprek']);
  assert.is(after.get(TOTAL)!.now!.said!.value, '75%');
  assert.is(after.get(TOTAL)!.now!.corrections.length, 1);
});

test('the files of an edition are those that were published on that day, and the hash is that of rapport.json', () => {
  const edition = reportOf(frozen).data.editions[0]!;
  const files = new Map(editionFiles(edition, '').map(({ path, content }) => [path, content]));
  for (const { path, content } of downloadsOf(reportOf(sample)).filter((each) => each.path.endsWith('.csv')))
    assert.is(Buffer.from(files.get(path.split('/').at(-1)!)!).toString(), content);
  const { editie, ...rest } = JSON.parse(Buffer.from(files.get('rapport.json')!).toString());
  assert.is(editie.datum, DAY);
  const then = downloadsOf(reportOf(sample)).find(({ path }) => path.endsWith('rapport.json'))!;
  assert.equal(rest, JSON.parse(then.content));
  assert.is(createHash('sha256').update(files.get('rapport.json')!).digest('hex'), edition.sha256);
});

test('the page in the archive opens from disk: it loads nothing, and says nothing of the present', () => {
  const edition = reportOf(corrected).data.editions[0]!;
  const page = Buffer.from(unzipSync(Buffer.from(edition.zip, 'base64'))['editie.html']!).toString();
  assert.not.match(page, /<script|<link|src=|https?:/);
  assert.match(page, /Gemeente Bedam<\/th><td>67%/);
});

test('recomputing an edition gives what was published, and the hash on its page, even if something was taken out', async () => {
  const edition = reportOf(frozen).data.editions[0]!;
  async function recomputed(of: typeof edition) {
    const files = new Map(editionFiles(of, '').map(({ path, content }) => [path, Buffer.from(content).toString()]));
    return recompute(async (name) => files.get(name)!);
  }
  const outcome = await recomputed(edition);
  assert.equal(outcome.differences, []);
  assert.equal(outcome.edition, { day: DAY, sha256: edition.sha256 });
  const hidden = changed(frozen, `${AUTUMN}/resultaten/water.yaml`, 'loket: niet behaald', 'loket: niet openbaar');
  const folder = folderOf(hidden);
  const found = findReport(folder, '');
  if ('refused' in found) throw new Error(found.refused);
  const plan = takeOut(folder, found.report);
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  const without = { ...hidden, ...Object.fromEntries(plan.edits.map(({ path, text }) => [path, text])) };
  assert.equal((await recomputed(reportOf(without).data.editions[0]!)).differences, []);
});

test('the editions that are shipped say what they said when they were frozen', () => {
  const { report } = buildReport(readData('data'));
  const items = pageItems(contextOf(report!).reports).get('editionRound')!;
  function cited(address: string, id: string) {
    const view = items.find((each) => each.address === `/voorbeeld/editie/${address}/`)!.view as {
      readonly total: Row;
      readonly organisations: readonly Row[];
    };
    return [view.total, ...view.organisations].find((row) => row.id === id)!.citation!.replace(/ https:.*/, '');
  }
  const source = 'Redactie Flevolandse Norm, Norm Voorbeeldland (verzonnen regio Voorbeeldland)';
  assert.is(
    cited('2025-09-10/norm/2.0/meting/2025-nulmeting', 'totaal'),
    `${source}, editie van 10 september 2025. Norm 2.0, Nulmeting 2025 (juni 2025), alle organisaties samen: 49% (63 behaald en 47 deels behaald, van de 176; een deels behaald punt telt voor de helft; gerapporteerd: 48%).`,
  );
  assert.is(
    cited('2026-06-15/norm/2.0/meting/2026-tussenmeting', 'organisatie_modelstad'),
    `${source}, editie van 15 juni 2026. Norm 2.0, Tussenmeting voorjaar 2026 (april 2026), Gemeente Modelstad: tussen 66% en 71% (15 behaald en 6 deels behaald, van de 27; van 1 is het resultaat niet bekend; een deels behaald punt telt voor de helft).`,
  );
});

test('every chart leads to where its figures stay: the same chart, the line of what it is about, or the edition', () => {
  const { report } = buildReport(folderOf(nextRound));
  const [context] = contextOf(report!).reports;
  const there = new Set([
    ...linesOf(nextRound).keys(),
    ...[...pageItems([context!]).values()].flatMap((items) => items.map(({ address }) => address)),
  ]);
  const charts = chartsOf(context!);
  const led = new Map(charts.map((chart) => [chart.id, chartForever(context!, chart)]));
  for (const [id, address] of led) if (address) assert.ok(there.has(address), `${id}: ${address}`);
  // Of the round that was held after the edition nothing stays yet.
  const without = [...led].filter(([, address]) => address === null).map(([id]) => id);
  assert.ok(
    without.every((id) => charts.find((each) => each.id === id)!.subject!.round === '2026'),
    without.join(),
  );
  const kinds = [/\/grafiek\//, /#organisatie_/, /#thema_/, /\/editie\/2026-01-05\/$/];
  const before = contextOf(buildReport(folderOf(frozen)).report!).reports[0]!;
  const addresses = chartsOf(before).map((chart) => chartForever(before, chart) ?? '');
  for (const kind of kinds)
    assert.ok(
      addresses.some((address) => kind.test(address)),
      `${kind}: ${addresses.join()}`,
    );
  assert.not(addresses.includes(''));
});

test.run();
