import { dateToRfc3339 } from '@11ty/eleventy-plugin-rss';
import { direction, type RoundChange, type ScopeChange } from '../../compute/change.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { scopeKey } from '../../compute/figures.ts';
import { publishedWhen } from '../../format/change.ts';
import { asSentence, capitalized, stepsText } from '../../format/sentence.ts';
import { dateText } from '../../format/date.ts';
import { headlineSentence, roundTitle } from '../../format/progress.ts';
import { organisationNoun, statusPhrase } from '../../format/terms.ts';
import { firstDay, lastDay } from '../../model/date.ts';
import { groupBy } from '../../model/group.ts';
import { memo } from '../../model/memo.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportedScope, Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { basisOf } from '../views/change.ts';
import { correctionViews, isAbout } from '../views/correction.ts';
import { figureView } from '../views/figure.ts';
import { ambitionName, link, type Link } from '../views/link.ts';

/** A news article, as in its collection. */
export interface FeedArticle {
  readonly url: string;
  readonly date: Date;
  readonly data: { readonly title: string; readonly description: string };
}

/** A complete feed entry: readers need not follow the link to know what happened. */
export interface FeedEntry {
  /** Permanent, and the same in every feed that contains the entry. */
  readonly id: string;
  readonly title: string;
  /** Full address of the page about it. */
  readonly address: string;
  /** RFC 3339, from the data. */
  readonly updated: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  /** Text of an editor. */
  readonly markdown: string | null;
  /** Full article of a writer. */
  readonly article: FeedArticle | null;
  readonly links: readonly Link[];
}

/** A feed with its entries, newest first. */
export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  /** Full address of the feed, which is also its id. */
  readonly address: string;
  /** Address of the page that it belongs to. */
  readonly page: string;
  readonly updated: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly entries: readonly FeedEntry[];
}

/** The first second of an EDTF date, in UTC. The clock plays no part in it. */
export function momentOf(date: string): string {
  return dateToRfc3339(new Date(`${firstDay(date)}T00:00:00Z`));
}

/** Characters that XML does not allow; with them no reader could open the feed. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function clean(text: string): string {
  return text.replace(NOT_XML, '\uFFFD');
}

type Stated = Pick<FeedEntry, 'id' | 'title' | 'address'> & Partial<FeedEntry> & { readonly date: string };

/** An entry, with defaults for the fields left out. `date` is an EDTF date. */
export function feedEntry({ date, ...entry }: Stated): FeedEntry {
  return {
    markdown: null,
    article: null,
    items: [],
    links: [],
    ...entry,
    title: clean(entry.title),
    paragraphs: (entry.paragraphs ?? []).map(clean),
    updated: momentOf(date),
  };
}

function byTime(a: FeedEntry, b: FeedEntry): number {
  return a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Entries newest first, without duplicates. */
export function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime);
}

/** The subject of a feed; null for all organisations together. */
export type Subject = Organisation | null;

function scopeOf(subject: Subject): ReportedScope {
  return subject ? { kind: 'organisation', organisation: subject.id } : { kind: 'total' };
}

/** The last day on which a round may have been published; its own date if nothing is known of that. */
function dayOf({ published, date }: Round): string {
  return published === null ? date : lastDay(published);
}

function roundAddress({ settings, at }: ReportContext, { norm }: NormContext, round: Round): string {
  return `${settings.address}${at.round(norm.version, round.id)}`;
}

function ownAddress({ settings, at }: ReportContext, subject: Organisation): string {
  return `${settings.address}${at.organisation(subject.id)}`;
}

/** A round, with the subject's figure in it. */
function roundEntry(context: ReportContext, norm: NormContext, figures: RoundFigures, subject: Subject): FeedEntry {
  const { round } = figures;
  const name = `norm ${norm.norm.version}`;
  const figure = figureView(context, norm, figures, scopeOf(subject));
  const address = roundAddress(context, norm, round);
  const value = figure.isInformative && figure.kind !== 'none' ? figure.value : null;
  return feedEntry({
    id: subject ? `${ownAddress(context, subject)}#meting-${norm.norm.version}-${round.id}` : address,
    title: subject
      ? `${subject.shortName}: ${roundTitle(round.title, name, value)}`
      : roundTitle(round.title, name, value),
    address,
    date: dayOf(round),
    paragraphs: [
      ...(value === null || figure.kind === 'known'
        ? []
        : [
            capitalized(
              headlineSentence(
                subject ? `wat voor ${organisationNoun(subject.name)} geldt in ${name}` : name,
                figure.kind,
                value,
                round.date,
                norm.norm.statusWords,
              ),
            ),
          ]),
      ...(figure.kind === 'known'
        ? [asSentence(`Van ${subject ? organisationNoun(subject.name) : name}: ${value}`)]
        : []),
      ...(figure.counts === null ? [] : [asSentence(capitalized(figure.counts))]),
      ...(figure.weight === null ? [] : [asSentence(capitalized(figure.weight))]),
      `Gemeten: ${dateText(round.date)}. ${publishedWhen(round.published)}`,
    ],
    markdown: subject ? null : round.explanation,
    links: [link(round.title, address), ...(subject ? [link(subject.name, ownAddress(context, subject))] : [])],
  });
}

