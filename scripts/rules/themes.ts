import { error } from '../model/problem.ts';
import { didYouMean } from '../model/suggestion.ts';
import { repeated, type NormRule } from './rule.ts';

/** Themes have ids of their own, and every point of a complete norm stands under one of them. */
export const themes: NormRule = ({ norm }) => {
  const known = new Set(norm.themes.map(({ id }) => id));
  const isCertain = !norm.at.isDoubtful('themes') && !norm.themes.some(({ at }) => at.isDoubtful('id'));
  return [
    ...repeated(norm.themes, ({ id }) => id).map(({ id, at }) =>
      error(at.value('id'), `de id "${id}" is al van een ander thema; kies een andere`),
    ),
    ...norm.ambitions.flatMap(({ theme, at }) => {
      if (theme === null)
        return norm.complete && !norm.at.isDoubtful('complete') && !at.isDoubtful('theme')
          ? [
              error(
                at.start,
                'het veld "thema" ontbreekt; voeg een regel "thema: …" toe (alleen in een norm met "volledig: false" mag het weg)',
              ),
            ]
          : [];
      return known.has(theme) || !isCertain || at.isDoubtful('theme')
        ? []
        : [
            error(
              at.value('theme'),
              `onbekend thema "${theme}"${didYouMean(theme, known, 'voeg het toe aan "themas"')}`,
            ),
          ];
    }),
  ];
};
