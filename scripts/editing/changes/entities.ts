import type { Report } from '../../compute/report.ts';
import { reportedText } from '../../format/number.ts';
import {
  CONTRACT_WORDS,
  kindText,
  normStatusText,
  relationText,
  roundKindText,
  statusText,
} from '../../format/terms.ts';
import { documentKindText, documentName } from '../../format/document.ts';
import type { Norm } from '../../model/norm.ts';
import type { Result, Round } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import type { RoundKey } from './round-key.ts';

/** What kind of thing is described; the order is that of the message. */
export const KINDS = [
  'rapport',
  'organisatie',
  'document',
  'norm',
  'thema',
  'punt',
  'vervallen punt',
  'meting',
  'resultaat',
] as const;

/** One thing that readers can see, with all that is said of it. */
export interface Entity {
  readonly kind: (typeof KINDS)[number];
  /** What stays the same when it changes. */
  readonly key: string;
  readonly name: string;
  /** The round or norm of which it is a part. */
  readonly within: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

function sourcesText(sources: readonly Source[]): string | null {
  return sources.length === 0
    ? null
    : sources.map((source) => (source.public ? source.document : 'niet openbaar')).join(', ');
}

function period(from: string | null, until: string | null): string | null {
  return from === null && until === null
    ? null
    : [from && `vanaf ${from}`, until && `tot ${until}`].filter(Boolean).join(' ');
}

function normEntities(norm: Norm, nameOf: (organisation: string) => string): Entity[] {
  const within = `norm ${norm.version}`;
  return [
    {
      kind: 'norm',
      key: `norm ${norm.version}`,
      name: within,
      within: '',
      fields: {
        titel: norm.title,
        samenvatting: norm.summary,
        status: normStatusText(norm.status),
        looptijd: norm.term && `${norm.term.from} tot en met ${norm.term.to ?? '…'}`,
        vastgesteld: norm.adopted,
        bron: sourcesText(norm.sources),
        'opvolger van': norm.predecessor,
        volledig: norm.complete ? 'ja' : 'nee',
        'deels behaald telt': reportedText(norm.counting.partlyAchieved),
        telling: norm.counting.total === 'joint' ? 'gezamenlijk' : 'gemiddelde per organisatie',
        deelnemers: norm.participants
          .map((each) => [nameOf(each.organisation), period(each.from, each.until)].filter(Boolean).join(' '))
          .sort()
          .join(', '),
      },
    },
    ...norm.themes.map(({ id, title, explanation }): Entity => ({
      kind: 'thema',
      key: `thema ${norm.version} ${id}`,
      name: title,
      within,
      fields: { titel: title, toelichting: explanation },
    })),
    ...norm.ambitions.map((point): Entity => ({
      kind: 'punt',
      key: `punt ${norm.version} ${point.id}`,
      name: pointName(point),
      within,
      fields: {
        nummer: point.number,
        titel: point.title,
        toelichting: point.explanation,
        thema: point.theme,
        geldt: period(point.from, point.until),
        'geldt voor':
          point.appliesTo &&
          point.appliesTo
            .map((to) => ('kind' in to ? kindText(to.kind) : nameOf(to.organisation)))
            .sort()
            .join(', '),
        herkomst:
          point.origins.length === 0
            ? null
            : point.origins
                .map(
                  ({ ambition, relation, comparable, reason }) =>
                    `${ambition} (${[relationText(relation), comparable ? 'vergelijkbaar' : 'niet vergelijkbaar', reason].filter(Boolean).join('; ')})`,
                )
                .sort()
                .join(', '),
      },
    })),
    ...norm.dropped.map(({ ambition, reason }): Entity => ({
      kind: 'vervallen punt',
      key: `vervallen ${norm.version} ${ambition}`,
      name: ambition,
      within,
      fields: { reden: reason },
    })),
  ];
}

/** A point as people call it: "1.1 Er is een plan". */
export function pointName({ number, title }: { readonly number: string | null; readonly title: string }): string {
  return number === null ? title : `${number} ${title}`;
}

function roundEntity(norm: Norm, round: Round, key: string): Entity {
  return {
    kind: 'meting',
    key,
    name: round.title,
    within: `norm ${norm.version}`,
    fields: {
      titel: round.title,
      datum: round.date,
      soort: roundKindText(round.kind),
      gepubliceerd: round.published,
      toelichting: round.explanation,
      bron: sourcesText(round.sources),
      correcties:
        round.corrections.length === 0
          ? null
          : round.corrections
              .map(({ date, reason, sources }) => [date, reason, sourcesText(sources)].filter(Boolean).join('; '))
              .join(' | '),
      niveau: round.level === 'points' ? 'punten' : 'totaal',
      ...Object.fromEntries(
        round.reported.map((each) => [
          `gerapporteerd (${each.scope.kind === 'total' ? 'totaal' : each.scope.kind === 'theme' ? `thema ${each.scope.theme}` : each.scope.organisation})`,
          [reportedText(each.percentage), sourcesText(each.sources), each.explanation].filter(Boolean).join('; '),
        ]),
      ),
    },
  };
}

function resultFields(result: Result): Entity['fields'] {
  return {
    status: statusText(result.status, CONTRACT_WORDS).text,
    toelichting: result.explanation,
    reden: result.reason,
    verwacht: result.expected,
    bron: sourcesText(result.sources),
  };
}

/** Everything of one published report that readers can see, each thing by itself. */
export function entitiesOf({ data, norms }: Report, keyOf: RoundKey): Entity[] {
  const names = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  function nameOf(id: string): string {
    return names.get(id) ?? id;
  }
  return [
    {
      kind: 'rapport',
      key: 'rapport',
      name: data.title,
      within: '',
      fields: {
        titel: data.title,
        regio: data.region,
        samenvatting: data.summary,
        ...Object.fromEntries(
          data.relatedNorms.map((each) => [
            `verwante norm ${each.name}`,
            [each.region, each.explanation, sourcesText(each.sources)].filter(Boolean).join('; '),
          ]),
        ),
      },
    },
    ...data.organisations.map((each): Entity => ({
      kind: 'organisatie',
      key: `organisatie ${each.id}`,
      name: each.name,
      within: '',
      fields: { naam: each.name, 'korte naam': each.shortName, soort: kindText(each.kind), 'TOOI-code': each.tooi },
    })),
    ...data.documents.map((each): Entity => ({
      kind: 'document',
      key: `document ${each.id}`,
      name: documentName(each),
      within: '',
      fields: {
        titel: each.title,
        soort: documentKindText(each.kind),
        datum: each.date,
        uitgever: each.publisher,
        registratienummer: each.registrationNumber,
        adres: each.url,
        'verwijst naar': sourcesText(each.refersTo),
        bijlagen:
          each.attachments.length === 0
            ? null
            : each.attachments.map(({ title, edocs, url }) => [title, edocs, url].filter(Boolean).join(' ')).join(', '),
      },
    })),
    ...data.norms.flatMap((norm) => normEntities(norm, nameOf)),
    ...norms.flatMap(({ norm, rounds }) =>
      rounds.flatMap(({ round, cells }): Entity[] => {
        const key = keyOf(norm, round);
        return [
          roundEntity(norm, round, key),
          ...cells.map(({ ambition, organisation, result }): Entity => ({
            kind: 'resultaat',
            key: `${key} ${organisation} ${ambition.id}`,
            name: `${nameOf(organisation)}, ${pointName(ambition)}`,
            within: `norm ${norm.version}, ${round.title}`,
            fields: resultFields(result),
          })),
        ];
      }),
    ),
  ];
}
