import { error } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

/** In a complete norm with themes, every ambition must have one. */
export const themes: NormRule = ({ norm, foundations }) => {
  if (!norm.complete || norm.themes.length === 0) return [];
  const without = norm.ambitions.filter(
    (ambition) => ambition.theme === null && foundations.hold('a point has a theme', { norm, ambition }),
  );
  // If no ambition has a theme, the list of themes is the mistake.
  if (without.length > 1 && without.length === norm.ambitions.length)
    return [
      error(
        norm.at.value('themes'),
        'geen enkel punt noemt een van deze thema’s; zet bij elk punt een regel "thema: …", of haal "themas" weg',
      ),
    ];
  return without.map(({ at }) =>
    error(
      at.start,
      'het veld "thema" ontbreekt; voeg een regel "thema: …" toe (alleen in een norm met "volledig: false" of zonder thema’s mag het weg)',
    ),
  );
};
