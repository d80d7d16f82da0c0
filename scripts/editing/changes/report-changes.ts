import { computeReport, type Report } from '../../compute/report.ts';
import { amount, capitalized } from '../../format/sentence.ts';
import type { ReportData } from '../../model/report.ts';
import { entitiesOf } from './entities.ts';
import { KINDS, type Entity } from './entity.ts';
import { figureLines } from './figures.ts';
import { escaped, quote } from './markdown.ts';
import { orderChanges } from './order.ts';
import { addressesOf, renamed, renamesOf, type Rename } from './renames.ts';

/** A report on one side of a change. */
export interface ChangedSide {
  /** What the site shows. */
  readonly report: Report;
  /** The same, with concepts. */
  readonly authored: ReportData;
}

/** What changed in one report, as sections of Markdown lines; a section without changes is empty. */
export interface ReportChanges {
  /** Whether the report becomes made-up or real. Comes first, since it affects how to read the rest. */
  readonly fiction: readonly string[];
  readonly renames: readonly string[];
  readonly results: readonly string[];
  readonly things: readonly string[];
  readonly texts: readonly string[];
  /** About rounds and norms that are not on the site. */
  readonly concept: readonly string[];
  readonly figures: readonly string[];
  readonly gone: readonly string[];
}

interface Pair {
  readonly before: Entity | null;
  readonly after: Entity | null;
}

function pairsOf(old: readonly Entity[], fresh: readonly Entity[]): Pair[] {
  const [byOld, byFresh] = [
    new Map(old.map((each) => [each.key, each])),
    new Map(fresh.map((each) => [each.key, each])),
  ];
  return [
    ...fresh.map((each) => ({ before: byOld.get(each.key) ?? null, after: each })),
    ...old.filter((each) => !byFresh.has(each.key)).map((each) => ({ before: each, after: null })),
  ].sort((a, b) => KINDS.indexOf((a.after ?? a.before)!.kind) - KINDS.indexOf((b.after ?? b.before)!.kind));
}

/** "‘Er is een training’ (norm 2.0)"; a norm is named by its version alone. */
function named({ kind, name, within }: Entity): string {
  return `${kind === 'norm' ? escaped(name) : `‘${escaped(name)}’`}${within && ` (${escaped(within)})`}`;
}

const NOT_PUBLIC = 'niet openbaar';

/** Whether something that was public becomes confidential. */
function isConcealed({ before, after }: Pair): boolean {
  const field = after?.kind === 'resultaat' ? 'status' : after?.kind === 'correctie' ? 'nieuw' : null;
  return (
    field !== null && before !== null && after!.values[field] === NOT_PUBLIC && before.values[field] !== NOT_PUBLIC
  );
}

function isIn(rounds: ReadonlySet<string>, { key }: Entity): boolean {
  return rounds.has(key.split(' ').slice(0, 3).join(' '));
}

/**
 * The line for one changed result. `rounds` has the keys of rounds whose results are listed one by one; the results of
 * a new or removed round are described with that round.
 */
function resultLine(pair: Pair, rounds: ReadonlySet<string>): string[] {
  const { before, after } = pair;
  const either = (after ?? before)!;
  if (either.kind !== 'resultaat' || !isIn(rounds, either)) return [];
  const [from, to] = [before?.values.status ?? 'geen resultaat', after?.values.status ?? 'geen resultaat'];
  if (from === to) return [];
  const step = isConcealed(pair) ? `nu **${NOT_PUBLIC}**` : `${from} → **${to}**`;
  return [`${escaped(either.name)}: ${step} (${escaped(either.within)})`];
}

function stepText(from: string | null, to: string | null, shown: (text: string) => string, conceals: boolean): string {
  if (to === null) return conceals ? 'weg' : `weg, was ${shown(from!)}`;
  return from === null || conceals ? `nu ${shown(to)}` : `${shown(from)} → ${shown(to)}`;
}

function fieldLines(pair: Pair): string[] {
  const { before, after } = pair;
  if (!before || !after) return [];
  return (['texts', 'values'] as const).flatMap((part) =>
    Object.keys(after[part])
      .filter((field) => before[part][field] !== after[part][field])
      .filter((field) => !(after.kind === 'resultaat' && field === 'status'))
      .map((field) => {
        const shown = part === 'texts' ? quote : escaped;
        const step = stepText(before[part][field] ?? null, after[part][field] ?? null, shown, isConcealed(pair));
        const thing = after.kind === 'rapport' ? 'Rapport' : `${capitalized(after.kind)} ${named(after)}`;
        return `${thing}, ${field}: ${step}`;
      }),
  );
}

