import { applicable, countStatuses, known, type StatusCounts } from '../../compute/cells.ts';
import { percentagesOf, score } from '../../compute/figures.ts';
import { fraction, type Fraction, subtract } from '../../model/fraction.ts';
import { amount, asSentence, capitalized, enumeration } from '../../format/sentence.ts';
import { boundsText, decimal, differenceText, percentText, weightText } from '../../format/number.ts';
import { CONTRACT_WORDS, statusPhrase } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import { type Status, STATUSES } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { link, type Link } from '../views/link.ts';
import { statusView } from '../views/result.ts';

/** Results of two made-up organisations on two ambitions. Source: figures, "Worked example". */
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

/** The worked example, computed by the same code as every other figure. */
function workedExample() {
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
    results: EXAMPLE.map(({ name, statuses }) => ({
      name,
      statuses: statuses.map((status) => statusView(status, { statusWords: CONTRACT_WORDS })),
    })),
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

/** In the older norm of the second example, a partly achieved ambition does not count at all. */
const OLD_WEIGHT = fraction(0);

function sideBySide(label: string, before: Fraction, after: Fraction) {
  // The organisation has the same results in both norms.
  const counts = countStatuses(EXAMPLE[0]!.statuses);
  const [from, to] = [before, after].map((weight) => percentagesOf(counts, weight).percentage!);
  return { label, cells: [percentText(from!), percentText(to!), differenceText(subtract(to!, from!))] };
}

/**
 * Shows why two norms must be counted the same way: the same results, counted by each norm's own rule and by the newer
 * one's.
 */
function likeForLikeExample() {
  return {
    columns: ['Oude norm', 'Nieuwe norm', 'Verschil'],
    rows: [
      sideBySide('Elke norm zoals zij zelf telt', OLD_WEIGHT, WEIGHT),
      sideBySide('Beide zoals de nieuwe norm telt', WEIGHT, WEIGHT),
    ],
  };
}

/** What is not known about one norm, in sentences. */
interface NotKnown {
  readonly norm: Link;
  readonly sentences: readonly string[];
}

function results(count: number): string {
  return amount(count, 'resultaat', 'resultaten');
}

function unknownSentence(title: string, counts: StatusCounts): string[] {
  const parts = [
    ...(counts['not-assessed'] > 0 ? [`${results(counts['not-assessed'])} niet beoordeeld`] : []),
    ...(counts['not-public'] > 0 ? [`${results(counts['not-public'])} niet openbaar`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    `In de laatste meting (${title}) ${(counts['not-assessed'] || counts['not-public']) === 1 ? 'is' : 'zijn'} ${enumeration(parts)}.`,
  ];
}

function pointSentences({ norm }: NormContext): string[] {
  if (norm.complete) return [];
  return [
    norm.ambitions.length === 0
      ? 'De ambitiepunten zijn niet openbaar.'
      : 'De lijst van ambitiepunten is niet openbaar, en niet alle resultaten zijn dat. U ziet alleen wat wel bekend is. Daar rekenen wij geen percentage over uit.',
  ];
}

function roundSentences({ norm, latest, figures }: NormContext): string[] {
  if (!latest) return ['Er zijn geen openbare resultaten van een meting.'];
  const reportedOnly = figures.rounds.filter(({ round }) => round.level === 'total').map(({ round }) => round.title);
  const total = latest.byScope.get('total')?.counts;
  return [
    ...(reportedOnly.length > 0
      ? [`Van ${enumeration(reportedOnly)} zijn alleen gerapporteerde cijfers openbaar, niet de resultaten per punt.`]
      : []),
    ...(norm.complete && total ? unknownSentence(latest.round.title, total) : []),
  ];
}

/** Per norm, newest first, what is not known; norms that are fully known are left out. */
export function notKnown(context: ReportContext): NotKnown[] {
  return context.norms.toReversed().flatMap((norm) => {
    const sentences = [...pointSentences(norm), ...roundSentences(norm)];
    const { title, version } = norm.norm;
    return sentences.length === 0 ? [] : [{ norm: link(`${title} ${version}`, context.to.norm(version)), sentences }];
  });
}

const TOTAL = {
  joint: 'Het totaal gaat over alle resultaten samen.',
  'mean-per-organisation': 'Het totaal is het gemiddelde van de organisaties: elke organisatie telt even zwaar.',
} as const;

/** A norm's own words for results, next to those of the data. */
function ownWords({ statusWords }: Norm): string[] {
  const words = STATUSES.flatMap((status) => {
    const own = statusPhrase(status, statusWords);
    const usual = statusPhrase(status, CONTRACT_WORDS);
    return own === usual ? [] : [`${own} voor ${usual}`];
  });
  return words.length === 0 ? [] : [`Deze norm heeft eigen woorden: ${enumeration(words)}.`];
}

/** How the figures are made, and what is not known. */
function methodView(context: ReportContext) {
  return {
    example: workedExample(),
    likeForLike: likeForLikeExample(),
    norms: context.norms.toReversed().map(({ norm }) => ({
      ...link(`${norm.title} ${norm.version}`, context.to.norm(norm.version)),
      counting: norm.complete
        ? [asSentence(capitalized(weightText(norm))), TOTAL[norm.counting.total], ...ownWords(norm)]
        : ['Niet alles is openbaar. Daarom rekenen wij geen totaal uit.'],
    })),
    comparisons: context.report.comparisons.map(({ from, to }) =>
      link(`Norm ${from.version} naast norm ${to.version}`, context.to.comparison(from.version, to.version)),
    ),
    notKnown: notKnown(context),
    anyNorm: context.norms.length > 0,
    data: context.to.data,
    recalculate: context.to.recalculate,
  };
}

/** The page that explains how the figures are made. */
export function methodPages(context: ReportContext): PageItem[] {
  return [new PageItem(context, { address: context.at.method, parent: context.at.home }, () => methodView(context))];
}
