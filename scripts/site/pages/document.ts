import type { Cell } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { dateText } from '../../format/date.ts';
import { documentKindText, documentName } from '../../format/document.ts';
import { capitalized, enumeration } from '../../format/sentence.ts';
import { reportedText } from '../../format/number.ts';
import { byDate } from '../../model/date.ts';
import { groupBy } from '../../model/group.ts';
import type { RelatedNorm } from '../../model/report.ts';
import type { Reported, ReportedScope } from '../../model/round.ts';
import type { PublicDocument, Source } from '../../model/source.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { documentDescription, documentsDescription } from '../views/description.ts';
import { figureIdentity, figureView, type FigureView } from '../views/figure.ts';
import { statusGroups } from '../views/known-results.ts';
import { ambitionLink, link, type Link } from '../views/link.ts';
import { knownTables, requestView } from '../views/not-known.ts';
import { inProgressSentence } from '../views/notice.ts';
import { sourceViews } from '../views/source.ts';

/** One round, with the parts that rest on a document. */
interface RoundUse {
  readonly norm: NormContext;
  readonly round: RoundFigures;
  /** Whether the document is a source of the round itself. */
  readonly whole: boolean;
  readonly reported: readonly Reported[];
  readonly cells: readonly Cell[];
}

/** Everything in a report that names a document as its source. */
interface DocumentUses {
  readonly norms: readonly NormContext[];
  readonly rounds: readonly RoundUse[];
  readonly relatedNorms: readonly RelatedNorm[];
  readonly referredBy: readonly PublicDocument[];
}

/** Everything that rests on the document with this id, in the order of the data. */
function documentUses(context: ReportContext, id: string): DocumentUses {
  const { data } = context.report;
  function names(sources: readonly Source[]): boolean {
    return sources.some((source) => source.public && source.document === id);
  }
  const rounds = context.norms.flatMap((norm) =>
    norm.figures.rounds.map((round): RoundUse => ({
      norm,
      round,
      whole: names(round.round.sources),
      reported: round.round.reported.filter(({ sources }) => names(sources)),
      cells: round.cells.filter(({ result }) => names(result.sources)),
    })),
  );
  return {
    norms: context.norms.filter(({ norm }) => names(norm.sources)),
    rounds: rounds.filter(({ whole, reported, cells }) => whole || reported.length > 0 || cells.length > 0),
    relatedNorms: data.relatedNorms.filter(({ sources }) => names(sources)),
    referredBy: data.documents.filter(({ refersTo }) => names(refersTo)),
  };
}

function scopeLink(context: ReportContext, norm: NormContext, round: string, scope: ReportedScope): Link {
  const { version } = norm.norm;
  switch (scope.kind) {
    case 'total':
      return link('Totaal', context.to.round(version, round));
    case 'theme':
      return link(norm.theme(scope.theme)?.title ?? scope.theme, context.to.theme(version, scope.theme));
    case 'organisation':
      return link(context.organisation(scope.organisation).name, context.to.organisation(scope.organisation));
  }
}

/** For each ambition, the organisations by the status for which the document is a source. */
function resultRows(context: ReportContext, { norm, cells }: RoundUse) {
  return [...groupBy(cells, ({ ambition }) => ambition).entries()].map(([ambition, same]) => ({
    ambition: ambitionLink(context, norm.norm, ambition),
    groups: statusGroups(context, norm, same),
  }));
}

/** Reported figures to list separately: a reported total is already part of the round's own figure. */
function reportedApart({ whole, reported }: RoundUse): Reported[] {
  return reported.filter(({ scope }) => !whole || scope.kind !== 'total');
}

/**
 * The total of a round, if the round as a whole rests on the document. A reported total may rest on other documents.
 */
function totalOf(context: ReportContext, { norm, round, whole, reported }: RoundUse): FigureView | null {
  const figure = whole ? figureView(context, norm, round, { kind: 'total' }) : null;
  return figure?.kind === 'reported' && !reported.some(({ scope }) => scope.kind === 'total') ? null : figure;
}

