import { builtSite } from './site.ts';
import { norm, round, treeOf } from './norms.ts';
import { putFiles, scratch } from './scratch.ts';
import path from 'node:path';

/**
 * A made-up region that occurs nowhere else in the program: long names, and more municipalities than the example has.
 */
const MUNICIPALITIES = [
  'Heuvelrade aan den Zijper',
  'Kwakerdijk',
  'Noorderhoogezand-Zuidbroek',
  'Oud-Tijveen',
  'Quistelo',
  '’s-Zandambacht',
  'Tweemeren',
  'Uitwierda',
];

const ORGANISATIONS = [
  ...MUNICIPALITIES.map((name, index) => ({ id: `g${index}`, name: `Gemeente ${name}`, kind: 'gemeente' })),
  { id: 'samen', name: 'Samenwerkingsverband Veiligheid en Leefomgeving Tweemeren', kind: 'overig' },
  { id: 'prov', name: 'Provincie Zijperland', kind: 'provincie' },
];

const IDS = ORGANISATIONS.map(({ id }) => id);
const POINTS = ['alarm', 'beleid', 'contact', 'dossier'];

function rows(letters: (index: number) => string) {
  return Object.fromEntries(IDS.map((id, index) => [id, letters(index)]));
}

/** Two norms that may be compared; the second has two rounds and an overdue result. */
const NORMS = [
  norm('1.0', IDS, POINTS, {
    eind: round(
      '2023-06',
      POINTS.join(' '),
      rows((index) => (index === 2 ? 'b b b n' : 'b n b n')),
    ),
  }),
  norm(
    '2.0',
    IDS,
    POINTS.map((id) => ({ id, titel: `Punt ${id}`, herkomst: [{ punt: id, relatie: 'gelijk' }] })),
    {
      nul: round(
        '2025-03',
        POINTS.join(' '),
        rows(() => 'b n d n'),
        { soort: 'nulmeting' },
      ),
      tussen: round(
        '2026-05',
        POINTS.join(' '),
        rows((index) => (index === 1 ? 'd n d n' : 'b b d ?')),
      ),
    },
    { vorige: undefined, opvolger_van: '1.0' },
  ),
];

/** The site of that report; it depends on none of the data in this repository. */
export function otherNamesSite(): Promise<string> {
  const folder = path.join(scratch('other-names'), 'data');
  const tree = treeOf({
    organisations: Object.fromEntries(ORGANISATIONS.map(({ id, kind }) => [id, kind])),
    norms: NORMS,
  });
  const late = 'proef/normen/2.0/metingen/tussen/resultaten/g0.yaml';
  putFiles(folder, {
    ...tree,
    'proef/organisaties.yaml': JSON.stringify({
      organisaties: ORGANISATIONS.map(({ id, name, kind }) => ({
        id,
        naam: name,
        korte_naam: name.replace('Gemeente ', ''),
        soort: kind,
      })),
    }),
    [late]: tree[late]!.replace('"niet beoordeeld"', '{"status": "niet behaald", "verwacht": "2026-01"}'),
  });
  return builtSite(folder);
}
