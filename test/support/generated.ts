import fc from 'fast-check';
import type { NormSpec, ReportSpec, RoundSpec } from './norms.ts';

const STATUSES = [
  'behaald',
  'deels behaald',
  'niet behaald',
  'niet van toepassing',
  'niet beoordeeld',
  'niet openbaar',
] as const;

/** Kinds by id. */
const ORGANISATIONS = { alfa: 'gemeente', beta: 'gemeente', gamma: 'provincie', delta: 'politie' } as const;
const IDS = Object.keys(ORGANISATIONS) as (keyof typeof ORGANISATIONS)[];
const THEMES = ['beleid', 'mensen', 'middelen'];

interface Dated {
  readonly vanaf?: string;
  readonly tot?: string;
}

interface Point extends Dated {
  readonly id: string;
  readonly geldt_voor?: readonly string[];
}

interface Participant extends Dated {
  readonly organisatie: keyof typeof ORGANISATIONS;
}

// Years alone sort as text, so this needs no code of the program; other forms of dates have tests of their own.
const year = fc.integer({ min: 2019, max: 2026 }).map(String);
const period: fc.Arbitrary<Dated> = fc
  .record({ vanaf: year, tot: year }, { requiredKeys: [] })
  .filter(({ vanaf, tot }) => vanaf === undefined || tot === undefined || vanaf < tot);

function holds({ vanaf, tot }: Dated, date: string): boolean {
  return (vanaf === undefined || vanaf <= date) && (tot === undefined || date < tot);
}

function isCell(point: Point, participant: Participant, date: string): boolean {
  return (
    holds(point, date) &&
    holds(participant, date) &&
    (point.geldt_voor?.some(
      (word) => word === participant.organisatie || word === ORGANISATIONS[participant.organisatie],
    ) ??
      true)
  );
}

function rarely<Value>(arbitrary: fc.Arbitrary<Value>, usual: Value): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
}

const participants = fc
  .subarray(IDS, { minLength: 1 })
  .chain((ids) =>
    fc.tuple(...ids.map((organisatie) => rarely(period, {}).map((dates): Participant => ({ organisatie, ...dates })))),
  );

function pointsOf(prefix: string): fc.Arbitrary<(Point & { readonly thema: string })[]> {
  return fc
    .array(
      fc.record({
        thema: fc.constantFrom(...THEMES),
        dates: rarely(period, {}),
        geldt_voor: rarely<readonly string[] | undefined>(
          fc.subarray(['gemeente', 'provincie', ...IDS], { minLength: 1 }),
          undefined,
        ),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((points) =>
      points.map(({ thema, dates, geldt_voor }, index) => ({
        id: `${prefix}-${index + 1}`,
        titel: 'Punt',
        thema,
        ...dates,
        ...(geldt_voor && { geldt_voor }),
      })),
    );
}

function row(complete: boolean): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...STATUSES, ...(complete ? [] : [null]))
    .map((status) => (status === 'niet van toepassing' ? { status, reden: 'Proef.' } : status));
}

function roundOf(
  datum: string,
  points: readonly Point[],
  takingPart: readonly Participant[],
  complete: boolean,
): fc.Arbitrary<RoundSpec> {
  const cells = takingPart.flatMap((participant) =>
    points.filter((point) => isCell(point, participant, datum)).map(({ id }) => [participant.organisatie, id] as const),
  );
  return fc.array(row(complete), { minLength: cells.length, maxLength: cells.length }).map((rows) => {
    const results: Record<string, Record<string, unknown>> = {};
    cells.forEach(([organisation, point], index) => {
      const own = (results[organisation] ??= {});
      if (rows[index] !== null) own[point] = rows[index];
    });
    return { fields: { titel: 'Meting', datum, soort: 'tussenmeting', niveau: 'punten' }, results };
  });
}

export interface Options {
  readonly complete: boolean;
}

function normOf(
  versie: string,
  prefix: string,
  more: (points: readonly Point[]) => fc.Arbitrary<{ points: readonly Point[]; fields: object }>,
  { complete }: Options,
): fc.Arbitrary<NormSpec> {
  return fc
    .tuple(
      participants,
      pointsOf(prefix).chain(more),
      fc.uniqueArray(year, { maxLength: 3 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('gezamenlijk', 'gemiddelde-per-organisatie'),
    )
    .chain(([deelnemers, { points, fields }, years, weight, totaal]) =>
      fc.tuple(...years.map((datum) => roundOf(datum, points, deelnemers, complete))).map((rounds): NormSpec => ({
        fields: {
          versie,
          titel: 'Norm',
          samenvatting: 'Proef.',
          status: 'van kracht',
          volledig: complete,
          deelnemers,
          telling: { deels_behaald: weight / 100, totaal },
          themas: THEMES.map((id) => ({ id, titel: id })),
          ambitiepunten: points,
          ...fields,
        },
        rounds: Object.fromEntries(rounds.map((round, index) => [`meting-${index + 1}`, round])),
      })),
    );
}

function successor(old: readonly string[], options: Options): fc.Arbitrary<NormSpec> {
  return normOf(
    '2.0',
    'nieuw',
    (points) =>
      fc
        .tuple(
          fc.shuffledSubarray([...old]),
          fc.array(fc.constantFrom('gelijk', 'gelijkwaardig', 'aangescherpt', 'overlapt'), {
            minLength: points.length,
            maxLength: points.length,
          }),
        )
        .map(([origins, relations]) => ({
          points: points.map((point, index) =>
            origins[index] === undefined
              ? point
              : { ...point, herkomst: [{ punt: origins[index], relatie: relations[index] }] },
          ),
          fields: {
            opvolger_van: '1.0',
            vervallen: old
              .filter((id) => !origins.slice(0, points.length).includes(id))
              .map((punt) => ({ punt, reden: 'Weg.' })),
          },
        })),
    options,
  );
}

/** Valid reports of two norms, the second of which replaces the first. */
export function reports(options: Options = { complete: true }): fc.Arbitrary<ReportSpec> {
  return normOf('1.0', 'oud', (points) => fc.constant({ points, fields: {} }), options).chain((first) =>
    successor(
      (first.fields.ambitiepunten as readonly Point[]).map(({ id }) => id),
      options,
    ).map((second): ReportSpec => ({ organisations: ORGANISATIONS, norms: [first, second] })),
  );
}
