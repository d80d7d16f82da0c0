import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse, parseDocument } from 'yaml';
import { changesText } from '../../scripts/editing/changes/changes.ts';
import { sourceFile } from '../../scripts/io/read.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';
import { buildReport } from '../../scripts/report.ts';
import { readTree } from '../support/fixtures.ts';
import { folderOf, type Tree } from '../support/tree.ts';

/** The region of the golden pages; another test ensures that it uses every field. */
/** Without its editions, which would refuse to have their results hidden (edition.test.ts). */
const tree = Object.fromEntries(
  Object.entries(readTree('ruigland/data')).filter(([path]) => !path.includes('/edities/')),
);
const folder = folderOf(tree);

/** The part of JSON Schema that says which fields a record has, and which words a field may hold. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
  readonly enum?: readonly string[];
}

/**
 * Every field of the contract that contains no other fields, such as `norm.telling.totaal`, with the words that it may
 * hold.
 */
function fieldsOf(schema: Schema, at: string): Map<string, readonly string[]> {
  const { properties = {}, additionalProperties, items, anyOf = [], then, else: otherwise } = schema;
  const found = new Map<string, readonly string[]>();
  function add(more: ReadonlyMap<string, readonly string[]>) {
    for (const [path, words] of more) found.set(path, [...(found.get(path) ?? []), ...words]);
  }
  for (const [name, field] of Object.entries(additionalProperties === false ? properties : {})) {
    const inner = fieldsOf(field, `${at}.${name}`);
    add(inner.size > 0 ? inner : new Map([[`${at}.${name}`, field.enum ?? []]]));
  }
  if (additionalProperties) add(fieldsOf(additionalProperties, `${at}.*`));
  if (items) add(fieldsOf(items, at));
  for (const form of [...anyOf, ...(additionalProperties === undefined ? [then, otherwise] : [])])
    if (form) add(fieldsOf(form, at));
  return found;
}

const contract = new Map(
  ['site', 'rapport', 'organisaties', 'documenten', 'norm', 'meting', 'resultaten'].flatMap((name) => [
    ...fieldsOf(JSON.parse(fs.readFileSync(`data/schema/${name}.schema.json`, 'utf8')) as Schema, name),
  ]),
);

type Path = readonly (string | number)[];

/** The places of a field in a file, through every list. */
function placesOf(value: unknown, fields: readonly string[], at: Path = []): Path[] {
  if (Array.isArray(value)) {
    return fields.length === 0 ? [at] : value.flatMap((item, index) => placesOf(item, fields, [...at, index]));
  }
  const [field, ...rest] = fields;
  if (field === undefined) return [at];
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  return (field === '*' ? Object.keys(record) : field in record ? [field] : []).flatMap((key) =>
    placesOf(record[key], rest, [...at, key]),
  );
}

function schemaOf(path: string): string {
  return path.includes('/resultaten/') ? 'resultaten' : (/([a-z]+)\.yaml$/.exec(path)?.[1] ?? '');
}

/**
 * Other values for a field: those that the contract names, those that it has elsewhere in the data, and some that an
 * editor could write.
 */
function others(value: unknown, words: readonly string[], elsewhere: readonly unknown[]): unknown[] {
  const [first] = Array.isArray(value) ? value : [value];
  const made =
    typeof first === 'boolean'
      ? [!first]
      : typeof first === 'number'
        ? [first + 1, Math.round(100 * first + 1) / 100]
        : [`${String(first)} anders`, `${String(first)}-anders`, '2026-02', '2024-11-02', '2026-05-13', '2027-11'];
  return [...words.toReversed(), ...made, ...elsewhere, undefined].filter(
    (other) => JSON.stringify(other) !== JSON.stringify(value),
  );
}

/** The folder with some texts replaced; unchanged files are not read again. */
function folderWith(texts: Tree): SourceFolder {
  const same = new Map(folder.files.map((file) => [file.path, file]));
  return {
    ...folder,
    files: Object.entries(texts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => (same.get(path)?.text === text ? same.get(path)! : sourceFile(path, path, text))),
  };
}

const { contract: before } = buildReport(folder);

/** The region with one field changed so that it is still valid; null if that takes more than one edit. */
function withOther(field: string): SourceFolder | null {
  const [name = '', ...rest] = field.split('.');
  const places = Object.entries(tree)
    .filter(([path]) => path.endsWith('.yaml') && schemaOf(path) === name)
    .flatMap(([path, text]) => {
      const value: unknown = parse(text);
      return placesOf(value, rest).map((at) => ({
        path,
        at,
        value: at.reduce((of, key) => (of as never)[key], value) as unknown,
      }));
    });
  for (const { path, at, value } of places.slice(0, 4)) {
    for (const other of others(
      value,
      contract.get(field)!,
      places.slice(0, 6).map((place) => place.value),
    )) {
      const document = parseDocument(tree[path]!);
      if (other === undefined) document.deleteIn(at);
      else document.setIn(at, other);
      const changed = folderWith({ ...tree, [path]: String(document) });
      if (buildReport(changed, before).report !== null) return changed;
    }
  }
  return null;
}

