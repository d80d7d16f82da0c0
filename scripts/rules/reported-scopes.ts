import { error, type Problem } from '../model/problem.ts';
import { didYouMean } from '../model/suggestion.ts';
import type { NormRule } from './rule.ts';

/** A reported figure is about a theme or a participant of its norm. */
export const reportedScopes: NormRule = ({ norm }) => {
  const themes = new Set(norm.themes.map(({ id }) => id));
  const participants = new Set(norm.participants.map(({ organisation }) => organisation));
  const isKnown = {
    themes: !norm.at.isDoubtful('themes') && !norm.themes.some(({ at }) => at.isDoubtful('id')),
    participants:
      !norm.at.isDoubtful('participants') && !norm.participants.some(({ at }) => at.isDoubtful('organisation')),
  };
  return norm.rounds.flatMap((round) =>
    round.reported
      .filter(({ at }) => !at.isDoubtful('scope'))
      .flatMap(({ scope, at }): Problem[] => {
        if (scope.kind === 'theme' && isKnown.themes && !themes.has(scope.theme)) {
          return [
            error(
              at.value('scope'),
              `onbekend thema "${scope.theme}"${didYouMean(scope.theme, themes, 'noem een thema van deze norm')}`,
            ),
          ];
        }
        if (scope.kind === 'organisation' && isKnown.participants && !participants.has(scope.organisation)) {
          return [
            error(
              at.value('scope'),
              `"${scope.organisation}" is geen deelnemer van deze norm${didYouMean(scope.organisation, participants, 'noem een deelnemer')}`,
            ),
          ];
        }
        return [];
      }),
  );
};
