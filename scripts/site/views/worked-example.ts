import { applicable, countStatuses, known } from '../../compute/counts.ts';
import { percentagesOf, score } from '../../compute/figures.ts';
import { subtract } from '../../compute/fraction.ts';
import { decimal } from '../../format/number.ts';
import { boundsText, differenceText, percentText } from '../../format/percentage.ts';
import { fraction, type Fraction } from '../../model/fraction.ts';
import type { Status } from '../../model/round.ts';
import { statusView } from './status.ts';

/** What two made-up organisations achieved on two points. Source: figures, "Worked example". */
const EXAMPLE: readonly { readonly name: string; readonly statuses: readonly Status[] }[] = [
  { name: 'Organisatie A', statuses: ['achieved', 'partly-achieved'] },
  { name: 'Organisatie B', statuses: ['not-achieved', 'not-public'] },
];

const WEIGHT = fraction(1, 2);

function orNone(value: Fraction | null): string {
  return value ? `${decimal(value)}%` : 'geen';
}

function columnOf(name: string, statuses: readonly Status[]) {
  const counts = countStatuses(statuses);
  const { percentage, lower, upper, coverage } = percentagesOf(counts, WEIGHT);
  return {
    name,
    applicable: applicable(counts),
    known: known(counts),
    score: decimal(score(counts, WEIGHT)),
    percentage: orNone(percentage),
    lower: orNone(lower),
    upper: orNone(upper),
    coverage: orNone(coverage),
    shown: percentage ? percentText(percentage) : lower && upper ? boundsText(lower, upper) : 'geen cijfer',
  };
}

/** The worked example, made by the same code as every other figure. */
export function workedExample() {
  const columns = [
    ...EXAMPLE.map(({ name, statuses }) => columnOf(name, statuses)),
    columnOf(
      'Samen',
      EXAMPLE.flatMap(({ statuses }) => statuses),
    ),
  ];
  function row(label: string, key: keyof (typeof columns)[number]) {
    return {
      label,
      cells: columns.map((column) => column[key]),
    };
  }
  return {
    results: EXAMPLE.map(({ name, statuses }) => ({ name, statuses: statuses.map(statusView) })),
    columns: columns.map(({ name }) => name),
    rows: [
      row('Resultaten die meetellen', 'applicable'),
      row('Daarvan bekend', 'known'),
      row('Score', 'score'),
      row('Percentage', 'percentage'),
      row('Ondergrens', 'lower'),
      row('Bovengrens', 'upper'),
      row('Dekking', 'coverage'),
      row('Zo staat het op de site', 'shown'),
    ],
  };
}

/** In the older norm of the second example a partly achieved point counts for nothing. */
const OLD_WEIGHT = fraction(0);

function sideBySide(label: string, before: Fraction, after: Fraction) {
  // The organisation has the same results in both norms.
  const counts = countStatuses(EXAMPLE[0]!.statuses);
  const [from, to] = [before, after].map((weight) => percentagesOf(counts, weight).percentage!);
  return { label, cells: [percentText(from!), percentText(to!), differenceText(subtract(to!, from!))] };
}

/** Why two norms are counted alike: the same results, counted as each norm counts and as the newer one does. */
export function likeForLikeExample() {
  return {
    columns: ['Oude norm', 'Nieuwe norm', 'Verschil'],
    rows: [
      sideBySide('Elke norm zoals zij zelf telt', OLD_WEIGHT, WEIGHT),
      sideBySide('Beide zoals de nieuwe norm telt', WEIGHT, WEIGHT),
    ],
  };
}
