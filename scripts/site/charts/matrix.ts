import { matrix, type MatrixRow } from '../../charts/matrix.ts';
import { kebab, STATUS_COLOUR_NAME } from '../../charts/style.ts';
import { countStatuses } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { dateText } from '../../format/date.ts';
import { asSentence } from '../../format/sentence.ts';
import { tallyText } from '../../format/progress.ts';
import { statusText } from '../../format/terms.ts';
import { STATUSES } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { link } from '../views/link.ts';
import { chartFigure, type ChartFigure, versionId } from './figure.ts';

/** Organisation × point in one round, as a heat map; null where the norm is not complete or nothing is a cell. */
export function matrixChart(context: ReportContext, norm: NormContext, round: RoundFigures): ChartFigure | null {
  if (!norm.norm.complete || round.cells.length === 0) return null;
  const index = norm.index(round);
  const participants = norm.norm.participants.filter(({ organisation }) => index.byOrganisation.has(organisation));
  const names = participants.map(({ organisation }) => context.organisation(organisation).shortName);
  const rows = norm.norm.ambitions
    .filter(({ id }) => index.byAmbition.has(id))
    .map(({ id, number, title }): MatrixRow => ({
      label: number ?? `${title.slice(0, 4)}…`,
      title: number === null ? title : `${number} ${title}`,
      statuses: participants.map(({ organisation }) => index.cell(id, organisation)?.result.status ?? null),
    }));
  const counts = countStatuses(round.cells.map(({ result }) => result.status));
  const { version } = norm.norm;
  return chartFigure(
    matrix,
    { organisations: names, rows, words: norm.norm.statusWords },
    {
      id: `norm-${versionId(version)}-meting-${round.round.id}-matrix`,
      title: `Elk punt bij elke organisatie, ${round.round.title}`,
      sentence: asSentence(
        `Samen: ${
          tallyText(
            {
              achieved: counts.achieved,
              partly: counts['partly-achieved'],
              notAchieved: counts['not-achieved'],
              notAssessed: counts['not-assessed'],
              notPublic: counts['not-public'],
            },
            norm.norm.statusWords,
          ) ?? 'niets is van toepassing'
        }`,
      ),
      legend: STATUSES.filter((status) => counts[status] > 0).map((status) => ({
        colour: kebab(STATUS_COLOUR_NAME[status]),
        ...statusText(status, norm.norm.statusWords),
      })),
      role: 'matrix',
      version,
      shownOn: context.to.round(version, round.round.id),
      round: {
        link: link(round.round.title, context.to.round(version, round.round.id)),
        date: dateText(round.round.date),
      },
      sources: round.round.sources,
      table: {
        head: ['Ambitiepunt', ...names],
        rows: rows.map(({ title, statuses }) => [
          title,
          ...statuses.map((status) =>
            status === null ? 'geldt hier niet' : statusText(status, norm.norm.statusWords).text,
          ),
        ]),
      },
    },
  );
}
