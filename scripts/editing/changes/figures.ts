import { type Figures, type Scope, scopeKey } from '../../compute/figures.ts';
import type { Report } from '../../compute/report.ts';
import { known } from '../../compute/cells.ts';
import { publicResultsText, stepsText } from '../../format/sentence.ts';
import { boundsText, differenceText, NO_FIGURE, percentText, reportedText } from '../../format/number.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { Norm } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';
import { pointName } from './entity.ts';
import { escaped } from './markdown.ts';

/** One figure that readers can see: its text, and its exact value. */
interface FigureOnSite {
  /** Figures of one group share a line. */
  readonly group: string;
  /** Where it is shown: a round, a comparison, or the top of a report. */
  readonly place: string;
  readonly name: string;
  readonly shown: string;
  readonly exact: string;
}

function exactly(value: Fraction | null): string {
  return value ? `${value.numerator}/${value.denominator}` : '-';
}

function shownText(norm: Norm, { counts, percentage, lower, upper, reported }: Figures): string {
  const computed = !counts
    ? null
    : !norm.complete
      ? publicResultsText(known(counts))
      : percentage
        ? percentText(percentage)
        : lower && upper
          ? boundsText(lower, upper)
          : NO_FIGURE;
  const stated = reported && `gerapporteerd ${reportedText(reported.percentage)}`;
  return [computed, stated].filter(Boolean).join(', ');
}

const GROUPS: Readonly<Record<Scope['kind'], string>> = {
  total: 'Organisaties en totaal',
  organisation: 'Organisaties en totaal',
  theme: 'Thema’s',
  'theme-organisation': 'Thema’s per organisatie',
  ambition: 'Punten',
};

/** First the organisations that changed, then the total: "Voorbeelddam 71% → 75%; totaal blijft 83%". */
const ORDER: readonly Scope['kind'][] = ['organisation', 'total', 'theme', 'theme-organisation', 'ambition'];

/** Every figure of a published report, by a key that does not depend on its value. */
function figuresOf({ data, norms, comparisons, headline }: Report): Map<string, FigureOnSite> {
  const organisations = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  const figures = new Map<string, FigureOnSite>();
  function keyOf({ version }: Norm, { id }: Round): string {
    return `meting ${version} ${id}`;
  }

  function nameOf(norm: Norm, scope: Scope): string {
    const theme =
      'theme' in scope ? (norm.themes.find(({ id }) => id === scope.theme)?.title ?? String(scope.theme)) : '';
    switch (scope.kind) {
      case 'total':
        return 'totaal';
      case 'theme':
        return theme;
      case 'organisation':
        return organisations.get(scope.organisation) ?? scope.organisation;
      case 'theme-organisation':
        return `${organisations.get(scope.organisation) ?? scope.organisation} bij ${theme}`;
      case 'ambition': {
        const point = norm.ambitions.find(({ id }) => id === scope.ambition);
        return point ? pointName(point) : scope.ambition;
      }
    }
  }

  for (const { norm, rounds, changes } of norms) {
    for (const { round, figures: sets } of rounds) {
      for (const set of sets.toSorted((a, b) => ORDER.indexOf(a.scope.kind) - ORDER.indexOf(b.scope.kind))) {
        figures.set(`${keyOf(norm, round)} ${scopeKey(set.scope)}`, {
          group: GROUPS[set.scope.kind],
          place: `Norm ${norm.version}, ${round.title}`,
          name: nameOf(norm, set.scope),
          shown: shownText(norm, set),
          exact: JSON.stringify([
            set.counts,
            ...[set.percentage, set.lower, set.upper, set.reported?.percentage ?? null].map(exactly),
          ]),
        });
      }
    }
    for (const { from, to, scopes } of changes) {
      for (const { scope, forward, backward, equal, difference } of scopes.toSorted(
        (a, b) => ORDER.indexOf(a.scope.kind) - ORDER.indexOf(b.scope.kind),
      )) {
        const steps = stepsText(forward, backward, equal);
        const shown = difference ? `${differenceText(difference)} (${steps})` : steps;
        figures.set(`sinds ${keyOf(norm, from)} ${keyOf(norm, to)} ${scopeKey(scope)}`, {
          group: `Verandering sinds ‘${from.title}’`,
          place: `Norm ${norm.version}, ${to.title}`,
          name: nameOf(norm, scope),
          shown,
          exact: exactly(difference) + steps,
        });
      }
    }
  }
  for (const { from, to, rows } of comparisons) {
    for (const {
      scope,
      cells,
      difference,
      percentageFrom,
      percentageTo,
      added,
      dropped,
      notComparable,
      leftOut,
    } of rows) {
      // Without its two percentages, a difference would be read against the figures of the rounds.
      const shown =
        difference && percentageFrom && percentageTo
          ? `van ${percentText(percentageFrom)} naar ${percentText(percentageTo)} (${differenceText(difference)})`
          : NO_FIGURE;
      figures.set(`vergelijking ${from.version} ${to.version} ${scopeKey(scope)}`, {
        group: 'Verschil op vergelijkbare punten',
        place: `Vergelijking van norm ${from.version} en norm ${to.version}`,
        name: nameOf(to, scope),
        shown,
        exact: JSON.stringify([
          cells,
          exactly(percentageFrom),
          exactly(percentageTo),
          added,
          dropped,
          notComparable,
          leftOut,
        ]),
      });
    }
  }
  if (headline) {
    const { norm } = headline.norm;
    const shown = shownText(norm, headline.figures);
    // If another norm moves to the top, its figure is a new one, not a new value of the old one.
    figures.set(`kop ${norm.version}`, {
      group: 'Kop',
      place: 'Bovenaan het rapport',
      name: `Norm ${norm.version}:`,
      shown,
      exact: shown,
    });
  }
  return figures;
}