/**
 * Index of a change: its sets by `scopeKey`, and its cells that got better or worse by organisation. Cached, since
 * every organisation has a feed.
 */
const indexOf = memo(({ scopes, cells }: RoundChange) => ({
  byScope: new Map(scopes.map((each) => [scopeKey(each.scope), each])),
  moved: groupBy(
    cells.filter((cell) => direction(cell) !== 0),
    ({ to }) => to.organisation,
  ),
}));

function stepsOf({ forward, backward, equal }: ScopeChange): string {
  return stepsText(forward, backward, equal);
}

/** What changed for the subject in a round; empty where none of its results are known in both rounds. */
function changeEntries(context: ReportContext, norm: NormContext, change: RoundChange, subject: Subject): FeedEntry[] {
  function steps(scope: ReportedScope) {
    return indexOf(change).byScope.get(scopeKey(scope));
  }
  const own = steps(scopeOf(subject));
  if (!own || own.points === 0) return [];
  const address = roundAddress(context, norm, change.to);
  const { statusWords } = norm.norm;
  const name = subject?.shortName ?? `Norm ${norm.norm.version}`;
  const moved = subject
    ? (indexOf(change).moved.get(subject.id) ?? []).map(
        ({ from, to }) =>
          `${ambitionName(to.ambition)}: van ${statusPhrase(from.result.status, statusWords)} naar ${statusPhrase(to.result.status, statusWords)}`,
      )
    : norm.norm.participants.flatMap(({ organisation }) => {
        const found = steps({ kind: 'organisation', organisation });
        return found && found.points > 0 ? [`${context.organisation(organisation).shortName}: ${stepsOf(found)}`] : [];
      });
  return [
    feedEntry({
      id: subject
        ? `${ownAddress(context, subject)}#wijziging-${norm.norm.version}-${change.to.id}`
        : `${address}#veranderd`,
      title: `${name}: ${stepsOf(own)}`,
      address,
      date: dayOf(change.to),
      paragraphs: [`Sinds de meting ‘${change.from.title}’, ${basisOf(context, own)}.`],
      items: moved,
      links: [link(change.to.title, address)],
    }),
  ];
}

function correctionEntries(context: ReportContext, norm: NormContext, subject: Subject): FeedEntry[] {
  return norm.norm.rounds.flatMap((round) =>
    correctionViews(
      context,
      norm,
      (correction, { id }) => id === round.id && (!subject || isAbout(subject.id)(correction)),
    ).map(({ id, what, change, reason, correction }) => {
      const address = `${roundAddress(context, norm, round)}#${id}`;
      const about = what.map(({ text }) => text).join(', ');
      return feedEntry({
        id: address,
        address,
        date: correction.date,
        title: `Correctie: ${about}, ${change}`,
        paragraphs: [
          `In de meting ‘${round.title}’ van norm ${norm.norm.version} is dit gecorrigeerd: ${about}, ${change}.`,
          reason,
        ],
        links: [link(round.title, address)],
      });
    }),
  );
}

/** Whether an organisation has results or a reported figure of its own in a round. */
export function isIn(norm: NormContext, figures: RoundFigures, { id }: Organisation): boolean {
  return (
    norm.index(figures).byOrganisation.has(id) ||
    (figures.byScope.get(scopeKey({ kind: 'organisation', organisation: id }))?.reported ?? null) !== null
  );
}

/** Rounds, changes and corrections of one norm that concern the subject. */
export function roundEntries(context: ReportContext, norm: NormContext, subject: Subject): FeedEntry[] {
  return [
    ...norm.figures.rounds
      .filter((figures) => !subject || isIn(norm, figures, subject))
      .map((figures) => roundEntry(context, norm, figures, subject)),
    ...norm.figures.changes.flatMap((change) => changeEntries(context, norm, change, subject)),
    ...correctionEntries(context, norm, subject),
  ];
}
