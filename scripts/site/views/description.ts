import { countStatuses, unknown } from '../../compute/cells.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { dateText, dateWhen } from '../../format/date.ts';
import { documentKindText, documentOrigin } from '../../format/document.ts';
import { amount, capitalized, enumeration } from '../../format/sentence.ts';
import { normStatusText, organisationNoun, statusPhrase } from '../../format/terms.ts';
import type { Ambition, Theme } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { PublicDocument } from '../../model/source.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { figureView } from './figure.ts';
import { participations } from './participation.ts';
import { reporterText } from './source.ts';

/** Roughly the length that search engines show of a description. */
const MOST = 155;

/** As many sentences as fit, and at least the first; it is cut after a word if it is too long. */
export function fitting(sentences: readonly string[]): string {
  const [first = '', ...rest] = sentences;
  if (first.length > MOST) return `${first.slice(0, MOST - 1).replace(/[\s,;:]+\S*$/, '')}…`;
  return rest.reduce((text, sentence) => {
    const longer = `${text} ${sentence}`;
    return longer.length > MOST ? text : longer;
  }, first);
}

/** "Najaar 2022: 83% behaald, volgens de provincie"; null where a round says nothing about a set. */
function answer(context: ReportContext, norm: NormContext, round: RoundFigures, scope: Scope): string[] | null {
  const figure = figureView(context, norm, round, scope);
  if (!figure.isInformative) return null;
  const when = capitalized(dateText(round.round.date));
  const achieved = statusPhrase('achieved', norm.norm.statusWords);
  const weight = figure.weight === null ? [] : [`${capitalized(figure.weight)}.`];
  switch (figure.kind) {
    case 'reported': {
      const reported = round.byScope.get(scopeKey(scope))?.reported;
      return [`${when}: ${figure.value} ${achieved}, volgens ${reporterText(context, reported?.sources ?? [])}.`];
    }
    case 'computed':
      return [`${when}: ${figure.value} ${achieved}.`, ...weight];
    case 'bounds': {
      const counts = round.byScope.get(scopeKey(scope))?.counts;
      const count = counts ? unknown(counts) : 0;
      return [
        `${when}: ${figure.value} ${achieved}.`,
        `Van ${amount(count, 'resultaat', 'resultaten')} weten wij het niet.`,
        ...weight,
      ];
    }
    case 'known':
      return [`${when}, openbaar bekend: ${figure.value}.`];
    default:
      return [`${when}: geen cijfer, want niets is van toepassing.`];
  }
}

/** The answer of the newest round that says anything about a set; `none` if there is no such round. */
function newestAnswer(context: ReportContext, norm: NormContext, scope: Scope, none: string): string[] {
  for (const round of norm.figures.rounds.toReversed()) {
    const found = answer(context, norm, round, scope);
    if (found) return found;
  }
  return [none];
}

/** Puts the subject before the first sentence of an answer: "Norm 1.0, najaar 2022: 83% behaald". */
function about(subject: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${subject}, ${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...rest];
}

/** Of a report's home page: its main figure. */
export function homeDescription(context: ReportContext): string {
  const { headline, data } = context.report;
  const norm = headline && context.norm(headline.norm.norm.version);
  const more = `${data.title}: stand per thema en organisatie, met bronnen.`;
  if (context.norms.length === 0) return `Van ${data.title} is nog geen norm openbaar.`;
  if (!headline || !norm) return fitting([`Van ${data.title} is nog geen cijfer openbaar.`, more]);
  const found = answer(context, norm, headline.round, { kind: 'total' }) ?? ['Er is nog geen cijfer openbaar.'];
  return fitting([...about(`Norm ${norm.norm.version}`, found), more]);
}

/** Of a norm: how far it is, or otherwise what it is. */
export function normDescription(context: ReportContext, norm: NormContext): string {
  const { version, status, adopted, participants } = norm.norm;
  const state = `Norm ${version} is ${normStatusText(status)}${status === 'signed' && adopted ? ` ${dateWhen(adopted)}` : ''}.`;
  const found = newestAnswer(context, norm, { kind: 'total' }, '');
  const takingPart = `${amount(participants.length, 'organisatie doet', 'organisaties doen')} mee.`;
  return found[0] === ''
    ? fitting([state, 'Er zijn nog geen resultaten openbaar.', capitalized(takingPart)])
    : fitting([...about(`Norm ${version}`, found), capitalized(takingPart)]);
}

/** Of a theme of a norm. */
export function themeDescription(context: ReportContext, norm: NormContext, { id, title }: Theme): string {
  const name = `${title}, norm ${norm.norm.version}`;
  const none = 'Er zijn geen cijfers over dit thema openbaar.';
  const found = newestAnswer(context, norm, { kind: 'theme', theme: id }, none);
  return found[0] === none ? fitting([`Thema ${name}.`, none]) : fitting(about(name, found));
}