/** Replaces an id or the name of a folder everywhere, in texts and in the names of files. */
function renamed(from: string, to: string): Tree {
  const whole = new RegExp(`(?<![\\w-])${from.replace('.', '\\.')}(?![\\w-])`, 'g');
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [
      path.replace(whole, to),
      path.endsWith('.yaml') ? text.replace(whole, to) : text,
    ]),
  );
}

function edited(path: string, ...edits: readonly (readonly [string | RegExp, string])[]): Tree {
  const text = edits.reduce((now, [from, to]) => {
    const next = now.replace(from, to);
    assert.is.not(next, now, `${path}: ${String(from)}`);
    return next;
  }, tree[path]!);
  return { ...tree, [path]: text };
}

const NORM = 'ruigland/normen/2.0/norm.yaml';
const SPRING = 'ruigland/normen/2.0/metingen/2026-voorjaar/meting.yaml';
const RUIGENHOF = 'ruigland/normen/2.0/metingen/2026-voorjaar/resultaten/ruigenhof.yaml';
const BASELINE = 'ruigland/normen/2.0/metingen/2025-nulmeting/meting.yaml';

/** Fields that cannot change on their own, with the edits that an editor would make together. */
const TOGETHER: Readonly<Record<string, () => Tree>> = {
  'site.huisstijl': () => renamed('huisstijl.css', 'stijl.css'),
  'site.logo': () => renamed('logo.svg', 'merk.svg'),
  'site.rapporten.map': () => renamed('zomerkust', 'zomerstrand'),
  'site.rapporten.pad': () => edited('site.yaml', [/pad: \/\n/, 'pad: /ruigland/\n'], ['pad: /zomerkust/', 'pad: /']),
  'organisaties.organisaties.id': () => renamed('ruigdam', 'ruigstad'),
  'resultaten.organisatie': () => renamed('ruigdam', 'ruigstad'),
  'documenten.documenten.id': () => renamed('vergelijkend-onderzoek', 'onderzoek'),
  'documenten.documenten.openbaar': () =>
    edited('ruigland/documenten.yaml', [
      /(id: vergelijkend-onderzoek\n {4}openbaar: )true\n(?: {4}.*\n)*/,
      '$1false\n',
    ]),
  'norm.versie': () => renamed('2.0', '2.1'),
  'norm.opvolger_van': () =>
    edited(
      NORM,
      ['opvolger_van: "1.0"\n', ''],
      [/^ {4}herkomst:\n(?: {6}.*\n)*/gm, ''],
      [/^vervallen:\n(?: {2}.*\n)*/m, ''],
    ),
  'norm.deelnemers.organisatie': () => ({
    ...edited(NORM, ['volledig: true', '  - {organisatie: ruigkerk, vanaf: "2029"}\nvolledig: true']),
    'ruigland/organisaties.yaml': `${tree['ruigland/organisaties.yaml']}  - {id: ruigkerk, naam: Gemeente Ruigkerk, korte_naam: Ruigkerk, soort: gemeente}\n`,
  }),
  'norm.telling.deels_behaald': () => ({
    ...edited(NORM, ['deels_behaald: 0.5', 'deels_behaald: 0.25']),
    [BASELINE]: edited(BASELINE, [/^(?:gerapporteerd|correcties):\n(?: {2}.*\n)*/gm, ''])[BASELINE]!,
  }),
  'norm.themas.id': () => renamed('samenwerken', 'samen'),
  'norm.ambitiepunten.id': () => renamed('panden-verhuur', 'verhuur'),
  'norm.ambitiepunten.herkomst.punt': () =>
    edited(NORM, ['punt: nevenfuncties', 'punt: NAAR'], ['punt: overleg', 'punt: nevenfuncties'], ['NAAR', 'overleg']),
  'norm.vervallen.punt': () =>
    edited(NORM, ['punt: nevenfuncties', 'punt: NAAR'], ['punt: overleg', 'punt: nevenfuncties'], ['NAAR', 'overleg']),
  'meting.niveau': () =>
    Object.fromEntries(
      Object.entries(edited(BASELINE, ['niveau: punten', 'niveau: totaal'])).filter(
        ([path]) => !path.includes('2025-nulmeting/resultaten/'),
      ),
    ),
  'meting.gerapporteerd.bereik': () =>
    edited(BASELINE, ['thema:mensen\n', 'thema:toezicht\n    toelichting: De bron telt anders.\n']),
  'meting.correcties.punt': () => edited(SPRING, ['punt: meldpunt', 'punt: training']),
  'meting.correcties.organisatie': () =>
    edited(SPRING, [/punt: .*\n {4}organisatie: .*/, 'punt: loket\n    organisatie: ruigdam']),
  'meting.correcties.bereik': () =>
    edited(BASELINE, [
      /bereik: totaal\n {4}oud: 50\n {4}nieuw: 52/,
      'bereik: thema:mensen\n    oud: 10\n    nieuw: 12.5',
    ]),
  'meting.correcties.nieuw': () => ({
    ...edited(SPRING, ['nieuw: deels behaald', 'nieuw: behaald']),
    [RUIGENHOF]: edited(RUIGENHOF, ['meldpunt: deels behaald', 'meldpunt: behaald'])[RUIGENHOF]!,
  }),
};

