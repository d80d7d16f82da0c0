import { dateText } from '../../format/date.ts';
import { documentKindText, documentName } from '../../format/document.ts';
import { capitalized } from '../../format/list.ts';
import { reportedText } from '../../format/percentage.ts';
import type { Reported, ReportedScope } from '../../model/round.ts';
import type { PublicDocument } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import { groupBy } from '../../model/group.ts';
import type { NormContext } from '../norm-context.ts';
import { ambitionLink } from '../views/ambition-link.ts';
import { documentUses, type RoundUse } from '../views/document-uses.ts';
import { figureIdentity } from '../views/figure-identity.ts';
import { figureView, type FigureView } from '../views/figure.ts';
import { statusGroups } from '../views/known-results.ts';
import { link, type Link } from '../views/link.ts';
import { inProgressSentence } from '../views/round-in-progress.ts';
import { sourceViews } from '../views/source.ts';
import { PageItem } from '../page-item.ts';

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

/** Of each point, the organisations with each status of which the document says so. */
function resultRows(context: ReportContext, { norm, cells }: RoundUse) {
  return [...groupBy(cells, ({ ambition }) => ambition).entries()].map(([ambition, same]) => ({
    ambition: ambitionLink(context, norm.norm, ambition),
    groups: statusGroups(context, same),
  }));
}

/** A reported total is already part of the round's own figure. */
function reportedApart({ whole, reported }: RoundUse): Reported[] {
  return reported.filter(({ scope }) => !whole || scope.kind !== 'total');
}

/** The total of a round that rests on the document as a whole; a reported total may rest on other documents. */
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
    id: `${version.replace('.', '-')}-${round.id}`,
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

/** One public document, and all that rests on it. */
export function documentView(context: ReportContext, document: PublicDocument) {
  const uses = documentUses(context, document.id);
  return {
    kind: capitalized(documentKindText(document.kind)),
    date: document.date && dateText(document.date),
    publisher: document.publisher,
    registrationNumber: document.registrationNumber,
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

/** Each public document. One that is not public has no page. */
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
        },
        () => documentView(context, document),
      ),
  );
}