/** Of a round. */
export function roundDescription(context: ReportContext, norm: NormContext, figures: RoundFigures): string {
  const { title } = figures.round;
  const found = answer(context, norm, figures, { kind: 'total' });
  const name = `‘${title}’ van norm ${norm.norm.version}`;
  return found ? fitting(about(name, found)) : fitting([`${name}: geen cijfer over het geheel.`]);
}

/** How many of the organisations that an ambition applies to achieved it: "behaald door 6 van de 10 organisaties". */
export function achievedBy(achieved: string, count: number, whole: number): string {
  if (whole === 1) return count === 1 ? `${achieved} door de enige organisatie` : `niet ${achieved}`;
  if (count === 0) return `door geen van de ${whole} organisaties ${achieved}`;
  if (count === whole) return `${achieved} door ${whole === 2 ? 'beide' : `alle ${whole}`} organisaties`;
  return `${achieved} door ${count} van de ${whole} organisaties`;
}

/** Of an ambition: who achieved it. */
export function ambitionDescription(norm: NormContext, ambition: Ambition): string {
  const { version, complete, statusWords } = norm.norm;
  const round = norm.figures.rounds.findLast((each) => norm.index(each).byAmbition.has(ambition.id));
  const title = `${complete ? 'Ambitiepunt' : 'Bekend resultaat'} van norm ${version}: ${ambition.title}.`;
  if (!round) return fitting([`Norm ${version}: van dit punt zijn geen resultaten openbaar.`, title]);
  const when = capitalized(dateText(round.round.date));
  const counts = countStatuses(
    (norm.index(round).byAmbition.get(ambition.id) ?? []).map(({ result }) => result.status),
  );
  const known = counts.achieved + counts['partly-achieved'] + counts['not-achieved'];
  if (known === 0) return fitting([`${when}: van dit punt is geen resultaat bekend.`, title]);
  const achieved = statusPhrase('achieved', statusWords);
  // In a norm that is not complete, it is unknown to how many organisations an ambition applies.
  const by = complete
    ? achievedBy(achieved, counts.achieved, known + unknown(counts))
    : `voor zover bekend ${counts.achieved === 0 ? 'door geen organisatie ' : ''}${achieved}${counts.achieved === 0 ? '' : ` door ${amount(counts.achieved, 'organisatie', 'organisaties')}`}`;
  const partly = counts['partly-achieved'];
  const rest = [
    ...(complete && partly > 0 ? [`${partly} ${statusPhrase('partly-achieved', statusWords)}`] : []),
    ...(unknown(counts) > 0 ? [`van ${unknown(counts)} weten wij het niet`] : []),
  ];
  return fitting([`${when}: ${[by, ...rest].join(', ')}.`, title]);
}

/** Of an organisation: its figure in the newest norm that says anything about it. */
export function organisationDescription(context: ReportContext, organisation: Organisation): string {
  const { versions } = participations(context).find((each) => each.organisation.id === organisation.id)!;
  const answers = versions.toReversed().flatMap((version) => {
    const norm = context.norm(version)!;
    const found = newestAnswer(context, norm, { kind: 'organisation', organisation: organisation.id }, '');
    return found[0] === '' ? [] : [about(`${organisation.name}, norm ${version}`, found)];
  });
  const takesPart = `Doet mee aan ${versions.length === 1 ? 'norm' : 'de normen'} ${enumeration(versions)}.`;
  return fitting([
    ...(answers[0] ?? [`Van ${organisationNoun(organisation.name)} zijn geen resultaten openbaar.`]),
    takesPart,
  ]);
}

/** Of the page about norms of other regions: which norms. */
export function relatedNormsDescription({ report: { data } }: ReportContext): string {
  const names = data.relatedNorms.map(({ region }) => region);
  return names.length === 0
    ? `Van normen buiten ${data.region} is in dit rapport niets bekend.`
    : fitting([
        `Normen buiten ${data.region}: ${enumeration([...new Set(names)])}.`,
        'Wat daarover bekend is, met de bron.',
      ]);
}

/** Of the list of documents: how many there are, and how to ask for those that are not public. */
export function documentsDescription({ report: { data } }: ReportContext): string {
  const count = amount(data.documents.length, 'openbaar document', 'openbare documenten');
  return fitting([
    capitalized(`${count} waarop ‘${data.title}’ rust.`),
    'En: wat niet openbaar is, en hoe u dat opvraagt.',
  ]);
}

/** Of one document: its kind, publisher and date. */
export function documentDescription(document: PublicDocument): string {
  const { kind, registrationNumber } = document;
  const origin = documentOrigin(document);
  return fitting([
    `${capitalized(documentKindText(kind))}${origin ? ` van ${origin}` : ''}.`,
    ...(registrationNumber === null ? [] : [`Registratienummer ${registrationNumber}.`]),
    'Alles op deze site wat uit dit document komt.',
  ]);
}
