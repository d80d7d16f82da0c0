import type { Report } from '../../compute/report.ts';
import type { Norm } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import { reportAddresses } from '../../site/addresses.ts';
import type { ReportData } from '../../model/report.ts';
import type { CorrectedValue, ReportedScope, Round } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import { pointName } from './entity.ts';

/** One thing whose id changed. */
export interface Rename {
  readonly kind: 'organisatie' | 'document' | 'thema' | 'punt' | 'meting';
  /** Version of the norm that it belongs to; null if it belongs to none. */
  readonly version: string | null;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** Address of its old page, which no longer exists. */
  readonly address: string;
}

interface Identified {
  readonly id: string;
}

/** Pairs a removed thing with an added one that shares a mark with it, if no other thing has that mark. */
function pairs<Each extends Identified>(
  before: readonly Each[],
  after: readonly Each[],
  marks: readonly ((each: Each) => string | null)[],
): [Each, Each][] {
  const [old, fresh] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const gone = before.filter(({ id }) => !fresh.has(id));
  const added = after.filter(({ id }) => !old.has(id));
  return gone.flatMap((each): [Each, Each][] => {
    for (const mark of marks) {
      const of = mark(each);
      const [found, another] = of === null ? [] : added.filter((one) => mark(one) === of);
      if (found && !another && gone.filter((one) => mark(one) === of).length === 1) return [[each, found]];
    }
    return [];
  });
}

/**
 * All results of each organisation of a report. An organisation with the same results under another name and id is the
 * same one.
 */
function resultsBy({ organisations, norms }: ReportData): ReadonlyMap<Organisation, string | null> {
  return new Map(
    organisations.map((organisation) => {
      const results = norms.flatMap(({ version, rounds }) =>
        rounds.flatMap((round) =>
          round.results
            .filter((file) => file.organisation === organisation.id)
            .flatMap((file) =>
              file.results.map(({ ambition, status }) => `${version} ${round.id} ${ambition} ${status}`),
            ),
        ),
      );
      return [organisation, results.length === 0 ? null : results.join('\n')];
    }),
  );
}

/**
 * Things whose id changed between two versions of a report, recognised by their name, number, code, date or results.
 */
export function renamesOf(before: ReportData, after: ReportData): Rename[] {
  const at = reportAddresses(before.path);
  const [oldResults, newResults] = [resultsBy(before), resultsBy(after)];
  return [
    ...pairs(before.organisations, after.organisations, [
      ({ tooi }) => tooi,
      ({ name }) => name,
      (organisation) => oldResults.get(organisation) ?? newResults.get(organisation) ?? null,
    ]).map(([{ id, name }, { id: to }]): Rename => ({
      kind: 'organisatie',
      version: null,
      from: id,
      to,
      name,
      address: at.organisation(id),
    })),
    ...pairs(before.documents, after.documents, [
      ({ registrationNumber }) => registrationNumber,
      ({ title, publisher, date }) => title && `${title} ${publisher} ${date}`,
    ]).map(([{ id, title, registrationNumber }, { id: to }]): Rename => ({
      kind: 'document',
      version: null,
      from: id,
      to,
      name: title ?? registrationNumber ?? id,
      address: at.document(id),
    })),
    ...after.norms.flatMap((norm) => {
      const old = before.norms.find(({ version }) => version === norm.version);
      return old ? renamesIn(old, norm, at) : [];
    }),
  ];
}

function renamesIn(before: Norm, after: Norm, at: ReturnType<typeof reportAddresses>): Rename[] {
  const { version } = after;
  return [
    ...pairs(before.themes, after.themes, [({ title }) => title]).map(([{ id, title }, { id: to }]): Rename => ({
      kind: 'thema',
      version,
      from: id,
      to,
      name: title,
      address: at.theme(version, id),
    })),
    ...pairs(before.ambitions, after.ambitions, [({ title }) => title, ({ number }) => number]).map(
      ([point, { id: to }]): Rename => ({
        kind: 'punt',
        version,
        from: point.id,
        to,
        name: pointName(point),
        address: at.ambition(version, point.id),
      }),
    ),
    ...pairs(before.rounds, after.rounds, [({ date }) => date]).map(([{ id, title }, { id: to }]): Rename => ({
      kind: 'meting',
      version,
      from: id,
      to,
      name: title,
      address: at.round(version, id),
    })),
  ];
}

