import { error } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

/** Every point of a complete norm that has themes stands under one of them. */
export const themes: NormRule = ({ norm, foundations }) => {
  if (!norm.complete || norm.themes.length === 0) return [];
  const without = norm.ambitions.filter(
    (ambition) => ambition.theme === null && foundations.hold('a point has a theme', { norm, ambition }),
  );
  // Where none has one, it is the themes that are too many.
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
