import type { Report } from '../../compute/report.ts';
import { documentKindText, documentName } from '../../format/document.ts';
import { decimal, reportedText } from '../../format/number.ts';
import {
  assessorText,
  CONTRACT_WORDS,
  kindText,
  normStatusText,
  relationText,
  roundKindText,
  statusText,
} from '../../format/terms.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { Ambition, Norm, Origin } from '../../model/norm.ts';
import type { Correction, Result, Round, Status } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import { namesIn, pointName, scopeName, type Entity, type EntityFields, type Names } from './entity.ts';

function sourcesText(sources: readonly Source[]): string | null {
  return joinedOrNull(sources.map((source) => (source.public ? source.document : 'niet openbaar')));
}

function joinedOrNull(parts: readonly (string | null)[], separator = ', '): string | null {
  return parts.length === 0 ? null : parts.join(separator);
}

function yesNo(value: boolean): string {
  return value ? 'ja' : 'nee';
}

function weight({ numerator, denominator }: Fraction): string {
  return `${decimal({ numerator: 100n * numerator, denominator })}%`;
}

function word(status: Status): string {
  return statusText(status, CONTRACT_WORDS).text;
}

function originText({ ambition, relation, comparable, reason }: Origin): string {
  return `punt ${ambition} (${[`relatie: ${relationText(relation)}`, comparable ? 'vergelijkbaar' : 'niet vergelijkbaar', reason && `reden: ${reason}`].filter(Boolean).join('; ')})`;
}

function normValues(norm: Norm, predecessor: string | null): EntityFields {
  return {
    status: normStatusText(norm.status),
    'looptijd van': norm.term?.from ?? null,
    'looptijd tot en met': norm.term?.to ?? null,
    vastgesteld: norm.adopted,
    bron: sourcesText(norm.sources),
    'opvolger van': predecessor,
    volledig: yesNo(norm.complete),
    'gewicht van deels behaald': weight(norm.counting.partlyAchieved),
    'telling van het totaal': norm.counting.total === 'joint' ? 'gezamenlijk' : 'gemiddelde per organisatie',
    'niet openbare metingen, aantal': norm.undatedRounds && String(norm.undatedRounds.count),
    'niet openbare metingen, bron': norm.undatedRounds && sourcesText(norm.undatedRounds.sources),
  };
}

function pointEntity(norm: Norm, point: Ambition, within: string, names: Names): Entity {
  return {
    kind: 'punt',
    key: `punt ${norm.version} ${point.id}`,
    name: pointName(point),
    within,
    texts: {
      titel: point.title,
      toelichting: point.explanation,
      criteria: joinedOrNull(point.criteria, ' • '),
      herkomst: joinedOrNull(point.origins.map(originText).sort()),
    },
    values: {
      nummer: point.number,
      thema: point.theme && names.theme(norm, point.theme),
      vanaf: point.from,
      tot: point.until,
      'geldt voor':
        point.appliesTo &&
        point.appliesTo
          .map((to) => ('kind' in to ? kindText(to.kind) : names.organisation(to.organisation)))
          .sort()
          .join(', '),
    },
  };
}

function normEntities(norm: Norm, names: Names): Entity[] {
  const within = `norm ${norm.version}`;
  return [
    {
      kind: 'norm',
      key: within,
      name: norm.version,
      within: '',
      texts: {
        titel: norm.title,
        samenvatting: norm.summary,
        'woord voor behaald': norm.statusWords.achieved ?? null,
        'woord voor deels behaald': norm.statusWords['partly-achieved'] ?? null,
        'woord voor niet behaald': norm.statusWords['not-achieved'] ?? null,
        'niet openbare metingen, toelichting': norm.undatedRounds?.explanation ?? null,
      },
      values: normValues(norm, norm.predecessor),
    },
    ...norm.participants.map((each): Entity => ({
      kind: 'deelnemer',
      key: `deelnemer ${norm.version} ${each.organisation}`,
      name: names.organisation(each.organisation),
      within,
      texts: {},
      values: { vanaf: each.from, tot: each.until },
    })),
    ...norm.themes.map(({ id, title, explanation }): Entity => ({
      kind: 'thema',
      key: `thema ${norm.version} ${id}`,
      name: title,
      within,
      texts: { titel: title, toelichting: explanation },
      values: {},
    })),
    ...norm.ambitions.map((point) => pointEntity(norm, point, within, names)),
    ...norm.dropped.map(({ ambition, reason }): Entity => ({
      kind: 'vervallen punt',
      key: `vervallen ${norm.version} ${ambition}`,
      name: ambition,
      within,
      texts: { reden: reason },
      values: {},
    })),
  ];
}

function correctionEntity(norm: Norm, { date, value, reason, sources }: Correction, key: string, names: Names) {
  const [of, from, to] =
    value.kind === 'result'
      ? [
          `${names.point(norm, value.ambition)}, ${names.organisation(value.organisation)}`,
          value.from && word(value.from),
          word(value.to),
        ]
      : [scopeName(norm, value.scope, names), reportedText(value.from), reportedText(value.to)];
  return {
    kind: 'correctie' as const,
    key,
    // A result that has become confidential is not repeated here.
    name: `${of}: ${from === null ? '' : `${from} → `}${to}`,
    texts: { reden: reason },
    values: { datum: date, bron: sourcesText(sources), oud: from, nieuw: to },
  };
}

