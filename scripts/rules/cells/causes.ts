import { kindText } from '../../format/terms.ts';
import { firstDay, isActive } from '../../model/date.ts';
import { groupBy } from '../../model/group.ts';
import type { Ambition, Applicability, Norm, Participant, Period } from '../../model/norm.ts';
import { ORGANISATION_KINDS } from '../../model/organisation.ts';
import type { FieldPlaces, Place } from '../../model/problem.ts';
import type { Round } from '../../model/round.ts';
import type { GridCell, Terms } from './grid.ts';

/** A fact that may be wrong, with another value that would explain mismatches. */
export interface Cause {
  /** The record and field of the fact, which is reported only once. */
  readonly record: object;
  readonly field: string;
  /** Places that depend on it. */
  readonly places: readonly GridCell[];
  /**
   * Terms of a place if the fact had that value; null: then there is a cell wherever there is a row, and nowhere else.
   */
  readonly terms: ((terms: Terms) => Terms) | null;
  readonly spot: Place;
  /** Message with the mismatch and the solution; `rows`: counts of missing and superfluous results. */
  readonly message: (rows: string) => string;
}

interface Change {
  readonly period: Period;
  readonly field: 'from' | 'until';
  readonly wayOut: string;
}

/**
 * Other periods that may have been meant: from or until the date of a round, after all rounds, or without one of its
 * ends.
 */
function changesOf({ from, until }: Period, rounds: readonly Round[]): Change[] {
  const dates = rounds.map(({ date }) => date);
  const later = '9999';
  return [
    ...(from === null ? [] : [{ period: { from: null, until }, field: 'from' as const, wayOut: 'haal "vanaf" weg' }]),
    ...dates.map((date) => ({
      period: { from: date, until },
      field: 'from' as const,
      wayOut: `schrijf vanaf: "${date}"`,
    })),
    {
      period: { from: later, until },
      field: 'from' as const,
      wayOut: from === null ? 'zet met "vanaf" erbij wanneer dat begint' : 'noem bij "vanaf" een latere datum',
    },
    ...(until === null ? [] : [{ period: { from, until: null }, field: 'until' as const, wayOut: 'haal "tot" weg' }]),
    ...dates.map((date) => ({
      period: { from, until: date },
      field: 'until' as const,
      wayOut: `schrijf tot: "${date}"`,
    })),
  ];
}

function spotOf(at: FieldPlaces<string>, field: string, isThere: boolean, otherwise: Place): Place {
  return isThere ? at.value(field) : otherwise;
}

function pointPeriods(ambition: Ambition, places: readonly GridCell[], norm: Norm): Cause[] {
  return changesOf(ambition, norm.rounds).map(({ period, field, wayOut }) => ({
    record: ambition,
    field,
    places,
    terms: (terms) => ({ ...terms, ambition: period }),
    spot: spotOf(ambition.at, field, ambition[field] !== null, ambition.at.value('id')),
    message: (rows) =>
      `wanneer punt "${ambition.id}" geldt, past niet bij de resultaten: ${rows}; ${wayOut}, of pas de resultaten aan`,
  }));
}

function participantPeriods(participant: Participant, places: readonly GridCell[], norm: Norm): Cause[] {
  return changesOf(participant, norm.rounds).map(({ period, field, wayOut }) => ({
    record: participant,
    field,
    places,
    terms: (terms) => ({ ...terms, participant: period }),
    spot: spotOf(participant.at, field, participant[field] !== null, participant.at.whole),
    message: (rows) =>
      `wanneer "${participant.organisation}" meedoet, past niet bij de resultaten: ${rows}; ${wayOut}, of pas de resultaten aan`,
  }));
}

function nameOf(to: Applicability): string {
  return 'kind' in to ? kindText(to.kind) : `"${to.organisation}"`;
}

function isSame(a: Applicability, b: Applicability): boolean {
  return nameOf(a) === nameOf(b);
}

/** Other sets to which the ambition may have been meant to apply: one more, one less, one replaced, or everyone. */
function applicabilities(ambition: Ambition, places: readonly GridCell[]): Cause[] {
  const now = ambition.appliesTo;
  const kinds = [...new Set(places.map(({ organisation }) => organisation.kind))].map((kind): Applicability => ({
    kind,
  }));
  const ids = [...new Set(places.map(({ organisation }) => organisation.id))].map((organisation): Applicability => ({
    organisation,
  }));
  const all = [...kinds, ...ids];
  const others = now === null ? all : all.filter((to) => !now.some((each) => isSame(each, to)));
  const changes: { readonly to: readonly Applicability[] | null; readonly wayOut: string }[] =
    now === null
      ? kinds.map((kind) => ({
          to: kinds.filter((each) => each !== kind),
          wayOut: `noem met "geldt_voor" voor wie het wel geldt, zonder ${nameOf(kind)}`,
        }))
      : [
          { to: null, wayOut: 'haal "geldt_voor" weg (dan geldt het voor elke deelnemer)' },
          ...others.map((to) => ({ to: [...now, to], wayOut: `zet ${nameOf(to)} bij "geldt_voor"` })),
          ...now.map((to) => ({
            to: now.filter((each) => each !== to),
            wayOut: `haal ${nameOf(to)} weg bij "geldt_voor"`,
          })),
          ...now.flatMap((from) =>
            others.map((to) => ({
              to: now.map((each) => (each === from ? to : each)),
              wayOut: `noem bij "geldt_voor" ${nameOf(to)} in plaats van ${nameOf(from)}`,
            })),
          ),
        ];
  return changes.map(({ to, wayOut }) => ({
    record: ambition,
    field: 'appliesTo',
    places,
    terms: (terms) => ({ ...terms, appliesTo: to }),
    spot: spotOf(ambition.at, 'appliesTo', now !== null, ambition.at.value('id')),
    message: (rows) =>
      `voor wie punt "${ambition.id}" geldt, past niet bij de resultaten: ${rows}; ${wayOut}, of pas de resultaten aan`,
  }));
}

