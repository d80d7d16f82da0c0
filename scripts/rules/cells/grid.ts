import { firstDay, isActive } from '../../model/date.ts';
import type { Ambition, Applicability, Participant, Period } from '../../model/norm.ts';
import type { Organisation, OrganisationKind } from '../../model/organisation.ts';
import type { OrganisationResults, Result, Round } from '../../model/round.ts';
import type { RuledNorm } from '../rule.ts';

/** A participant in a round, with its file of results. */
export interface Turn {
  readonly round: Round;
  readonly participant: Participant;
  readonly organisation: Organisation;
  /** Null if there is none. */
  readonly file: OrganisationResults | null;
  readonly rows: ReadonlyMap<string, Result>;
}

/**
 * A place: an ambition × a participant in a round, if it is certain whether that is a cell and whether it has a row.
 */
export interface GridCell extends Turn {
  readonly ambition: Ambition;
}

/** What decides whether a place is a cell. One of these can be replaced, to see what that would explain. */
export interface Terms {
  readonly participant: Period;
  readonly ambition: Period;
  readonly appliesTo: readonly Applicability[] | null;
  readonly kind: OrganisationKind;
  readonly day: string;
}

export function termsOf({ round, participant, organisation }: Turn, ambition: Ambition): Terms {
  return {
    participant,
    ambition,
    appliesTo: ambition.appliesTo,
    kind: organisation.kind,
    day: firstDay(round.date),
  };
}

/**
 * Whether a place is a cell: the ambition applies to the participant, and both are active on the first day of the
 * round.
 */
export function isCell({ participant, ambition, appliesTo, kind, day }: Terms, organisation: string): boolean {
  return (
    isActive(participant, day) &&
    isActive(ambition, day) &&
    (appliesTo === null || appliesTo.some((to) => ('kind' in to ? to.kind === kind : to.organisation === organisation)))
  );
}

export function hasRow({ rows, ambition }: GridCell): boolean {
  return rows.has(ambition.id);
}

/** Participants of a norm in each round, unless it is in doubt who they are or when they take part. */
export function turnsOf({ norm, report, organisations, foundations }: RuledNorm): readonly Turn[] {
  const first = new Map(norm.participants.toReversed().map((each) => [each.organisation, each]));
  return norm.rounds.flatMap((round) => {
    if (round.level !== 'points') return [];
    const files = new Map(round.results.map((file) => [file.organisation, file]));
    return norm.participants.flatMap((participant): Turn[] => {
      const organisation = organisations.get(participant.organisation);
      if (!organisation || first.get(participant.organisation) !== participant) return [];
      const file = files.get(organisation.id) ?? null;
      return foundations.hold('a row is a cell', {
        report,
        norm,
        participant,
        organisation,
        round,
        ...(file ? { file } : {}),
      })
        ? [
            {
              round,
              participant,
              organisation,
              file,
              rows: new Map(file?.results.map((each) => [each.ambition, each])),
            },
          ]
        : [];
    });
  });
}

/** Ambitions for which it is certain to whom and when they apply. */
export function pointsOf({ norm, foundations }: RuledNorm): readonly Ambition[] {
  return norm.ambitions.filter((ambition) => foundations.hold('a row is a cell', { ambition }));
}
