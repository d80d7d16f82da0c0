import { stepsIn } from '../../compute/change.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import { dateText } from '../../format/date.ts';
import type { Norm } from '../../model/norm.ts';
import { capitalized } from '../../format/sentence.ts';
import { groupBy } from '../../model/group.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { changeOf } from '../views/change.ts';
import { ambitionLink, link, type Link } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { scoreNote, sharedNote } from '../views/score.ts';
import { openSortTable } from './open.ts';
import { sortColumns, type SortSubject, type SortTable } from '../views/sorting-columns.ts';

interface Named {
  readonly link: Link;
  readonly detail: string | null;
  readonly subject: SortSubject;
}

type TableTexts = Pick<SortTable, 'id' | 'heading' | 'caption' | 'one' | 'more'>;

/** A sortable table; null where there is nothing to sort. */
function tableOf(norm: Norm, head: string, named: readonly Named[], texts: TableTexts): SortTable | null {
  const columns = sortColumns(
    norm,
    named.map(({ subject }) => subject),
  );
  if (named.length < 2 || columns.length === 0) return null;
  return {
    ...texts,
    heads: [head, ...columns.map((column) => column.head)],
    kinds: ['text', ...columns.map(() => 'number' as const)],
    rows: named.map(({ link: name, detail, subject }) => ({
      link: name,
      detail,
      cells: columns.map(({ cell }) => cell(subject)),
    })),
  };
}

function subjectsIn(norm: NormContext, { round, byScope }: RoundFigures) {
  const change = changeOf(norm, round);
  const byAmbition = groupBy(change?.cells ?? [], ({ to }) => to.ambition.id);
  const changes = new Map(change?.scopes.map((scope) => [scopeKey(scope.scope), scope]));
  return (scope: Scope): SortSubject[] => {
    const figures = byScope.get(scopeKey(scope));
    return figures
      ? [
          {
            scope,
            figures,
            steps:
              change &&
              (scope.kind === 'ambition'
                ? stepsIn(byAmbition.get(scope.ambition) ?? [])
                : (changes.get(scopeKey(scope)) ?? null)),
            keys: [norm.norm.version, round.id],
            changeKeys: change && [norm.norm.version, change.from.id, change.to.id],
          },
        ]
      : [];
  };
}

/** The sortable tables of a norm's newest round; none where there is nothing to sort. */
export function sortingTables(context: ReportContext, norm: NormContext): SortTable[] {
  const {
    norm: { complete, participants, ambitions, version },
    latest,
  } = norm;
  if (!latest) return [];
  const subjectOf = subjectsIn(norm, latest);
  const organisations = participants.flatMap(({ organisation: id }) =>
    subjectOf({ kind: 'organisation', organisation: id }).map((subject) => ({
      subject,
      detail: null,
      link: link(context.organisation(id).name, context.to.organisation(id)),
    })),
  );
  const points = ambitions.flatMap((ambition) =>
    subjectOf({ kind: 'ambition', ambition: ambition.id, theme: ambition.theme }).map((subject) => ({
      subject,
      detail: (ambition.theme !== null && norm.theme(ambition.theme)?.title) || null,
      link: ambitionLink(context, norm.norm, ambition),
    })),
  );
  const stand = complete ? 'Stand' : 'Openbaar bekende resultaten';
  return [
    tableOf(norm.norm, 'Organisatie', organisations, {
      id: 'organisaties',
      heading: 'Per organisatie',
      caption: `${stand} van norm ${version} per organisatie`,
      one: 'organisatie',
      more: 'organisaties',
    }),
    tableOf(norm.norm, complete ? 'Ambitiepunt' : 'Onderwerp', points, {
      id: 'punten',
      heading: complete ? 'Per ambitiepunt' : 'Per onderwerp',
      caption: `${stand} van norm ${version} per ${complete ? 'ambitiepunt' : 'onderwerp'}`,
      one: complete ? 'ambitiepunt' : 'onderwerp',
      more: complete ? 'ambitiepunten' : 'onderwerpen',
    }),
  ].filter((table) => table !== null);
}

/** The view of the page with those tables. */
function sortingView(context: ReportContext, norm: NormContext) {
  const {
    norm: { version },
    latest,
  } = norm;
  const tables = sortingTables(context, norm);
  const change = latest && changeOf(norm, latest.round);
  return {
    norm: link(`norm ${version}`, context.to.norm(version)),
    tables,
    round: latest && {
      link: link(latest.round.title, context.to.round(version, latest.round.id)),
      date: dateText(latest.round.date),
    },
    inProgress: inProgressSentence(context, norm),
    partial: norm.norm.complete
      ? null
      : `Niet alles van norm ${version} is openbaar. Deze tabellen tellen alleen wat openbaar bekend is. Wij rekenen er geen percentage mee uit.`,
    since:
      change && tables.some(({ heads }) => heads.includes('Vooruit') || heads.includes('Achteruit'))
        ? `Verschil, vooruit en achteruit gaan over resultaten die ook in de meting ‘${change.from.title}’ bekend zijn.`
        : null,
    weight:
      norm.norm.complete && latest
        ? sharedNote(latest.figures.map(({ counts }) => scoreNote(norm.norm, counts)))
        : null,
    method: link('Zo komen de cijfers tot stand', context.to.method),
  };
}

/** Links to each of those tables, for readers with scripts; null where there is nothing to sort. */
export function sortingLinks(
  context: ReportContext,
  norm: NormContext,
): { readonly organisations: Link | null; readonly points: Link | null } {
  const tables = sortingTables(context, norm);
  function linkTo(id: string): Link | null {
    const table = tables.find((each) => each.id === id);
    return table
      ? link(`${capitalized(table.more)} sorteren en filteren`, `${context.to.sorting(norm.norm.version)}#${id}`)
      : null;
  }
  return { organisations: linkTo('organisaties'), points: linkTo('punten') };
}

/**
 * Pages with the newest figures of a norm in sortable tables, followed by what is open. They load a script, since the
 * reader asked for it.
 */
export function sortingPages(context: ReportContext): PageItem[] {
  const figures = context.norms
    .filter((norm) => sortingTables(context, norm).length > 0)
    .map((norm) => {
      const { version } = norm.norm;
      return new PageItem(
        context,
        { address: context.at.sorting(version), parent: context.at.norm(version), norm: norm.norm },
        () => sortingView(context, norm),
      );
    });
  return [...figures, ...openSortingPages(context)];
}

/** Pages with what is open in the newest round of a norm, in a sortable table. */
function openSortingPages(context: ReportContext): PageItem[] {
  return context.norms.flatMap((norm) => {
    const { version } = norm.norm;
    const table = openSortTable(context, norm);
    return table
      ? [
          new PageItem(
            context,
            { address: context.at.openSorting(version), parent: context.at.open(version), norm: norm.norm },
            () => ({ ...sortingView(context, norm), tables: [table], since: null, weight: null }),
          ),
        ]
      : [];
  });
}