function targetOf({ value }: Correction): string {
  if (value.kind === 'result') return `${value.ambition} ${value.organisation}`;
  const { scope } = value;
  return scope.kind === 'theme' ? scope.theme : scope.kind === 'organisation' ? scope.organisation : 'totaal';
}

function roundEntities(norm: Norm, round: Round, names: Names): Entity[] {
  const key = `meting ${norm.version} ${round.id}`;
  const within = `norm ${norm.version}, ${round.title}`;
  const seen = new Map<string, number>();
  return [
    {
      kind: 'meting',
      key,
      name: round.title,
      within: `norm ${norm.version}`,
      texts: {
        titel: round.title,
        toelichting: round.explanation,
        'beoordeling, toelichting': round.assessment?.explanation ?? null,
      },
      values: {
        datum: round.date,
        soort: roundKindText(round.kind),
        'beoordeling door': round.assessment && assessorText(round.assessment.by),
        gepubliceerd: round.published,
        bron: sourcesText(round.sources),
        niveau: round.level === 'points' ? 'punten' : 'totaal',
      },
    },
    ...round.reported.map(({ scope, percentage, sources, explanation }): Entity => ({
      kind: 'gerapporteerd cijfer',
      key: `${key} ${scope.kind} ${scopeName(norm, scope, names)}`,
      name: scopeName(norm, scope, names),
      within,
      texts: { toelichting: explanation },
      values: { percentage: reportedText(percentage), bron: sourcesText(sources) },
    })),
    ...round.corrections.map((correction): Entity => {
      const target = targetOf(correction);
      const times = (seen.get(target) ?? 0) + 1;
      seen.set(target, times);
      return { ...correctionEntity(norm, correction, `${key} correctie ${target} ${times}`, names), within };
    }),
    ...round.results.map(({ organisation, response }): Entity => ({
      kind: 'resultaten',
      key: `${key} ${organisation}`,
      name: names.organisation(organisation),
      within,
      texts: { reactie: response },
      values: {},
    })),
  ];
}

function resultEntity(
  norm: Norm,
  round: Round,
  point: Ambition,
  organisation: string,
  result: Result,
  names: Names,
): Entity {
  return {
    kind: 'resultaat',
    key: `meting ${norm.version} ${round.id} ${organisation} ${point.id}`,
    name: `${names.organisation(organisation)}, ${pointName(point)}`,
    within: `norm ${norm.version}, ${round.title}`,
    texts: { toelichting: result.explanation, reden: result.reason, verantwoordelijk: result.responsible },
    values: { status: word(result.status), verwacht: result.expected, bron: sourcesText(result.sources) },
  };
}

/** Everything in one report that readers can see, one entity per thing. */
export function entitiesOf(report: Report): Entity[] {
  const { data, norms } = report;
  const names = namesIn(report);
  return [
    ...reportEntities(report),
    ...data.norms.flatMap((norm) => normEntities(norm, names)),
    ...norms.flatMap(({ norm, rounds }) =>
      rounds.flatMap(({ round, cells }) => [
        ...roundEntities(norm, round, names),
        ...cells.map(({ ambition, organisation, result }) =>
          resultEntity(norm, round, ambition, organisation, result, names),
        ),
      ]),
    ),
  ];
}

/** The report itself, and what belongs to it but to no norm. */
function reportEntities({ data }: Report): Entity[] {
  return [
    {
      kind: 'rapport',
      key: 'rapport',
      name: data.title,
      within: '',
      texts: { titel: data.title, samenvatting: data.summary },
      values: { regio: data.region, trefwoorden: joinedOrNull(data.keywords) },
    },
    ...data.relatedNorms.map((each): Entity => ({
      kind: 'verwante norm',
      key: `verwante norm ${each.name}`,
      name: each.name,
      within: '',
      texts: { toelichting: each.explanation },
      values: { regio: each.region, bron: sourcesText(each.sources) },
    })),
    ...data.organisations.map((each): Entity => ({
      kind: 'organisatie',
      key: `organisatie ${each.id}`,
      name: each.name,
      within: '',
      texts: { naam: each.name, 'korte naam': each.shortName },
      values: { soort: kindText(each.kind), 'TOOI-code': each.tooi },
    })),
    ...data.documents.map((each): Entity => ({
      kind: 'document',
      key: `document ${each.id}`,
      name: documentName(each),
      within: '',
      texts: {
        titel: each.title,
        bijlagen: joinedOrNull(
          each.attachments.map(({ title, edocs, url }) => [title, edocs, url].filter(Boolean).join(' ')),
        ),
      },
      values: {
        soort: documentKindText(each.kind),
        datum: each.date,
        uitgever: each.publisher,
        registratienummer: each.registrationNumber,
        afdeling: each.department,
        portefeuillehouder: each.portfolioHolder,
        'ter kennisname aan': joinedOrNull(each.addressees),
        adres: each.url,
        'verwijst naar': sourcesText(each.refersTo),
      },
    })),
  ];
}
