import type { CorrectedValue, Correction, ReportedScope } from '../../model/round.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { STATUS_WORDS } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import { placesOf } from '../tree.ts';
import { STATUS } from '../words.ts';
import { exact } from './number.ts';
import type { SourceReader } from './sources.ts';

type AuthoredCorrection = NonNullable<AuthoredRound['correcties']>[number];
type StatusWord = (typeof STATUS_WORDS)[number];

// The contract has seen to it that a scope goes with percentages, and a point and organisation with statuses.
function valueOf(
  { punt, organisatie, bereik, oud, nieuw }: AuthoredCorrection,
  scopeOf: (authored: string) => ReportedScope,
): CorrectedValue {
  return bereik === undefined
    ? {
        kind: 'result',
        ambition: punt!,
        organisation: organisatie!,
        from: oud === undefined ? null : STATUS[oud as StatusWord],
        to: STATUS[nieuw as StatusWord],
      }
    : { kind: 'reported', scope: scopeOf(bereik), from: exact(Number(oud ?? 0)), to: exact(Number(nieuw)) };
}

/** `correcties` of meting.yaml as the program knows them. */
export function mapCorrections(
  authored: AuthoredRound['correcties'],
  source: CheckedFile,
  sources: SourceReader,
  scopeOf: (authored: string) => ReportedScope,
): Correction[] {
  return (authored ?? []).map((each, index) => ({
    date: each.datum,
    value: valueOf(each, scopeOf),
    reason: each.reden,
    sources: sources.read(each.bron, source, ['correcties', index, 'bron']),
    at: placesOf(source, ['correcties', index], {
      ambition: 'punt',
      organisation: 'organisatie',
      scope: 'bereik',
      from: 'oud',
      to: 'nieuw',
    }),
  }));
}
