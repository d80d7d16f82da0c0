import type { Cell } from '../compute/cells.ts';
import { cellKey } from '../compute/change.ts';
import type { NormFigures, Report } from '../compute/report.ts';
import type { RoundFigures } from '../compute/round.ts';
import type { Scope } from '../compute/figures.ts';
import { CONTRACT_WORDS } from '../format/terms.ts';
import { groupBy } from '../model/group.ts';
import { memo } from '../model/memo.ts';
import type { Ambition, Dropped, Norm, Origin, StatusWords, Theme } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { FindOrigin } from '../model/problem.ts';
import type { SiteSettings } from '../model/report.ts';
import type { PublicDocument } from '../model/source.ts';
import type { SiteReport } from '../report.ts';
import { prefixOf, reportAddresses, type ReportAddresses, withPrefix } from './addresses.ts';
import type { AssetLinks } from './assets.ts';

/** The cells of one round, looked up by ambition, by organisation, or by both. */
interface RoundIndex {
  readonly byAmbition: ReadonlyMap<string, readonly Cell[]>;
  readonly byOrganisation: ReadonlyMap<string, readonly Cell[]>;
  readonly cell: (ambition: string, organisation: string) => Cell | undefined;
  readonly within: (scope: Scope) => readonly Cell[];
}

/** What became of an ambition in the norm that replaced its own. */
interface Succession {
  readonly norm: Norm;
  readonly successors: readonly { readonly ambition: Ambition; readonly origin: Origin }[];
  readonly dropped: Dropped | null;
}

/** One norm with the lookups that pages need; each index is made on first use. */
export interface NormContext {
  readonly norm: Norm;
  readonly figures: NormFigures;
  /** Newest published round. */
  readonly latest: RoundFigures | null;
  /** Newest published round with results per ambition. */
  readonly latestWithCells: RoundFigures | null;
  readonly theme: (id: string) => Theme | undefined;
  readonly ambition: (id: string) => Ambition | undefined;
  readonly ambitionsOf: (theme: string | null) => readonly Ambition[];
  readonly index: (round: RoundFigures) => RoundIndex;
  readonly successionsOf: (ambition: string) => readonly Succession[];
}

function within(cells: readonly Cell[], scope: Scope): readonly Cell[] {
  return cells.filter(
    ({ ambition, organisation }) =>
      (!('theme' in scope) || scope.kind === 'ambition' || ambition.theme === scope.theme) &&
      (!('organisation' in scope) || organisation === scope.organisation) &&
      (scope.kind !== 'ambition' || ambition.id === scope.ambition),
  );
}

function roundIndex({ cells }: RoundFigures): RoundIndex {
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]));
  return {
    byAmbition: groupBy(cells, ({ ambition }) => ambition.id),
    byOrganisation: groupBy(cells, ({ organisation }) => organisation),
    within: (scope) => within(cells, scope),
    cell: (ambition, organisation) => byKey.get(cellKey({ ambition: { id: ambition }, organisation })),
  };
}

function successionOf(norm: Norm): (ambition: string) => Succession {
  const origins = norm.ambitions.flatMap((ambition) => ambition.origins.map((origin) => ({ ambition, origin })));
  const successors = groupBy(origins, ({ origin }) => origin.ambition);
  const dropped = new Map(norm.dropped.map((entry) => [entry.ambition, entry]));
  return (id) => ({ norm, successors: successors.get(id) ?? [], dropped: dropped.get(id) ?? null });
}

/** `report`: the report it belongs to. */
export function normContext(figures: NormFigures, report: Report): NormContext {
  const { norm, rounds } = figures;
  const themes = new Map(norm.themes.map((theme) => [theme.id, theme]));
  const ambitions = new Map(norm.ambitions.map((ambition) => [ambition.id, ambition]));
  const byTheme = groupBy(norm.ambitions, ({ theme }) => theme);
  const indexes = new Map<RoundFigures, RoundIndex>();
  const successions = report.norms
    .filter((other) => other.norm.predecessor === norm.version)
    .map((other) => successionOf(other.norm));
  return {
    norm,
    figures,
    latest: rounds.at(-1) ?? null,
    latestWithCells: rounds.findLast(({ cells }) => cells.length > 0) ?? null,
    theme: (id) => themes.get(id),
    ambition: (id) => ambitions.get(id),
    ambitionsOf: (theme) => byTheme.get(theme) ?? [],
    index: (round) => {
      const index = indexes.get(round) ?? roundIndex(round);
      indexes.set(round, index);
      return index;
    },
    successionsOf: (ambition) => successions.map((succession) => succession(ambition)),
  };
}