/** How a change of a field is described, if not by the name of the field itself. */
const MESSAGES: Readonly<Record<string, RegExp>> = {
  'site.rapporten.map': /rapporten, map en pad: .*zomerkust.*zomerstrand/,
  'rapport.fictief': /Verzonnen of echt/,
  'rapport.verwante_normen.naam': /Nieuwe verwante norm: ‘.*\n- Weg: verwante norm ‘/,
  'organisaties.organisaties.id': /Organisatie ‘Gemeente Ruigdam’: `ruigdam` heet nu `ruigstad`; dit adres verdwijnt/,
  'resultaten.organisatie': /Organisatie ‘Gemeente Ruigdam’: `ruigdam` heet nu `ruigstad`/,
  'documenten.documenten.id': /Document ‘.*’: `vergelijkend-onderzoek` heet nu `onderzoek`/,
  'documenten.documenten.openbaar': /Weg: een document dat nu niet openbaar is/,
  'documenten.documenten.url': /Document ‘.*’, adres: /,
  'documenten.documenten.bijlagen.titel': /Document ‘.*’, bijlagen: /,
  'documenten.documenten.bijlagen.edocs': /Document ‘.*’, bijlagen: /,
  'documenten.documenten.bijlagen.url': /Document ‘.*’, bijlagen: /,
  'norm.versie': /Nieuwe norm: 2\.1/,
  'norm.status': /Norm 2\.0, status: |Norm 1\.0, status: /,
  'norm.deelnemers.organisatie': /Nieuwe deelnemer: ‘Ruigkerk’ \(norm 2\.0\)/,
  'norm.telling.deels_behaald': /Norm 2\.0, gewicht van deels behaald: 50% → 25%\n/,
  'norm.statuswoorden.behaald': /woord voor behaald: “/,
  'norm.statuswoorden.deels behaald': /woord voor deels behaald: “/,
  'norm.statuswoorden.niet behaald': /woord voor niet behaald: “/,
  'norm.themas.id': /Thema ‘Samenwerken’ \(norm 2\.0\): `samenwerken` heet nu `samen`/,
  'norm.ambitiepunten.id': /Punt ‘2\.2 [^’]+’ \(norm 2\.0\): `panden-verhuur` heet nu `verhuur`/,
  'norm.ambitiepunten.herkomst.vergelijkbaar': /herkomst: .*vergelijkbaar/,
  'norm.vervallen.punt': /Nu vervallen: ‘overleg’/,
  'meting.concept': /Nieuwe meting|In concept, nog niet op de site/,
  'meting.gerapporteerd.bereik': /Nieuw gerapporteerd cijfer: ‘thema Toezicht/,
  'meting.correcties.datum': /Correctie ‘.*’ \(.*\), datum: /,
  'meting.correcties.punt':
    /Nieuwe correctie: ‘1\.2 Medewerkers zijn getraind, ’s-Ruigenhof: niet behaald → deels behaald’/,
  'meting.correcties.organisatie':
    /Nieuwe correctie: ‘3\.2 Er is één loket voor hulp, Ruigdam: niet behaald → deels behaald’/,
  'meting.correcties.bereik': /Nieuwe correctie: ‘thema Mensen: 10% → 12,5%’/,
  'resultaten.resultaten.*.status': /### Eén resultaat verandert\n\n- .*: nu \*\*niet openbaar\*\* \(norm/,
};

const missed: string[] = [];
for (const field of contract.keys()) {
  const after = TOGETHER[field] ? folderWith(TOGETHER[field]()) : withOther(field);
  const text = after && changesText(folder, after, 'main');
  const told = MESSAGES[field] ?? new RegExp(field.split('.').at(-1)!.replaceAll('_', ' '), 'i');
  if (text === null || !told.test(text.split('Wat dat doet met de cijfers')[0]!))
    missed.push(`${field}: ${text ?? 'no valid change'}`);
}

test('every field of the contract that changes is named', () => {
  assert.ok(contract.size > 100, String(contract.size));
  assert.equal(missed, []);
});

test.run();
