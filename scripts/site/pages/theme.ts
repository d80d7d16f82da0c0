import type { Theme } from '../../model/norm.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { answerView, isPast } from '../views/answer.ts';
import { chartViewOn } from '../views/chart.ts';
import { themeDescription } from '../views/description.ts';
import { ambitionLink } from '../views/link.ts';
import { matrixView } from '../views/matrix.ts';
import { inProgressSentence, successorNotice } from '../views/notice.ts';
import { roundTable } from '../views/round-table.ts';
import { hasThemePage, scopeTable, themeOrganisationRows } from '../views/scope-table.ts';

/** The view of a theme's page. */
function themeView(context: ReportContext, norm: NormContext, theme: Theme) {
  const {
    latest,
    norm: { version, complete },
  } = norm;
  const page = context.to.theme(version, theme.id);
  const points = norm.ambitionsOf(theme.id);
  const rounds = roundTable(context, norm, { kind: 'theme', theme: theme.id }, theme.title);
  const scope = { kind: 'theme', theme: theme.id } as const;
  const answer = latest && answerView(context, norm, latest, scope, `het thema ‘${theme.title}’`, isPast(norm, latest));
  return {
    notice: successorNotice(context, norm),
    explanation: theme.explanation,
    charts: {
      progress: chartViewOn(context, page, version, 'progress'),
      organisations: chartViewOn(context, page, version, 'organisations'),
    },
    answer: answer?.figure.isInformative ? answer : null,
    inProgress: inProgressSentence(context, norm),
    noFigure:
      latest && !complete
        ? `Het resultaat van dit thema is niet openbaar.`
        : latest
          ? 'Voor dit thema is er geen cijfer.'
          : `Van norm ${version} is nog geen meting openbaar.`,
    rounds: rounds.rows.some((row) => row.figure.isInformative) ? rounds : null,
    organisations: scopeTable(
      'Organisatie',
      `Stand per organisatie, ${latest?.round.title ?? 'nog geen meting'}`,
      themeOrganisationRows(context, norm, latest, theme.id),
      'Er zijn geen deelnemers bekend.',
    ),
    matrix: complete ? matrixView(context, norm, latest, points) : null,
    points: points.map((ambition) => ambitionLink(context, norm.norm, ambition)),
    noPoints: complete
      ? 'Onder dit thema vallen geen ambitiepunten.'
      : 'De ambitiepunten van dit thema zijn niet openbaar.',
  };
}

function themesOf(context: ReportContext, withPage: boolean): { readonly norm: NormContext; readonly theme: Theme }[] {
  return context.norms.flatMap((norm) =>
    norm.norm.themes.filter(({ id }) => hasThemePage(norm, id) === withPage).map((theme) => ({ norm, theme })),
  );
}

/** A page for each theme of each norm of which more is known than its name. */
export function themePages(context: ReportContext): PageItem[] {
  return themesOf(context, true).map(
    ({ norm, theme }) =>
      new PageItem(
        context,
        {
          address: context.at.theme(norm.norm.version, theme.id),
          parent: context.at.norm(norm.norm.version),
          norm: norm.norm,
          theme,
          describe: () => themeDescription(context, norm, theme),
        },
        () => themeView(context, norm, theme),
      ),
  );
}

/** Other themes had a page once: their addresses redirect to the page of their norm. */
export function movedThemePages(context: ReportContext): PageItem[] {
  return themesOf(context, false).map(
    ({ norm: { norm }, theme }) =>
      new PageItem(
        context,
        {
          address: context.at.theme(norm.version, theme.id),
          parent: context.at.norm(norm.version),
          norm,
          theme,
          onward: `${context.to.norm(norm.version)}#themas`,
        },
        () => ({}),
      ),
  );
}
