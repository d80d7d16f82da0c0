import { error } from '../model/problem.ts';
import type { Norm } from '../model/norm.ts';
import { didYouMean } from '../model/suggestion.ts';
import type { NormRule } from './rule.ts';

/** The versions by which a norm goes back to the first, itself included; stops where it comes round. */
const line = (norm: Norm, byVersion: ReadonlyMap<string, Norm>): string[] => {
  const versions: string[] = [];
  for (let at: Norm | undefined = norm; at && !versions.includes(at.version); at = byVersion.get(at.predecessor ?? '')) versions.push(at.version);
  return versions;
};

/** The norm that is replaced exists, and no norm replaces itself, straight or by a detour. */
export const succession: NormRule = ({ norm, predecessor, report }) => {
  if (norm.predecessor === null) return [];
  const byVersion = new Map(report.norms.map((each) => [each.version, each]));
  if (!predecessor) {
    return [error(norm.at.value('predecessor'),
      `onbekende norm "${norm.predecessor}"${didYouMean(norm.predecessor, byVersion.keys(), 'deze versie heeft geen map onder "normen"')}`)];
  }
  const goesRound = line(predecessor, byVersion).includes(norm.version);
  return goesRound ? [error(norm.at.value('predecessor'), `norm ${norm.version} kan zichzelf niet opvolgen; de reeks normen loopt hier in een kring`)] : [];
};