function kindsOf(places: readonly GridCell[]): Cause[] {
  const { organisation } = places[0]!;
  return ORGANISATION_KINDS.filter((kind) => kind !== organisation.kind).map((kind) => ({
    record: organisation,
    field: 'kind',
    places,
    terms: (terms) => ({ ...terms, kind }),
    spot: organisation.at.value('kind'),
    // Identical for every norm, so that it is reported once.
    message: () =>
      `de soort van "${organisation.id}" past niet bij haar resultaten; die passen bij ${kindText(kind)}: pas de soort aan, of de resultaten`,
  }));
}

/**
 * Other dates that may have been meant. Cells only change on days when something begins or ends, so it is enough to try
 * those.
 */
function roundDates(round: Round, places: readonly GridCell[], norm: Norm): Cause[] {
  const ends = [...norm.ambitions, ...norm.participants].flatMap(({ from, until }) => [from, until]);
  const days = new Set(ends.flatMap((date) => (date === null ? [] : [firstDay(date)])));
  return ['0000-01-01', ...days].map((day) => ({
    record: round,
    field: 'date',
    places,
    terms: (terms) => ({ ...terms, day }),
    spot: round.at.value('date'),
    message: (rows) =>
      `"datum" (${round.date}) past niet bij de resultaten van deze meting: ${rows}; noem een ${
        day === '0000-01-01' ? 'eerdere datum' : `datum vanaf ${day}`
      }, of pas de resultaten aan`,
  }));
}

/** Missing and empty files, files of a participant that does not take part, and rounds without any file. */
function files(wrong: readonly GridCell[]): Cause[] {
  const ofRounds = [...groupBy(wrong, ({ round }) => round)].flatMap(([round, places]): Cause[] =>
    round.results.length > 0 || new Set(places.map(({ participant }) => participant)).size < 2
      ? []
      : [
          {
            record: round,
            field: 'level',
            places,
            terms: null,
            spot: round.at.value('level'),
            message: () =>
              `van deze meting is er geen enkel bestand met resultaten; maak in metingen/${round.id}/resultaten/ een bestand per deelnemer, of schrijf "niveau: totaal"`,
          },
        ],
  );
  const turns = groupBy(wrong, ({ round, participant }) => `${round.id} ${participant.organisation}`);
  return [
    ...ofRounds,
    ...[...turns.values()].flatMap((places): Cause[] => {
      const { file, round, participant } = places[0]!;
      const { organisation } = participant;
      const cause = { places, terms: null };
      if (!file)
        return [
          {
            ...cause,
            record: participant,
            field: round.id,
            spot: participant.at.whole,
            message: () =>
              `de resultaten van "${organisation}" in de meting "${round.id}" ontbreken; maak metingen/${round.id}/resultaten/${organisation}.yaml`,
          },
        ];
      if (!isActive(participant, firstDay(round.date)))
        return [
          {
            ...cause,
            record: file,
            field: 'organisation',
            spot: file.at.value('organisation'),
            message: () =>
              `"${organisation}" doet in deze meting (${round.date}) niet mee; haal dit bestand weg, of pas bij "deelnemers" aan vanaf of tot wanneer zij meedoet`,
          },
        ];
      return file.results.length > 0 || file.unclear > 0
        ? []
        : [
            {
              ...cause,
              record: file,
              field: 'results',
              spot: file.at.value('results'),
              message: () =>
                `hier ontbreken alle resultaten van "${organisation}"; zet onder "resultaten" voor elk punt een regel "punt: status"`,
            },
          ];
    }),
  ];
}

/** Facts that two or more mismatches have in common, each with the values that may have been meant. */
export function causesOf(wrong: readonly GridCell[], all: readonly GridCell[], norm: Norm): Cause[] {
  function shared<Key extends object>(
    keyOf: (place: GridCell) => Key,
    make: (key: Key, places: readonly GridCell[]) => Cause[],
  ): Cause[] {
    const often = new Set([...groupBy(wrong, keyOf)].filter(([, places]) => places.length > 1).map(([key]) => key));
    return [...groupBy(all, keyOf)].flatMap(([key, places]) => (often.has(key) ? make(key, places) : []));
  }
  return [
    ...files(wrong),
    ...shared(
      ({ participant }) => participant,
      (participant, places) => participantPeriods(participant, places, norm),
    ),
    ...shared(
      ({ organisation }) => organisation,
      (_, places) => kindsOf(places),
    ),
    ...shared(
      ({ ambition }) => ambition,
      (ambition, places) => [...pointPeriods(ambition, places, norm), ...applicabilities(ambition, places)],
    ),
    ...shared(
      ({ round }) => round,
      (round, places) => roundDates(round, places, norm),
    ),
  ];
}