/** The line for one figure. `conceals`: a result has become confidential; the old figure would reveal it. */
function figureText(before: FigureOnSite | undefined, after: FigureOnSite | undefined, conceals: boolean): string {
  const name = escaped((after ?? before)!.name);
  if (conceals) return after ? `${name} nu **${after.shown}**` : `${name} vervalt`;
  if (!before) return `${name} ${after!.shown}`;
  if (!after) return `${name} ${before.shown} → vervalt`;
  return before.shown === after.shown
    ? `${name} blijft ${after.shown}`
    : `${name} ${before.shown} → **${after.shown}**`;
}

/** Figures that changed, even where rounding hides the change, by where they are shown. */
export function figureLines(before: Report | null, after: Report | null, conceals: boolean): string[] {
  const [old, fresh] = [
    before ? figuresOf(before) : new Map<string, FigureOnSite>(),
    after ? figuresOf(after) : new Map<string, FigureOnSite>(),
  ];
  const places = new Map<string, Map<string, string[]>>();
  for (const key of new Set([...fresh.keys(), ...old.keys()])) {
    const [from, to] = [old.get(key), fresh.get(key)];
    if (from?.exact === to?.exact) continue;
    const { place, group } = (to ?? from)!;
    const groups = places.get(place) ?? new Map<string, string[]>();
    groups.set(group, [...(groups.get(group) ?? []), figureText(from, to, conceals)]);
    places.set(place, groups);
  }
  return [...places].flatMap(([place, groups]) => [
    `**${escaped(place)}**`,
    '',
    ...[...groups].flatMap(([group, texts]) =>
      texts.length > 12
        ? [
            '<details>',
            `<summary>${escaped(group)}: ${texts.length} cijfers</summary>`,
            '',
            ...texts.map((text) => `- ${text}`),
            '',
            '</details>',
            '',
          ]
        : [`- ${group === 'Kop' ? '' : `${escaped(group)}: `}${texts.join('; ')}`],
    ),
    '',
  ]);
}
