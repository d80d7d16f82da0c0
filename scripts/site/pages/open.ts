import type { Cell } from '../../compute/cells.ts';
import { isOpen } from '../../compute/trail.ts';
import { dateText } from '../../format/date.ts';
import { amount } from '../../format/sentence.ts';
import { firstDay, lastDay } from '../../model/date.ts';
import { groupBy } from '../../model/group.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { openFile } from '../downloads/downloads.ts';
import { PageItem } from '../page-item.ts';
import { answerView } from '../views/answer.ts';
import { ambitionLink, link, type Link } from '../views/link.ts';
import { askLink } from '../views/not-known.ts';
import { inProgressSentence } from '../views/notice.ts';
import { openSentences, type OpenRow, openRows } from '../views/open-row.ts';
import { plainCell, type SortCell, type SortTable } from '../views/sorting-columns.ts';

/** Above this number of rows a page is too heavy for a phone; then each theme gets a page of its own. */
const MOST_ROWS = 250;

/** An open result with its ambition, and its row on the page of its organisation. */
interface ListedRow extends OpenRow {
  readonly cell: Cell;
  readonly own: Link;
}

interface OpenPart {
  readonly id: string;
  readonly title: string;
  readonly points: readonly { readonly point: Link; readonly rows: readonly ListedRow[] }[];
  readonly count: number;
}

/** Everything open in the newest round of a norm, by ambition in the order of the norm, then by participant. */
function rowsOf(context: ReportContext, norm: NormContext): ListedRow[] {
  const round = norm.latestWithCells;
  if (!round) return [];
  const { byAmbition } = norm.index(round);
  return norm.norm.ambitions.flatMap((ambition) => {
    const open = (byAmbition.get(ambition.id) ?? []).filter(({ result }) => isOpen(result.status));
    return openRows(context, norm, open).map((row, index) => ({
      ...row,
      cell: open[index]!,
      own: link(row.organisation.text, `${row.organisation.href}#${row.id}`),
    }));
  });
}

function partOf(context: ReportContext, norm: NormContext, id: string, title: string, rows: readonly ListedRow[]) {
  return {
    id,
    title,
    count: rows.length,
    points: [...groupBy(rows, ({ cell }) => cell.ambition).entries()].map(([ambition, each]) => ({
      point: ambitionLink(context, norm.norm, ambition),
      rows: each,
    })),
  } satisfies OpenPart;
}

/** The rows by theme; rows without a theme come last. */
function themeParts(context: ReportContext, norm: NormContext, rows: readonly ListedRow[]): OpenPart[] {
  const byTheme = groupBy(rows, ({ cell }) => cell.ambition.theme);
  return [...norm.norm.themes, null].flatMap((theme) => {
    const within = byTheme.get(theme?.id ?? null);
    return within
      ? [partOf(context, norm, theme ? `thema-${theme.id}` : 'zonder-thema', theme?.title ?? 'Zonder thema', within)]
      : [];
  });
}

/** What all pages about open results say about their source. */
function frameView(context: ReportContext, norm: NormContext) {
  const round = norm.latestWithCells!;
  const { version } = norm.norm;
  return {
    norm: link(`norm ${version}`, context.to.norm(version)),
    round: link(round.round.title, context.to.round(version, round.round.id)),
    date: dateText(round.round.date),
    inProgress: inProgressSentence(context, norm),
  };
}

