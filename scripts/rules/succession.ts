import { error } from '../model/problem.ts';
import type { Norm } from '../model/norm.ts';
import { didYouMean } from '../model/suggestion.ts';
import type { NormRule } from './rule.ts';

/** Whether a norm replaces itself, straight or by a detour. */
export function comesRound(norm: Norm, byVersion: ReadonlyMap<string, Norm>): boolean {
  const passed = new Set<string>();
  let at = byVersion.get(norm.predecessor ?? '');
  while (at && at.version !== norm.version && !passed.has(at.version)) {
    passed.add(at.version);
    at = byVersion.get(at.predecessor ?? '');
  }
  return at?.version === norm.version;
}

/** The norm that is replaced exists, and no norm replaces itself, straight or by a detour. */
export const succession: NormRule = ({ norm, report, unread }) => {
  if (norm.predecessor === null || unread.norms.has(norm.predecessor)) return [];
  const byVersion = new Map(report.norms.map((each) => [each.version, each]));
  if (!byVersion.has(norm.predecessor)) {
    return [
      error(
        norm.at.value('predecessor'),
        `onbekende norm "${norm.predecessor}"${didYouMean(
          norm.predecessor,
          [...byVersion.keys()].filter((version) => version !== norm.version),
          'pas de versie aan, of maak de map van die norm onder "normen"',
        )}`,
      ),
    ];
  }
  return comesRound(norm, byVersion)
    ? [
        error(
          norm.at.value('predecessor'),
          `norm ${norm.version} kan zichzelf niet opvolgen; pas "opvolger_van" aan, want de reeks normen loopt hier in een kring`,
        ),
      ]
    : [];
};
