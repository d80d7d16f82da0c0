import { dateText } from '../../format/date.ts';
import { amount, capitalized } from '../../format/sentence.ts';
import { roundKindText, statusText } from '../../format/terms.ts';
import type { Edition, FrozenFigure, FrozenResult, FrozenScope } from '../../model/edition.ts';
import { groupBy } from '../../model/group.ts';
import { editionChartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import { archiveName, frozenName } from '../downloads/edition.ts';
import { PageItem } from '../page-item.ts';
import type { CorrectionView } from '../views/correction.ts';
import { correctedSince, type FrozenPlace, frozenPlace, saidNow, type SaidNow } from '../views/frozen.ts';
import { anchorOf, editionTitle, type SaidFigure, saidThen } from '../views/said.ts';
import { link } from '../views/link.ts';
import { sharedNote } from '../views/score.ts';

/** A figure as it was, and as it is now where that differs. */
interface FrozenRow {
  /** Its anchor on the page; permanent. */
  readonly id: string;
  readonly name: string;
  /** Null where it was taken out. */
  readonly said: SaidFigure | null;
  readonly now: SaidNow | null;
  /** Text and link to copy; null where it was taken out. */
  readonly citation: string | null;
  /** For an ambition: who had which result, and which of those have changed since. */
  readonly results: readonly ResultGroup[];
  readonly changed: readonly string[];
}

interface ResultGroup {
  readonly text: string;
  readonly names: string;
}

/** The subject of a figure, as part of a sentence. */
function whatOf(name: string, { kind }: FrozenScope): string {
  switch (kind) {
    case 'total':
      return 'alle organisaties samen';
    case 'theme':
      return `thema ${name}`;
    case 'ambition':
      return `ambitiepunt ${name}`;
    default:
      return name;
  }
}

/** The publisher, round and edition, with a permanent link to the figure. */
function citationOf(place: FrozenPlace, { scope }: FrozenFigure, name: string, said: SaidFigure): string {
  const { context, edition, norm, round } = place;
  const basis = [said.basis, said.weight, said.reported && `gerapporteerd: ${said.reported}`].filter((each) => each);
  const address = context.at.editionRound(edition.id, norm.version, round.id);
  return [
    `${edition.publisher}, ${editionTitle(edition)}, editie van ${dateText(edition.id)}.`,
    `Norm ${norm.version}, ${round.title} (${dateText(round.date)}), ${whatOf(name, scope)}:`,
    `${said.value} (${basis.join('; ')}).`,
    `${context.settings.address}${address}#${anchorOf(scope.key)}`,
  ].join(' ');
}

function rowOf(place: FrozenPlace, figure: FrozenFigure, since: readonly CorrectionView[]): FrozenRow {
  const name = frozenName(figure, place.norm, place.edition.organisations);
  const said = saidThen(figure, place.norm);
  return {
    id: anchorOf(figure.scope.key),
    name,
    said,
    now: saidNow(place, figure, since),
    citation: said && citationOf(place, figure, name, said),
    results: [],
    changed: [],
  };
}

function takenOutText({ takenOut: { results, documents } }: Edition): string | null {
  const parts = [
    ...(results.length > 0 ? [amount(results.length, 'resultaat', 'resultaten')] : []),
    ...(documents > 0 ? [amount(documents, 'document', 'documenten')] : []),
  ];
  if (parts.length === 0) return null;
  const isOne = results.length + documents === 1;
  return `Uit deze editie ${isOne ? 'is' : 'zijn'} ${parts.join(' en ')} weggehaald, omdat ${isOne ? 'dat' : 'die'} niet meer openbaar ${isOne ? 'is' : 'zijn'}. Cijfers waarin een weggehaald resultaat telde, zijn leeg.`;
}

/** The notice at the top of each page of an edition. */
function noticeOf(context: ReportContext, edition: Edition) {
  const newest = context.report.data.editions.at(-1)!;
  return {
    edition: link(`Editie van ${dateText(edition.id)}`, context.to.edition(edition.id)),
    day: dateText(edition.id),
    now: link('Naar de site van nu', context.to.home),
    newer:
      newest === edition ? null : link(`Er is een nieuwere: ${dateText(newest.id)}`, context.to.edition(newest.id)),
    takenOut: takenOutText(edition),
  };
}

function resultGroups({ edition, norm }: FrozenPlace, results: readonly FrozenResult[]): ResultGroup[] {
  const groups = groupBy(results, ({ status, isTakenOut }) =>
    isTakenOut ? 'weggehaald' : statusText(status, norm.statusWords).text,
  );
  return [...groups].map(([text, list]) => ({
    text,
    names: list
      .map(({ organisation }) => edition.organisations.get(organisation)?.shortName ?? organisation)
      .join(', '),
  }));
}

/** Results that have changed since: "Voorbeelddam: nu deels behaald". */
function changedResults({ edition, norm, now }: FrozenPlace, results: readonly FrozenResult[]): string[] {
  if (!now) return [];
  const index = now.norm.index(now.figures);
  return results.flatMap(({ ambition, organisation, status }) => {
    const found = index.cell(ambition, organisation)?.result.status;
    const name = edition.organisations.get(organisation)?.shortName ?? organisation;
    return found === status
      ? []
      : [`${name} nu ${found ? statusText(found, norm.statusWords).text : 'zonder resultaat'}`];
  });
}

/** The frozen data of an edition, from which all of its figures come, whatever has changed in the report since. */
function dataOf(context: ReportContext, edition: Edition) {
  return link('rapport.json', `${context.to.edition(edition.id)}rapport.json`);
}

/** A round of an edition, with every figure as it was. */
function editionRoundView(context: ReportContext, place: FrozenPlace) {
  const { edition, norm, round } = place;
  const since = correctedSince(place);
  const address = context.to.editionRound(edition.id, norm.version, round.id);
  const results = groupBy(round.results, ({ ambition }) => ambition);
  function rows(kind: FrozenScope['kind']): FrozenRow[] {
    return round.figures.filter(({ scope }) => scope.kind === kind).map((figure) => rowOf(place, figure, since));
  }
  const pairs = groupBy(
    round.figures.filter(({ scope }) => scope.kind === 'theme-organisation'),
    ({ scope }) => scope.organisation!,
  );
  return {
    ...noticeOf(context, edition),
    json: dataOf(context, edition),
    round: { date: dateText(round.date), kind: capitalized(roundKindText(round.kind)), norm: norm.version },
    total: rows('total').at(0) ?? null,
    themes: rows('theme'),
    organisations: rows('organisation'),
    points: rows('ambition').map((row) => {
      const own = results.get(row.id.slice(row.id.indexOf('_') + 1)) ?? [];
      return { ...row, results: resultGroups(place, own), changed: changedResults(place, own) };
    }),
    pairs: {
      themes: norm.themes.map(({ title }) => title),
      rows: [...pairs].map(([id, figures]) => ({
        name: edition.organisations.get(id)?.shortName ?? id,
        cells: figures.map((figure) => ({
          id: anchorOf(figure.scope.key),
          said: saidThen(figure, norm)?.value ?? 'weggehaald',
        })),
      })),
    },
    charts: editionChartsOf(context)
      .filter(({ chart, edition: of }) => of === edition && chart.shownOn === address)
      .map(({ chart, then }) => link(chart.title, then.to.chart(chart.id))),
    weight: sharedNote(round.figures.map((figure) => saidThen(figure, norm)?.weight ?? null)),
    corrections: since,
  };
}

/** An edition as a whole. */
function editionView(context: ReportContext, edition: Edition) {
  const folder = context.to.edition(edition.id);
  const places = edition.norms.toReversed().map((norm) => ({
    norm,
    places: norm.rounds.toReversed().map((each) => frozenPlace(context, edition, norm, each)),
  }));
  return {
    ...noticeOf(context, edition),
    publisher: edition.publisher,
    norms: places.map(({ norm, places: rounds }) => ({
      title: `${norm.title} ${norm.version}`,
      weight: sharedNote(
        norm.rounds.flatMap(({ figures }) => figures.map((figure) => saidThen(figure, norm)?.weight ?? null)),
      ),
      rounds: rounds.map((place) => {
        const figure = place.round.byKey.get('totaal');
        return {
          link: link(place.round.title, context.to.editionRound(edition.id, norm.version, place.round.id)),
          date: dateText(place.round.date),
          total: figure ? rowOf(place, figure, correctedSince(place)) : null,
        };
      }),
    })),
    charts: editionChartsOf(context)
      .filter(({ chart, edition: of }) => of === edition && chart.role === 'progress')
      .map(({ chart, then }) => link(chart.title, then.to.chart(chart.id))),
    corrections: places.flatMap(({ places: rounds }) => rounds.flatMap(correctedSince)),
    zip: link(archiveName(edition.id), `${folder}${archiveName(edition.id)}`),
    json: dataOf(context, edition),
    sha256: edition.sha256,
    recalculate: `${context.to.recalculation}?editie=${edition.id}`,
    script: `${context.to.recalculate}#zelf`,
    address: `${context.settings.address}${context.at.edition(edition.id)}`,
  };
}

/** The page that lists the editions, if there are any. */
export function editionsPages(context: ReportContext): PageItem[] {
  const { editions } = context.report.data;
  if (editions.length === 0) return [];
  return [
    new PageItem(context, { address: context.at.editions, parent: context.at.home }, () => ({
      editions: editions.toReversed().map((edition) => ({
        link: link(dateText(edition.id), context.to.edition(edition.id)),
        rounds: amount(edition.norms.flatMap(({ rounds }) => rounds).length, 'meting', 'metingen'),
        newest: edition.norms.at(-1)?.rounds.at(-1)?.title ?? null,
      })),
    })),
  ];
}

/** A page for each edition: what the report said on that day. */
export function editionPages(context: ReportContext): PageItem[] {
  return context.report.data.editions.map(
    (edition) =>
      new PageItem(
        context,
        { address: context.at.edition(edition.id), parent: context.at.editions, day: dateText(edition.id) },
        () => editionView(context, edition),
      ),
  );
}

/** A page for each round of each edition, whatever its size, so that its address never changes. */
export function editionRoundPages(context: ReportContext): PageItem[] {
  return context.report.data.editions.flatMap((edition) =>
    edition.norms.flatMap((norm) =>
      norm.rounds.map(
        (round) =>
          new PageItem(
            context,
            {
              address: context.at.editionRound(edition.id, norm.version, round.id),
              parent: context.at.edition(edition.id),
              day: dateText(edition.id),
              title: round.title,
              version: norm.version,
            },
            () => editionRoundView(context, frozenPlace(context, edition, norm, round)),
          ),
      ),
    ),
  );
}