function openView(context: ReportContext, norm: NormContext, theme: string | null) {
  const all = rowsOf(context, norm);
  const overdue = all.filter((row) => row.overdue);
  const rest = all.filter((row) => !row.overdue);
  const isSplit = all.length > MOST_ROWS;
  const { version, complete } = norm.norm;
  const parts = themeParts(context, norm, isSplit && theme === null ? all : rest);
  const latest = norm.latestWithCells!;
  return {
    ...frameView(context, norm),
    // If more is not achieved than is known here, only a reported total shows how much.
    reported:
      complete || theme !== null ? null : answerView(context, norm, latest, { kind: 'total' }, `norm ${version}`),
    notKnown: complete
      ? null
      : {
          text: `Wat er ${all.length > 0 ? 'verder ' : ''}nog open staat, is dus niet te zeggen.`,
          ask: askLink(context),
        },
    hasResponsible: all.some(({ responsible }) => responsible !== null),
    summary:
      theme === null
        ? openSentences(norm, all)
        : [`${amount(all.length, 'resultaat', 'resultaten')} in de hele norm; hier die van één thema.`],
    overdue:
      overdue.length > 0 && theme === null
        ? partOf(context, norm, 'voorbij', 'Verwachte datum voorbij', overdue)
        : null,
    parts: isSplit ? parts.filter(({ id }) => theme !== null && id === theme) : parts,
    links:
      isSplit && theme === null
        ? parts.map(({ id, title, count }) =>
            link(
              `${title}: ${amount(count, 'open resultaat', 'open resultaten')}`,
              `${context.to.open(version)}${id}/`,
            ),
          )
        : [],
    sorting: all.length > 1 && !isSplit ? link('Sorteren en filteren', context.to.openSorting(version)) : null,
    data: link('open.csv', openFile(context.to, norm.norm)),
    explained: link('wat de kolommen betekenen', `${context.to.data}#open`),
  };
}

/** Pages with everything not achieved in the newest round of each norm; a large one has a page per theme below it. */
export function openPages(context: ReportContext): PageItem[] {
  return context.norms
    .filter((norm) => norm.latestWithCells !== null)
    .flatMap((norm) => {
      const { version } = norm.norm;
      const rows = rowsOf(context, norm);
      const main = new PageItem(
        context,
        { address: context.at.open(version), parent: context.at.norm(version), norm: norm.norm, part: null },
        () => openView(context, norm, null),
      );
      const parts = rows.length > MOST_ROWS ? themeParts(context, norm, rows) : [];
      return [
        main,
        ...parts.map(
          ({ id, title }) =>
            new PageItem(
              context,
              {
                address: `${context.at.open(version)}${id}/`,
                parent: context.at.open(version),
                norm: norm.norm,
                part: title,
              },
              () => openView(context, norm, id),
            ),
        ),
      ];
    });
}

function dayNumber(day: string): string {
  return day.replaceAll('-', '');
}

function sortCell(text: string, value: string | null): SortCell {
  return { ...plainCell(text), value };
}

const STATUS_ORDER = ['not-achieved', 'partly-achieved'];

/** The same rows as a sortable table; null where there is nothing to sort. */
export function openSortTable(context: ReportContext, norm: NormContext): SortTable | null {
  const rows = rowsOf(context, norm);
  if (rows.length < 2 || rows.length > MOST_ROWS) return null;
  const hasResponsible = rows.some(({ responsible }) => responsible !== null);
  return {
    id: 'open',
    heading: 'Wat staat open?',
    caption: `Wat openstaat van norm ${norm.norm.version}`,
    heads: ['Punt', 'Organisatie', 'Status', 'Open sinds', 'Verwacht', ...(hasResponsible ? ['Verantwoordelijk'] : [])],
    kinds: ['text', 'text', 'number', 'date', 'date', ...(hasResponsible ? (['text'] as const) : [])],
    one: 'resultaat',
    more: 'resultaten',
    rows: rows.map((row) => ({
      link: row.ambition,
      detail: null,
      cells: [
        sortCell(row.organisation.text, null),
        sortCell(row.status.text, String(STATUS_ORDER.indexOf(row.status.name))),
        sortCell(row.since.text, dayNumber(firstDay(row.since.date))),
        sortCell(
          row.overdue ? `! ${row.due.text}: voorbij` : row.due.text,
          row.cell.result.expected === null ? '' : dayNumber(lastDay(row.cell.result.expected)),
        ),
        ...(hasResponsible ? [sortCell(row.responsible ?? 'niet genoemd', null)] : []),
      ],
    })),
  };
}
