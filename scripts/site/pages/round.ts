import type { RoundFigures } from '../../compute/round.ts';
import { publishedSentence } from '../../format/change.ts';
import { dateText } from '../../format/date.ts';
import { assessorText, roundKindText } from '../../format/terms.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { answerView, isPast } from '../views/answer.ts';
import { changeFigure, changeOf } from '../views/change.ts';
import { chartViewOn } from '../views/chart.ts';
import { correctionViews } from '../views/correction.ts';
import { roundDescription } from '../views/description.ts';
import { knownResults } from '../views/known-results.ts';
import { link } from '../views/link.ts';
import { matrixView } from '../views/matrix.ts';
import { inProgressSentence, newestNotice } from '../views/notice.ts';
import { reportedRows } from '../views/reported-list.ts';
import { scopeTable, shortOrganisationRows, shortThemeRows, sinceNote } from '../views/scope-table.ts';
import { sharedNote } from '../views/score.ts';
import { roundOrigins, sourceViews } from '../views/source.ts';

/** The view of a round's page: the round as published. */
export function roundView(context: ReportContext, norm: NormContext, figures: RoundFigures) {
  const { round } = figures;
  const { version, complete } = norm.norm;
  const page = context.to.round(version, round.id);
  const change = changeOf(norm, round);
  const reported = reportedRows(context, norm, figures);
  return {
    notice: newestNotice(context, norm, round),
    charts: {
      themes: chartViewOn(context, page, version, 'themes'),
      organisations: chartViewOn(context, page, version, 'organisations'),
    },
    facts: [
      { name: 'Soort', text: roundKindText(round.kind) },
      { name: 'Datum', text: dateText(round.date) },
      ...(round.assessment ? [{ name: 'Wie beoordeelde', text: assessorText(round.assessment.by) }] : []),
      ...(round.published ? [{ name: 'Gepubliceerd', text: dateText(round.published) }] : []),
    ],
    norm: link(`Norm ${version}`, context.to.norm(version)),
    answer: answerView(context, norm, figures, { kind: 'total' }, `norm ${version}`, isPast(norm, figures)),
    // An older round links to a newer one instead.
    inProgress: round.id === norm.latest?.round.id ? inProgressSentence(context, norm) : null,
    onlyReported:
      round.level === 'total'
        ? 'Van deze meting zijn alleen gerapporteerde cijfers openbaar, geen resultaten per ambitiepunt.'
        : null,
    change: change && complete ? { before: change.from.title, figure: changeFigure(context, norm, change) } : null,
    assessment: round.assessment?.explanation ?? null,
    explanation: round.explanation,
    published: publishedSentence(round.published, round.corrections.length),
    corrections: correctionViews(context, norm, (_, { id }) => id === round.id),
    themes: scopeTable(
      'Thema',
      `Stand per thema, ${round.title}`,
      shortThemeRows(context, norm, figures),
      `De thema’s van norm ${version} zijn niet openbaar.`,
      sinceNote(norm, figures),
    ),
    themesNone: 'Cijfers per thema zijn niet openbaar.',
    organisations: scopeTable(
      'Organisatie',
      `Stand per organisatie, ${round.title}`,
      shortOrganisationRows(context, norm, figures),
      'Er zijn geen deelnemers bekend.',
      sinceNote(norm, figures),
    ),
    organisationsNone: 'Cijfers per organisatie zijn niet openbaar.',
    reported,
    reportedWeight: sharedNote(reported.map(({ computed }) => computed?.weight ?? null)),
    known: !complete && figures.cells.length > 0 ? knownResults(context, norm, figures) : null,
    matrix: complete ? matrixView(context, norm, figures, norm.norm.ambitions) : null,
    sources: sourceViews(context, round.sources),
    origins: roundOrigins(context, figures),
  };
}

/** A page for each published round of each norm. */
export function roundPages(context: ReportContext): PageItem[] {
  return context.norms.flatMap((norm) =>
    norm.figures.rounds.map(
      (figures) =>
        new PageItem(
          context,
          {
            address: context.at.round(norm.norm.version, figures.round.id),
            parent: context.at.norm(norm.norm.version),
            norm: norm.norm,
            round: figures.round,
            describe: () => roundDescription(context, norm, figures),
          },
          () => roundView(context, norm, figures),
        ),
    ),
  );
}
