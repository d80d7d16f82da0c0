import { DOMParser, type Element } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readData } from '../../../scripts/io/read.ts';
import { buildReport, type SiteReport } from '../../../scripts/report.ts';
import { downloadsOf } from '../../../scripts/site/downloads/downloads.ts';
import { paperIn } from '../../../scripts/site/downloads/paper.ts';
import { NEW, sample } from '../../support/sample.ts';
import { changed, folderOf } from '../../support/tree.ts';

type Row = Readonly<Record<string, string>>;

/** A document as its reader sees it, read by the standard alone (ECMA-376). */
interface ReadPaper {
  readonly text: string;
  /** Rows of its tables, header rows included. */
  readonly rows: readonly (readonly string[])[];
  /** Label of each bar, and the numbers of the chart. */
  readonly bars: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  readonly parts: ReadonlyMap<string, string>;
}

function within(element: Pick<Element, 'getElementsByTagName'>, name: string): Element[] {
  return Array.from(element.getElementsByTagName(name));
}

function textIn(element: Pick<Element, 'getElementsByTagName'>): string {
  return within(element, 'w:t')
    .map((each) => each.textContent)
    .join('');
}

function xmlOf(text: string) {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');
}

function pointsIn(element: Element): (string | null)[] {
  const found = new Map(within(element, 'c:pt').map((each) => [each.getAttribute('idx'), textOfValue(each)]));
  const count = Number(within(element, 'c:ptCount')[0]!.getAttribute('val'));
  return Array.from({ length: count }, (_, at) => found.get(String(at)) ?? null);
}

function textOfValue(point: Element): string {
  return within(point, 'c:v')[0]!.textContent ?? '';
}

function readPaper(bytes: Uint8Array): ReadPaper {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const document = xmlOf(parts.get('word/document.xml')!);
  const chart = parts.get('word/charts/chart1.xml');
  const series = chart ? within(xmlOf(chart), 'c:ser') : [];
  const labels = series[0] ? pointsIn(within(series[0], 'c:cat')[0]!) : [];
  const values = series.map((each) => pointsIn(within(each, 'c:val')[0]!));
  return {
    text: within(document, 'w:p').map(textIn).join('\n'),
    rows: within(document, 'w:tr').map((row) => within(row, 'w:tc').map(textIn)),
    bars: labels.map((label, at) => ({
      label: label!,
      values: values.map((each) => (each[at] === null ? null : Number(each[at]))),
    })),
    parts,
  };
}

function paper(site: SiteReport, report: string, norm: string, meting: string, organisatie = ''): ReadPaper {
  const made = paperIn(site, { report, norm, meting, organisatie });
  if ('refused' in made) throw new Error(made.refused);
  return readPaper(made.bytes);
}

const SCALE = 10_000;

// Written from the design, not from the code: figures, "Shown".
function scaled(text: string): number {
  const [whole = '', decimals = ''] = text.split(',');
  return Number(whole) * SCALE + Number(decimals.padEnd(4, '0'));
}

function shown({ percentage = '', ondergrens = '', bovengrens = '' }: Row): readonly [sentence: string, cell: string] {
  if (percentage !== '') {
    const value = scaled(percentage);
    const near = Math.floor((value + SCALE / 2) / SCALE);
    const whole = near === 100 && value !== 100 * SCALE ? 99 : near === 0 && value !== 0 ? 1 : near;
    return [`${whole}%`, `${whole}%`];
  }
  const [low, high] = [Math.floor(scaled(ondergrens) / SCALE), Math.ceil(scaled(bovengrens) / SCALE)];
  return [`tussen ${low}% en ${high}%`, `${low}–${high}%`];
}

