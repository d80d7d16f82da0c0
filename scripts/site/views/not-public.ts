import { enumeration } from '../../format/list.ts';
import type { Norm } from '../../model/norm.ts';

/** What is not public of a norm, as a sentence; null where everything is. */
export function notPublicSentence({ complete, version, themes, ambitions, rounds }: Norm): string | null {
  if (complete) return null;
  const missing = [
    ...(themes.length === 0 ? ['de thema’s'] : []),
    ...(ambitions.length === 0 ? ['de ambitiepunten'] : []),
    ...(rounds.length === 0 ? ['de resultaten'] : []),
  ];
  if (missing.length > 0) return `Niet openbaar van norm ${version}: ${enumeration(missing)}.`;
  return `Niet alles van norm ${version} is openbaar. Wat wel bekend is, staat hier als lijst. Wij rekenen er geen percentage mee uit.`;
}
