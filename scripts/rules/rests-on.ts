import type { Ambition, Dropped, Norm, Origin, Participant, Term } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { FieldPlaces } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Correction, OrganisationResults, Reported, Round } from '../model/round.ts';

/** Records that a rule can depend on, by their name in the table. */
interface Records {
  readonly report: ReportData;
  readonly organisation: Organisation;
  readonly norm: Norm;
  readonly term: Term;
  readonly participant: Participant;
  readonly ambition: Ambition;
  readonly origin: Origin;
  readonly dropped: Dropped;
  /** The replaced norm, and an ambition of it. */
  readonly predecessor: Norm;
  readonly old: Ambition;
  readonly round: Round;
  readonly file: OrganisationResults;
  readonly reported: Reported;
  readonly correction: Correction;
}

export type RecordName = keyof Records;

type FieldOf<Kind> = Kind extends { readonly at: FieldPlaces<infer Field> } ? Field : never;

/** A field of a record; `[]` includes everything in it. */
export type Fact = {
  [Name in RecordName]: `${Name}.${FieldOf<Records[Name]>}` | `${Name}.${FieldOf<Records[Name]>}[]`;
}[RecordName];

/** Facts that decide to whom an ambition applies, and when. */
const CELL = [
  'norm.participants',
  'participant.organisation',
  'participant.from',
  'participant.until',
  'report.organisations',
  'organisation.kind',
  'norm.ambitions',
  'ambition.id',
  'ambition.appliesTo[]',
  'ambition.from',
  'ambition.until',
  'round.date',
  'round.level',
] as const satisfies readonly Fact[];

/**
 * For each rule, the facts that must be free from doubt before it says anything about a record. A fact is in doubt if
 * something is wrong with it in its own file, or if an earlier rule reported it. That makes one mistake one problem,
 * however many records depend on it, while all other records are fully checked.
 */
export const RESTS_ON = {
  'a participant is listed once': ['participant.organisation'],
  'a participant stops after it began': ['participant.from', 'participant.until'],
  'a point stops after it began': ['ambition.from', 'ambition.until'],
  'a norm ends after it began': ['term.from', 'term.to'],
  'a point has a theme': ['norm.complete', 'norm.themes', 'ambition.theme'],
  'rounds begin on different days': ['round.date'],
  'a round is published after it began': ['round.date', 'round.published'],
  'origins go with a norm that is replaced': ['norm.predecessor', 'norm.ambitions', 'norm.dropped'],
  'an origin is named once': ['origin.ambition'],
  'a point is dropped once': ['dropped.ambition'],
  'a dropped point has no successor': ['dropped.ambition', 'origin.ambition'],
  'comparable pairs are one to one': ['ambition.id', 'origin.ambition', 'origin.relation', 'origin.comparable'],
  'every old point is accounted for': [
    'norm.predecessor',
    'norm.complete',
    'norm.ambitions',
    'norm.dropped',
    'predecessor.complete',
    'predecessor.ambitions',
    'old.id',
  ],
  'a point says where it comes from': ['ambition.origins', 'origin.ambition'],
  'a dropped point is known': ['dropped.ambition'],
  'a scope is of a participant': ['norm.participants', 'reported.scope'],
  'results are of a participant': ['norm.participants', 'file.organisation'],
  'a participant is known': ['participant.organisation'],
  'no results beside totals': ['round.level'],
  'a cell has a row': [...CELL, 'norm.complete', 'file.organisation', 'file.results'],
  'a row is a cell': [...CELL, 'file.organisation', 'file.results'],
  'a result is expected after its round': ['round.date'],
  'a reported figure agrees with the results': [
    ...CELL,
    'norm.complete',
    'norm.counting[]',
    'norm.themes',
    'ambition.theme',
    'file.organisation',
    'file.results',
    'reported.scope',
    'reported.percentage',
    'reported.explanation',
  ],
  'a correction is of something that is there': [
    'correction.ambition',
    'correction.organisation',
    'correction.scope',
    'round.reported',
    'reported.scope',
    'file.results',
  ],
  'a correction ends at what the data say': [
    'correction.date',
    'correction.from',
    'correction.to',
    'reported.percentage',
    'reported.scope',
    'file.results',
  ],
} as const satisfies Readonly<Record<string, readonly Fact[]>>;

export type Rule = keyof typeof RESTS_ON;

export type RestsOnTable = Readonly<Record<Rule, readonly Fact[]>>;

interface ParsedFact {
  readonly name: RecordName;
  readonly field: string;
  readonly withAll: boolean;
}

function parsed(fact: Fact): ParsedFact {
  const [name, end = ''] = fact.split('.') as [RecordName, string?];
  return { name, field: end.replace('[]', ''), withAll: end.endsWith('[]') };
}

/** Tracks which facts are in doubt, and so which rules can be applied. */
export class Foundations {
  readonly #table: ReadonlyMap<string, readonly ParsedFact[]>;
  readonly #doubts = new Map<object, Set<string>>();

  constructor(table: RestsOnTable = RESTS_ON) {
    this.#table = new Map(Object.entries(table).map(([rule, facts]) => [rule, facts.map(parsed)]));
  }

  /** Marks fields of a record as wrong. */
  doubt<Name extends RecordName>(record: Records[Name], ...fields: readonly FieldOf<Records[Name]>[]): void {
    const doubted = this.#doubts.get(record) ?? new Set();
    for (const field of fields) doubted.add(field);
    this.#doubts.set(record, doubted);
  }

  /**
   * Whether nothing that a rule depends on in these records is in doubt. Records that are not given are not checked.
   */
  hold(rule: Rule, records: Partial<Records>): boolean {
    return this.#table.get(rule)!.every(({ name, field, withAll }) => {
      const record = records[name];
      return record === undefined || this.#isCertain(record, field, withAll);
    });
  }

  #isCertain(record: Records[RecordName], field: string, withAll: boolean): boolean {
    const at = record.at as FieldPlaces<string>;
    return !at.isDoubtful(field, withAll) && !this.#doubts.get(record)?.has(field);
  }
}