for (const data of ['data', 'test/fixtures/ruigland/data', 'test/fixtures/krijtland']) {
  const site = buildReport(readData(data)).report!;
  for (const report of site.reports) {
    const { id } = report.data;
    const csv = downloadsOf(report).find(({ path }) => path.endsWith('data/cijfers.csv'))!.content;
    const figures = parse(csv, { columns: true, delimiter: ';', bom: true }) as Row[];

    test(`the figures of every paper about ${data}/${id} equal those in cijfers.csv`, () => {
      for (const { norm, rounds } of report.norms)
        for (const { round } of rounds) {
          const own = figures.filter((row) => row['norm'] === norm.version && row['meting'] === round.id);
          const whole = paper(site, id, norm.version, round.id);
          const total = own.find(({ bereik }) => bereik === 'totaal');
          if (total?.['ondergrens']) assert.ok(whole.text.includes(shown(total)[0]), whole.text);
          else if (total?.['gerapporteerd']) assert.ok(whole.text.includes(`${total['gerapporteerd']}%`));
          for (const { organisation } of norm.participants) {
            const row = own.find((each) => each['bereik'] === 'organisatie' && each['organisatie'] === organisation);
            const { name } = report.data.organisations.find((each) => each.id === organisation)!;
            const { text, bars } = paper(site, id, norm.version, round.id, organisation);
            assert.ok(text.includes(name.replace(/^Gemeente|^Provincie|^Waterschap|^Politie/, '').trim()));
            if (!norm.complete || !row?.['ondergrens']) {
              assert.equal(bars, []);
              continue;
            }
            assert.ok(text.includes(shown(row)[0]), `${round.id} ${name}: ${text}`);
            const cells = whole.rows.find(([first]) => first === name || first?.startsWith(`${name} (`));
            assert.is(cells?.[1], shown(row)[1]);
          }
          for (const theme of norm.themes) {
            const row = own.find((each) => each['bereik'] === 'thema' && each['thema'] === theme.id);
            const bar = whole.bars.find(({ label }) => label.startsWith(`${theme.title}: `));
            if (!bar || !row?.['ondergrens']) continue;
            assert.is(bar.label, `${theme.title}: ${shown(row)[1]}`);
            const [low, high] = [scaled(row['ondergrens']), scaled(row['bovengrens']!)];
            assert.is(Math.round(bar.values[0]! * SCALE), low);
            assert.is(Math.round((bar.values[1] ?? 0) * SCALE), high - low);
          }
        }
    });
  }
}

const example = buildReport(readData('data')).report!;

test('a paper is accessible: headings, table headers, language, and a text alternative for each picture', () => {
  const { parts } = paper(example, 'voorbeeld', '2.0', '2026-tussenmeting', 'modelstad');
  const document = xmlOf(parts.get('word/document.xml')!);
  const styles = within(document, 'w:pStyle').map((each) => each.getAttribute('w:val'));
  assert.is(styles.filter((style) => style === 'Title').length, 1);
  assert.is(styles.filter((style) => style === 'Heading1').length, 3);
  assert.ok(styles.includes('Heading2'));
  for (const table of within(document, 'w:tbl')) {
    const [head] = within(table, 'w:tr');
    assert.is(within(head!, 'w:tblHeader').length, 1);
    assert.ok(within(table, 'w:tblCaption')[0]?.getAttribute('w:val'));
  }
  const pictures = within(document, 'wp:docPr').map((each) => each.getAttribute('descr') ?? '');
  assert.is(pictures.length, 1);
  assert.match(pictures[0]!, /Integriteit: 50–75%/);
  assert.match(parts.get('word/styles.xml')!, /<w:lang w:val="nl-NL"/);
  assert.match(parts.get('docProps/core.xml')!, /<dc:title>Voortgang norm 2\.0/);
});

test('every part of a paper is XML, and every relation leads to a part or to an address', () => {
  const { parts } = paper(example, 'voorbeeld', '2.0', '2026-tussenmeting');
  for (const xml of parts.values()) assert.ok(xmlOf(xml).documentElement);
  const relations = within(xmlOf(parts.get('word/_rels/document.xml.rels')!), 'Relationship');
  for (const each of relations) {
    const target = each.getAttribute('Target')!;
    if (each.getAttribute('TargetMode') === 'External') assert.ok(URL.canParse(target));
    else assert.ok(parts.has(`word/${target}`), target);
  }
  const used = [...parts.get('word/document.xml')!.matchAll(/r:id="(rId\d+)"/g)].map((match) => match[1]);
  const known = new Set(relations.map((each) => each.getAttribute('Id')));
  assert.ok(used.length > 3 && used.every((name) => known.has(name!)));
  const types = parts.get('[Content_Types].xml')!;
  for (const match of types.matchAll(/PartName="\/([^"]+)"/g)) assert.ok(parts.has(match[1]!), match[1]!);
});