/** The site, and how its pages find one another. */
export interface SiteContext {
  readonly settings: SiteSettings;
  readonly reports: readonly ReportContext[];
  /** The report at `/`, or else the first. */
  readonly main: ReportContext | null;
  readonly assets: AssetLinks;
  /** An address as a link. */
  readonly href: (address: string) => string;
}

/** One report with the lookups that its pages need. */
export interface ReportContext {
  readonly report: Report;
  /** Its title, with its region if it is fictional. */
  readonly name: string;
  readonly settings: SiteSettings;
  /** Addresses, relative to the base of the site. */
  readonly at: ReportAddresses;
  /** The same as links. */
  readonly to: ReportAddresses;
  readonly norms: readonly NormContext[];
  readonly norm: (version: string) => NormContext | undefined;
  readonly organisation: (id: string) => Organisation;
  readonly document: (id: string) => PublicDocument | undefined;
  /** Where each place is in the repository of the data. */
  readonly origin: FindOrigin;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]) {
  return new Map(items.map((item) => [item.id, item]));
}

function reportContext(report: Report, settings: SiteSettings, origin: FindOrigin): ReportContext {
  const { data } = report;
  const organisations = byId(data.organisations);
  const documents = byId(data.documents);
  const norms = report.norms.map((figures: NormFigures) => normContext(figures, report));
  const versions = new Map(norms.map((norm) => [norm.norm.version, norm]));
  return {
    report,
    name: data.fictional ? `${data.title} (verzonnen regio ${data.region})` : data.title,
    settings,
    at: reportAddresses(data.path),
    to: withPrefix(prefixOf(settings.address), data.path),
    norms,
    norm: (version) => versions.get(version),
    organisation: (id) => {
      const organisation = organisations.get(id);
      if (!organisation) throw new Error(`unknown organisation ${id}`);
      return organisation;
    },
    document: (id) => documents.get(id),
    origin,
  };
}

/**
 * The same report as if no norm had status words of its own: data use the words of the contract, whatever a norm's
 * readers see.
 */
export function inContractWords(context: ReportContext): ReportContext {
  const { report, settings, origin } = context;
  const { norms, editions } = report.data;
  if ([...norms, ...editions.flatMap((each) => each.norms)].every(({ statusWords }) => isEmpty(statusWords)))
    return context;
  const plain = memo((norm: Norm): Norm => ({ ...norm, statusWords: CONTRACT_WORDS }));
  return reportContext(
    {
      ...report,
      data: {
        ...report.data,
        norms: norms.map(plain),
        editions: editions.map((edition) => ({
          ...edition,
          norms: edition.norms.map((norm) => ({ ...norm, statusWords: CONTRACT_WORDS })),
        })),
      },
      norms: report.norms.map((figures) => ({ ...figures, norm: plain(figures.norm) })),
      comparisons: report.comparisons.map((each) => ({ ...each, from: plain(each.from), to: plain(each.to) })),
    },
    settings,
    origin,
  );
}

/**
 * The same report as if a round were the newest of its norm, so that what is said holds for that round even if a later
 * one exists.
 */
export function untilRound(context: ReportContext, version: string, round: string): ReportContext {
  const { report, settings, origin } = context;
  const norms = report.norms.map((figures): NormFigures => {
    const at = figures.norm.version === version ? figures.rounds.findIndex((each) => each.round.id === round) : -1;
    const rounds = at < 0 ? figures.rounds : figures.rounds.slice(0, at + 1);
    const kept = new Set(rounds.map((each) => each.round.id));
    return {
      norm: { ...figures.norm, rounds: figures.norm.rounds.filter(({ id }) => kept.has(id)) },
      rounds,
      changes: figures.changes.filter(({ to }) => kept.has(to.id)),
    };
  });
  return context.norm(version)?.latest?.round.id === round
    ? context
    : reportContext({ ...report, norms, roundInProgress: new Set() }, settings, origin);
}

function isEmpty(words: StatusWords): boolean {
  return Object.keys(words).length === 0;
}

/** The whole site, created once for each build. `assets`: what its pages load. */
export function siteContext({ settings, reports, origin }: SiteReport, assets: AssetLinks): SiteContext {
  const prefix = prefixOf(settings.address);
  const contexts = reports.map((report) => reportContext(report, settings, origin));
  return {
    settings,
    reports: contexts,
    main: contexts.find(({ report }) => report.data.path === '/') ?? contexts[0] ?? null,
    assets,
    href: (address) => `${prefix}${address}`,
  };
}
