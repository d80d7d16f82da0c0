import type { FieldPlaces } from './problem.ts';

export const ORGANISATION_KINDS = [
  'municipality',
  'province',
  'water-authority',
  'police',
  'public-prosecution',
  'other',
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  /** TOOI code, such as `gemeente/gm0034`. */
  readonly tooi: string | null;
  readonly at: FieldPlaces<'id' | 'kind'>;
}