test('a paper has the form of a mededeling, and a marked gap for what only people know', () => {
  const { text } = paper(example, 'voorbeeld', '2.0', '2026-tussenmeting');
  for (const name of [
    'Registratienummer',
    'Datum',
    'Afdeling',
    'Openbaarheid',
    'Portefeuillehouder',
    'Ter kennisname aan',
  ])
    assert.match(text, new RegExp(`^${name}: \\[In te vullen: `, 'm'));
  for (const heading of ['Kern mededeling', 'Mededeling', 'Wat staat open?', 'Bijlagen'])
    assert.match(text, new RegExp(`^${heading.replace('?', '\\?')}$`, 'm'));
  assert.match(text, /^Onderwerp: Voortgang norm 2\.0, Tussenmeting voorjaar 2026$/m);
});

test('a paper leads to the line of its figure in the edition, and says where that says something else', () => {
  const { text, parts } = paper(example, 'voorbeeld', '2.0', '2026-tussenmeting', 'modelstad');
  assert.match(
    parts.get('word/_rels/document.xml.rels')!,
    /\/editie\/2026-06-15\/.*#organisatie_modelstad" TargetMode/,
  );
  assert.match(text, /In die editie staat nog: tussen 66% en 71%\. \[In te vullen/);
  assert.match(
    paper(example, 'voorbeeld', '2.0', '2026-tussenmeting', 'proefpolder').text,
    /Daar blijven deze cijfers staan/,
  );
  assert.match(paper(example, 'flevoland', '1.0', '2022-eindevaluatie').text, /Die is er nog niet: leg haar vast/);
});

test('a paper about an older round says what held then, and nothing of the rounds after it', () => {
  const { text } = paper(example, 'voorbeeld', '2.0', '2025-nulmeting');
  assert.match(text, /Dit is de eerste meting van norm 2\.0\./);
  assert.not.match(text, /voorjaar 2026/);
});

test('a norm that is not completely public gets a list, and never a percentage', () => {
  const { text, rows } = paper(example, 'flevoland', '1.0', '2022-eindevaluatie', 'urk');
  assert.not.match(text, /%/);
  assert.equal(rows[1], ['De gemeente is aangesloten bij Meld Misdaad Anoniem', 'behaald']);
});

test('the same paper has the same bytes, and no date of its making', () => {
  function bytes() {
    const made = paperIn(example, { report: 'voorbeeld', norm: '2.0', meting: '2026-tussenmeting', organisatie: '' });
    return Buffer.from((made as { bytes: Uint8Array }).bytes);
  }
  assert.ok(bytes().equals(bytes()));
  for (const [, content] of readPaper(bytes()).parts) assert.not.match(content, /dcterms|w:rsid/);
});

test('an editor’s text stays text, whatever characters are in it', () => {
  const title = 'Er is <b> & "een" gesprek';
  const tree = changed(sample, `${NEW}/norm.yaml`, 'titel: Er is een gesprek', `titel: ${title}`);
  const { rows } = paper(buildReport(folderOf(tree)).report!, 'proef', '2.0', 'najaar', 'bedam');
  assert.is(rows[1]?.[0], title);
});

test('a paper about something that does not exist is refused, with the choices that do exist', () => {
  function refusal(norm: string, meting: string, organisatie = '') {
    return paperIn(example, { report: 'voorbeeld', norm, meting, organisatie });
  }
  assert.equal(refusal('3.0', 'x'), { refused: 'er is geen openbare norm "3.0"; kies uit 1.0, 2.0' });
  // A concept round is not public.
  assert.equal(refusal('2.0', '2026-najaar'), {
    refused: 'er is geen openbare meting van norm 2.0 "2026-najaar"; kies uit 2025-nulmeting, 2026-tussenmeting',
  });
  assert.match(
    (refusal('1.0', '2021-najaar', 'urk') as { refused: string }).refused,
    /^er is geen deelnemer aan norm 1\.0 "urk"; kies uit /,
  );
});

test.run();