const NEW: Readonly<Record<Entity['kind'], string>> = {
  rapport: 'Nieuw rapport',
  'verwante norm': 'Nieuwe verwante norm',
  organisatie: 'Nieuwe organisatie',
  document: 'Nieuw document',
  norm: 'Nieuwe norm',
  deelnemer: 'Nieuwe deelnemer',
  thema: 'Nieuw thema',
  punt: 'Nieuw punt',
  'vervallen punt': 'Nu vervallen',
  meting: 'Nieuwe meting',
  'gerapporteerd cijfer': 'Nieuw gerapporteerd cijfer',
  correctie: 'Nieuwe correctie',
  resultaten: 'Nieuwe resultaten',
  resultaat: 'Nieuw resultaat',
};

/** The contents of a norm that was added or removed as a whole: "28 punten, 5 thema’s en …". */
function contents(pairs: readonly Pair[], norm: Entity): string {
  function count(kind: Entity['kind'], one: string, more: string): string[] {
    const found = pairs.filter((pair) => (pair.after ?? pair.before)!.kind === kind && isOf(pair, norm)).length;
    return found === 0 ? [] : [amount(found, one, more)];
  }
  return [
    ...count('deelnemer', 'deelnemer', 'deelnemers'),
    ...count('thema', 'thema', 'thema’s'),
    ...count('punt', 'punt', 'punten'),
  ].join(', ');
}

function isOf({ before, after }: Pair, norm: Entity): boolean {
  return (after ?? before)!.within === norm.key && (after ?? before)!.kind !== 'meting';
}

function thingLines(pairs: readonly Pair[], withheld: ReadonlySet<string>): string[] {
  const whole = pairs.filter(({ before, after }) => !(before && after) && (after ?? before)!.kind === 'norm');
  return pairs.flatMap((pair) => {
    const { before, after } = pair;
    const either = (after ?? before)!;
    if ((before && after) || either.kind === 'resultaat' || either.kind === 'resultaten') return [];
    if (whole.some((norm) => isOf(pair, (norm.after ?? norm.before)!))) return [];
    if (!after && either.kind === 'document' && withheld.has(either.key.split(' ')[1]!))
      return ['Weg: een document dat nu niet openbaar is'];
    const held = either.kind === 'norm' ? contents(pairs, either) : '';
    const said = [
      ...(held ? [held] : []),
      ...(either.kind === 'gerapporteerd cijfer' ? [either.values.percentage ?? ''] : []),
      ...(either.kind === 'correctie' && after ? [`reden: ${quote(either.texts.reden ?? '')}`] : []),
      ...(either.kind === 'vervallen punt' && after ? [`reden: ${quote(either.texts.reden ?? '')}`] : []),
    ].join('; ');
    return [`${before ? `Weg: ${either.kind}` : `${NEW[either.kind]}:`} ${named(either)}${said && `, ${said}`}`];
  });
}

/** What happens when `fictief` is added or removed. */
function fictionLines(before: Report | null, after: Report | null): string[] {
  if (!before || !after || before.data.fictional === after.data.fictional) return [];
  const title = escaped(after.data.title);
  return before.data.fictional
    ? [
        `**‘${title}’ was verzonnen, en is dat na deze wijziging niet meer.** De mededeling dat alles verzonnen is, verdwijnt van elke pagina, en zoekmachines, feeds en de sitemap nemen het rapport op als een echt rapport. Is het wél verzonnen? Zet dan \`fictief: true\` terug in ${after.data.id}/rapport.yaml.`,
      ]
    : [
        `**‘${title}’ is na deze wijziging verzonnen.** Elke pagina krijgt de mededeling dat alles verzonnen is, en het rapport verdwijnt uit zoekmachines, feeds en de sitemap. Is het wél echt? Haal dan \`fictief: true\` weg uit ${after.data.id}/rapport.yaml.`,
      ];
}