/**
 * A report with its ids replaced by the new ones and nothing else changed, so that the comparison shows no other
 * differences.
 */
export function renamed(data: ReportData, renames: readonly Rename[]): ReportData {
  if (renames.length === 0) return data;
  const byOld = new Map(renames.map(({ kind, version, from, to }) => [`${kind} ${version} ${from}`, to]));
  function idOf(kind: Rename['kind'], id: string, version: string | null = null): string {
    return byOld.get(`${kind} ${version} ${id}`) ?? id;
  }
  function organisation(id: string): string {
    return idOf('organisatie', id);
  }
  function sourced<Each extends { readonly sources: readonly Source[] }>(each: Each): Each {
    return { ...each, sources: each.sources.map(source) };
  }
  function source(each: Source): Source {
    return each.public ? { ...each, document: idOf('document', each.document) } : each;
  }

  function inNorm(norm: Norm): Norm {
    const { version, predecessor } = norm;
    function point(id: string): string {
      return idOf('punt', id, version);
    }
    function theme(id: string): string {
      return idOf('thema', id, version);
    }
    function scope(of: ReportedScope): ReportedScope {
      if (of.kind === 'theme') return { ...of, theme: theme(of.theme) };
      return of.kind === 'organisation' ? { ...of, organisation: organisation(of.organisation) } : of;
    }
    function corrected(value: CorrectedValue): CorrectedValue {
      return value.kind === 'result'
        ? { ...value, ambition: point(value.ambition), organisation: organisation(value.organisation) }
        : { ...value, scope: scope(value.scope) };
    }
    function inRound(round: Round): Round {
      return sourced({
        ...round,
        id: idOf('meting', round.id, version),
        reported: round.reported.map((each) => sourced({ ...each, scope: scope(each.scope) })),
        corrections: round.corrections.map((each) => sourced({ ...each, value: corrected(each.value) })),
        results: round.results.map((each) => ({
          ...each,
          organisation: organisation(each.organisation),
          results: each.results.map((result) => sourced({ ...result, ambition: point(result.ambition) })),
        })),
      });
    }
    return sourced({
      ...norm,
      undatedRounds: norm.undatedRounds && sourced(norm.undatedRounds),
      participants: norm.participants.map((each) => ({ ...each, organisation: organisation(each.organisation) })),
      themes: norm.themes.map((each) => ({ ...each, id: theme(each.id) })),
      ambitions: norm.ambitions.map((each) => ({
        ...each,
        id: point(each.id),
        theme: each.theme && theme(each.theme),
        appliesTo:
          each.appliesTo?.map((to) => ('organisation' in to ? { organisation: organisation(to.organisation) } : to)) ??
          null,
        origins: each.origins.map((origin) => ({ ...origin, ambition: idOf('punt', origin.ambition, predecessor) })),
      })),
      dropped: norm.dropped.map((each) => ({ ...each, ambition: idOf('punt', each.ambition, predecessor) })),
      rounds: norm.rounds.map(inRound),
    });
  }

  return {
    ...data,
    relatedNorms: data.relatedNorms.map(sourced),
    organisations: data.organisations.map((each) => ({ ...each, id: organisation(each.id) })),
    documents: data.documents.map((each) => ({
      ...each,
      id: idOf('document', each.id),
      refersTo: each.refersTo.map(source),
    })),
    norms: data.norms.map(inNorm),
  };
}

/** Addresses of all pages of a report that contain an id from the data. */
export function addressesOf({ data, norms, comparisons }: Report): ReadonlySet<string> {
  const at = reportAddresses(data.path);
  return new Set([
    at.home,
    ...data.organisations.map(({ id }) => at.organisation(id)),
    ...data.documents.map(({ id }) => at.document(id)),
    ...data.norms.flatMap(({ version, themes, ambitions, rounds }) => [
      at.norm(version),
      ...themes.map(({ id }) => at.theme(version, id)),
      ...ambitions.map(({ id }) => at.ambition(version, id)),
      ...rounds.map(({ id }) => at.round(version, id)),
    ]),
    // Open results have a page of their own once a round has results per ambition.
    ...norms.flatMap(({ norm, rounds }) =>
      rounds.some(({ cells }) => cells.length > 0) ? [at.open(norm.version)] : [],
    ),
    ...comparisons.map(({ from, to }) => at.comparison(from.version, to.version)),
  ]);
}
