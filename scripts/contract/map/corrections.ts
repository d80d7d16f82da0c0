import type { Fraction } from '../../model/fraction.ts';
import type { CorrectedValue, Correction, ReportedScope, Status } from '../../model/round.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { STATUS_WORDS } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import { placesOf } from '../tree.ts';
import { STATUS } from '../words.ts';
import { exact } from './number.ts';
import type { SourceReader } from './sources.ts';

type AuthoredCorrection = NonNullable<AuthoredRound['correcties']>[number];
type StatusWord = (typeof STATUS_WORDS)[number];

/** The contract has seen to it that a scope goes with percentages, and a point and organisation with statuses; else that is in doubt. */
function valueOf(
  { punt, organisatie, bereik, oud, nieuw }: AuthoredCorrection,
  scopeOf: (authored: string) => ReportedScope,
): CorrectedValue {
  return bereik === undefined
    ? {
        kind: 'result',
        ambition: punt ?? '…',
        organisation: organisatie ?? '…',
        from: oud === undefined ? null : statusOf(oud),
        to: statusOf(nieuw),
      }
    : { kind: 'reported', scope: scopeOf(bereik), from: percentageOf(oud), to: percentageOf(nieuw) };
}

function statusOf(value: AuthoredCorrection['nieuw']): Status {
  return STATUS[value as StatusWord] ?? 'not-assessed';
}

function percentageOf(value: AuthoredCorrection['oud']): Fraction {
  return exact(typeof value === 'number' ? value : 0);
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
      date: 'datum',
      ambition: 'punt',
      organisation: 'organisatie',
      scope: 'bereik',
      from: 'oud',
      to: 'nieuw',
    }),
  }));
}