function roundView(context: ReportContext, use: RoundUse) {
  const {
    norm,
    round: { round },
  } = use;
  const { version } = norm.norm;
  return {
    ...link(round.title, context.to.round(version, round.id)),
    id: `${version.replaceAll('.', '-')}-${round.id}`,
    norm: link(`${norm.norm.title} ${version}`, context.to.norm(version)),
    date: dateText(round.date),
    figure: totalOf(context, use),
    reported: reportedApart(use).map(({ scope, percentage }) => ({
      scope: scopeLink(context, norm, round.id, scope),
      identity: figureIdentity('cijfers', [version, round.id], scope),
      value: reportedText(percentage),
    })),
    results: resultRows(context, use),
  };
}

/** One public document, and everything that rests on it. */
function documentView(context: ReportContext, document: PublicDocument) {
  const uses = documentUses(context, document.id);
  return {
    kind: capitalized(documentKindText(document.kind)),
    date: document.date && dateText(document.date),
    publisher: document.publisher,
    registrationNumber: document.registrationNumber,
    department: document.department,
    portfolioHolder: document.portfolioHolder,
    addressees: enumeration(document.addressees),
    isNumberOnly: document.title === null,
    url: document.url,
    attachments: document.attachments,
    refersTo: sourceViews(context, document.refersTo),
    referredBy: uses.referredBy.map((each) => link(documentName(each), context.to.document(each.id))),
    norms: uses.norms.map(({ norm }) => link(`${norm.title} ${norm.version}`, context.to.norm(norm.version))),
    rounds: uses.rounds.map((use) => roundView(context, use)),
    inProgress: [...new Set(uses.rounds.flatMap(({ norm }) => inProgressSentence(context, norm) ?? []))],
    relatedNorms: uses.relatedNorms.map(({ name }) => link(name, context.to.relatedNorms)),
    isUsed: uses.norms.length + uses.rounds.length + uses.relatedNorms.length > 0,
    overview: context.to.documents,
  };
}

/** A page for each public document; a document that is not public has none. */
export function documentPages(context: ReportContext): PageItem[] {
  return context.report.data.documents.map(
    (document) =>
      new PageItem(
        context,
        {
          address: context.at.document(document.id),
          parent: context.at.documents,
          name: documentName(document),
          document,
          describe: () => documentDescription(document),
        },
        () => documentView(context, document),
      ),
  );
}

/** Newest first; documents without a date come last, in the order of the data. */
function newestFirst(documents: readonly PublicDocument[]): PublicDocument[] {
  const dated = documents.filter(({ date }) => date !== null);
  return [
    ...dated.toSorted((a, b) => byDate(b.date ?? '', a.date ?? '')),
    ...documents.filter(({ date }) => date === null),
  ];
}

/** The kind, date and publisher: "Mededeling, 16 mei 2023, Provincie Ruigland, registratienummer 123". */
function detailOf({ kind, date, publisher, registrationNumber }: PublicDocument): string {
  return [
    capitalized(documentKindText(kind)),
    date === null ? 'datum niet bekend' : dateText(date),
    ...(publisher === null ? [] : [publisher]),
    ...(registrationNumber === null ? [] : [`registratienummer ${registrationNumber}`]),
  ].join(', ');
}

/** Whether anything in a report rests on a document that is not public. */
function hasPrivateSources({ report: { data, norms } }: ReportContext): boolean {
  function isPrivate({ sources }: { readonly sources: readonly Source[] }): boolean {
    return sources.some((source) => !source.public);
  }
  return (
    data.relatedNorms.some(isPrivate) ||
    data.documents.some(({ refersTo }) => isPrivate({ sources: refersTo })) ||
    norms.some(
      ({ norm, rounds }) =>
        isPrivate(norm) ||
        rounds.some(
          ({ round, cells }) =>
            isPrivate(round) || round.reported.some(isPrivate) || cells.some(({ result }) => isPrivate(result)),
        ),
    )
  );
}

/** All public documents of a report, newest first. */
function documentsView(context: ReportContext) {
  return {
    documents: newestFirst(context.report.data.documents).map((document) => ({
      ...link(documentName(document), context.to.document(document.id)),
      detail: detailOf(document),
    })),
    hasPrivateSources: hasPrivateSources(context),
    known: knownTables(context),
    request: requestView(context),
    method: `${context.to.method}#niet-bekend`,
  };
}

/** The page that lists the public documents. */
export function documentsPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(
      context,
      { address: context.at.documents, parent: context.at.home, describe: () => documentsDescription(context) },
      () => documentsView(context),
    ),
  ];
}