/** The concepts in a report, described as if they were published. */
function conceptEntities({ authored }: ChangedSide): Entity[] {
  const norms = authored.norms
    .map((norm) => ({ ...norm, rounds: norm.rounds.filter(({ concept }) => concept || norm.status === 'concept') }))
    .filter(({ status, rounds }) => status === 'concept' || rounds.length > 0);
  const own = new Set(norms.filter(({ status }) => status === 'concept').map(({ version }) => version));
  const all = entitiesOf(
    computeReport({
      ...authored,
      norms: norms.map((norm) => ({
        ...norm,
        status: norm.status === 'concept' ? 'in-force' : norm.status,
        rounds: norm.rounds.map((round) => ({ ...round, concept: false })),
      })),
    }),
  );
  const rounds = new Set(norms.flatMap(({ version, rounds: each }) => each.map(({ id }) => `meting ${version} ${id}`)));
  return all.filter(
    (entity) =>
      isIn(rounds, entity) ||
      (entity.kind !== 'rapport' && own.has(entity.within.replace(/^norm /, '') || entity.name)),
  );
}

/** What changes in rounds and norms that are not on the site, which reviewers only see in the data. */
function conceptLines(before: ChangedSide | null, after: ChangedSide | null, published: readonly Entity[]): string[] {
  const [old, fresh] = [before ? conceptEntities(before) : [], after ? conceptEntities(after) : []];
  const shown = new Set(published.map(({ key }) => key));
  // What this change publishes is described with the published parts.
  const pairs = pairsOf(old, fresh).filter((pair) => pair.after !== null || !shown.has(pair.before!.key));
  const rounds = new Set(fresh.filter(({ kind }) => kind === 'meting').map(({ key }) => key));
  return [
    ...thingLines(pairs, new Set()),
    ...pairs.flatMap((pair) =>
      !pair.before && pair.after?.values.status === 'niet beoordeeld' ? [] : resultLine(pair, rounds),
    ),
    ...pairs.flatMap(fieldLines),
  ];
}

function renameLine({ kind, version, from, to, name, address }: Rename, addresses: ReadonlySet<string>): string {
  const within = version === null ? '' : ` (norm ${version})`;
  const gone = addresses.has(address) ? `; dit adres verdwijnt: \`${address}\`` : '';
  return `${capitalized(kind)} ‘${escaped(name)}’${within}: \`${from}\` heet nu \`${to}\`${gone}`;
}

function roundKeys({ norms }: Report): string[] {
  return norms.flatMap(({ norm, rounds }) => rounds.map(({ round }) => `meting ${norm.version} ${round.id}`));
}

/**
 * The effects of a change on one report; null stands for a report that does not exist. `withheld` has the ids that must
 * not be mentioned.
 */
export function reportChanges(
  before: ChangedSide | null,
  after: ChangedSide | null,
  withheld: ReadonlySet<string>,
): ReportChanges {
  const renames = before && after ? renamesOf(before.authored, after.authored) : [];
  const old: ChangedSide | null =
    before && renames.length > 0
      ? {
          report: computeReport(renamed(before.report.data, renames)),
          authored: renamed(before.authored, renames),
        }
      : before;
  const fresh = after ? entitiesOf(after.report) : [];
  const pairs = pairsOf(old ? entitiesOf(old.report) : [], fresh);
  const remaining = new Set(after ? roundKeys(after.report) : []);
  const rounds = new Set(old ? roundKeys(old.report).filter((key) => remaining.has(key)) : []);
  const addresses: ReadonlySet<string> = before ? addressesOf(before.report) : new Set();
  const left: ReadonlySet<string> = after ? addressesOf(after.report) : new Set();
  const hidden = [...withheld].map((id) => `/documenten/${id}/`);
  return {
    fiction: fictionLines(before?.report ?? null, after?.report ?? null),
    renames: renames.map((each) => renameLine(each, addresses)),
    results: pairs.flatMap((pair) => resultLine(pair, rounds)),
    things: thingLines(pairs, withheld),
    texts: [...pairs.flatMap(fieldLines), ...(old && after ? orderChanges(old.report, after.report) : [])],
    concept: conceptLines(old, after, fresh),
    figures: figureLines(old?.report ?? null, after?.report ?? null, pairs.some(isConcealed)),
    gone: [...addresses].filter(
      (address) =>
        !left.has(address) &&
        !renames.some((each) => address.startsWith(each.address)) &&
        !hidden.some((each) => address.endsWith(each)),
    ),
  };
}
