import type { Cell } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { dateText, periodText } from '../../format/date.ts';
import { enumeration } from '../../format/sentence.ts';
import { kindText } from '../../format/terms.ts';
import { groupBy } from '../../model/group.ts';
import type { Ambition } from '../../model/norm.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { correctionViews } from '../views/correction.ts';
import { ambitionDescription } from '../views/description.ts';
import { figureView } from '../views/figure.ts';
import { ambitionName, link, type Link } from '../views/link.ts';
import { inProgressSentence } from '../views/notice.ts';
import { NO_CELL, resultView, type ResultView, statusView } from '../views/result.ts';
import { originLink, sourceViews } from '../views/source.ts';
import { originView, successionViews } from '../views/succession.ts';
import { trailsOf, trailView } from '../views/trail.ts';

/** A sentence saying to whom an ambition applies, and from and until when. */
function applicabilitySentence(context: ReportContext, { appliesTo, from, until }: Ambition): string {
  const period = periodText(from, until);
  const when = period === null ? '' : ` ${period}`;
  if (appliesTo === null) return `Dit geldt${when} voor alle deelnemers.`;
  if (appliesTo.length === 0) return 'Dit geldt voor geen enkele deelnemer.';
  const whom = appliesTo.map((to) => ('kind' in to ? kindText(to.kind) : context.organisation(to.organisation).name));
  return `Dit geldt${when} voor ${enumeration(whom)}.`;
}

/** Rounds in which the ambition applied to anyone, by date. */
function roundsWith(norm: NormContext, ambition: Ambition): RoundFigures[] {
  return norm.figures.rounds.filter((round) => norm.index(round).byAmbition.has(ambition.id));
}

/** The status of each participant in the newest round, with its line through all rounds of all norms. */
function historyTable(context: ReportContext, norm: NormContext, ambition: Ambition, newest: RoundFigures) {
  const legs = trailsOf(context, norm)(ambition);
  const rows = context.report.data.organisations.flatMap(({ id, name }) => {
    const trail = trailView(context, legs, id);
    if (trail.length === 0) return [];
    const cell = norm.index(newest).cell(ambition.id, id);
    return [
      {
        organisation: link(name, context.to.organisation(id)),
        status: cell ? statusView(cell.result.status, norm.norm) : NO_CELL,
        trail,
      },
    ];
  });
  const others = [...new Set(rows.flatMap(({ trail }) => trail.slice(1).map(({ version }) => version)))];
  return {
    caption: 'Status per organisatie, met het verloop: de nieuwste meting vooraan',
    head: `${newest.round.title} (${dateText(newest.round.date)})`,
    rows,
    reading:
      others.length === 0 ? null : `Achter = of ≠ staat norm ${enumeration(others)}: wel of niet te vergelijken.`,
  };
}

/**
 * Groups results with exactly the same remarks, so that one sentence about six municipalities is not repeated six
 * times.
 */
function together(results: readonly ResultView[]) {
  return [...groupBy(results, ({ organisation: _, place: __, ...said }) => JSON.stringify(said)).values()].map(
    (same) => ({
      ...same[0]!,
      organisations: same.map(({ organisation }) => organisation),
      // The places of several results go below, with the other places.
      place: same.length === 1 ? same[0]!.place : null,
    }),
  );
}

/** Remarks on the results, newest round first. */
function remarkLists(context: ReportContext, norm: NormContext, ambition: Ambition, rounds: readonly RoundFigures[]) {
  return rounds.toReversed().flatMap((round) => {
    const cells = norm.index(round).byAmbition.get(ambition.id) ?? [];
    function hasText({ result }: Cell) {
      return (result.explanation ?? result.reason ?? result.expected ?? result.responsible) !== null;
    }
    const results = together(cells.filter(hasText).map((cell) => resultView(context, norm, cell)));
    const sources = sourceViews(
      context,
      cells.filter((cell) => !hasText(cell)).flatMap(({ result }) => result.sources),
    );
    return results.length + sources.length === 0 ? [] : [{ heading: round.round.title, results, sources }];
  });
}

/** Places in the data of the ambition and its newest results; empty without a repository. */
function originsOf(context: ReportContext, ambition: Ambition, cells: readonly Cell[]): Link[] {
  return [
    { text: 'Het punt', place: ambition.at.start },
    ...cells.map(({ organisation, result }) => ({
      text: context.organisation(organisation).shortName,
      place: result.place,
    })),
  ].flatMap(({ text, place }) => {
    const to = originLink(context, place);
    return to ? [link(`${text} (${to.text})`, to.href)] : [];
  });
}

/** The view of an ambition's page. */
function ambitionView(context: ReportContext, norm: NormContext, ambition: Ambition) {
  const rounds = roundsWith(norm, ambition);
  const newest = rounds.at(-1) ?? null;
  const theme = ambition.theme === null ? undefined : norm.theme(ambition.theme);
  return {
    explanation: ambition.explanation,
    criteria: ambition.criteria,
    applicability: applicabilitySentence(context, ambition),
    theme: theme ? link(theme.title, context.to.theme(norm.norm.version, theme.id)) : null,
    kind: norm.norm.complete ? 'Ambitiepunt van' : 'Openbaar bekend resultaat van',
    norm: link(`norm ${norm.norm.version}`, context.to.norm(norm.norm.version)),
    figure:
      newest && figureView(context, norm, newest, { kind: 'ambition', ambition: ambition.id, theme: ambition.theme }),
    inProgress: inProgressSentence(context, norm),
    noResults:
      norm.norm.complete && norm.latest?.round.level !== 'total'
        ? 'Van dit punt zijn er nog geen resultaten.'
        : 'Van dit punt zijn geen resultaten openbaar.',
    history: newest && historyTable(context, norm, ambition, newest),
    remarks: remarkLists(context, norm, ambition, rounds),
    corrections: correctionViews(
      context,
      norm,
      ({ value }) => value.kind === 'result' && value.ambition === ambition.id,
    ),
    origin: originView(context, norm, ambition),
    successions: successionViews(context, norm, ambition),
    sources: sourceViews(context, norm.norm.sources),
    origins: originsOf(context, ambition, newest ? (norm.index(newest).byAmbition.get(ambition.id) ?? []) : []),
  };
}

/** A page for each ambition of each norm. */
export function ambitionPages(context: ReportContext): PageItem[] {
  return context.norms.flatMap((norm) =>
    norm.norm.ambitions.map((ambition) => {
      const { version } = norm.norm;
      const theme = ambition.theme === null ? undefined : norm.theme(ambition.theme);
      return new PageItem(
        context,
        {
          address: context.at.ambition(version, ambition.id),
          parent: theme ? context.at.theme(version, theme.id) : context.at.norm(version),
          norm: norm.norm,
          ambition,
          name: ambitionName(ambition),
          describe: () => ambitionDescription(norm, ambition),
        },
        () => ambitionView(context, norm, ambition),
      );
    }),
  );
}
