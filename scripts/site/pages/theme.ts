import type { Theme } from '../../model/norm.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { chartViewOn } from '../views/chart.ts';
import { themeDescription } from '../views/description.ts';
import { figureView } from '../views/figure.ts';
import { ambitionLink } from '../views/link.ts';
import { matrixView } from '../views/matrix.ts';
import { inProgressSentence } from '../views/notice.ts';
import { roundTable } from '../views/round-table.ts';
import { themeOrganisationRows, scopeTable } from '../views/scope-table.ts';

/** What the page of a theme shows. */
function themeView(context: ReportContext, norm: NormContext, theme: Theme) {
  const {
    latest,
    norm: { version, complete },
  } = norm;
  const page = context.to.theme(version, theme.id);
  const points = norm.ambitionsOf(theme.id);
  const rounds = roundTable(context, norm, { kind: 'theme', theme: theme.id }, theme.title);
  const figure = latest && figureView(context, norm, latest, { kind: 'theme', theme: theme.id });
  return {
    explanation: theme.explanation,
    charts: {
      progress: chartViewOn(context, page, version, 'progress'),
      organisations: chartViewOn(context, page, version, 'organisations'),
    },
    figure: figure?.isInformative ? figure : null,
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

/** Each theme of each norm. */
export function themePages(context: ReportContext): PageItem[] {
  return context.norms.flatMap((norm) =>
    norm.norm.themes.map(
      (theme) =>
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
    ),
  );
}
