import { amount, asSentence } from '../../format/sentence.ts';
import { relationText } from '../../format/terms.ts';
import type { Ambition, Norm, Origin } from '../../model/norm.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { ambitionLink, link, type Link } from './link.ts';

/** How an ambition relates to one of an older or newer norm. */
export interface RelationView {
  readonly point: Link;
  /** Version of the norm of that ambition. */
  readonly version: string;
  readonly relation: string;
  readonly comparable: string;
  readonly reason: string | null;
}

/** The origin of an ambition, or what became of it. */
export interface SuccessionView {
  readonly heading: string;
  readonly sentence: string;
  readonly relations: readonly RelationView[];
  readonly comparison: Link | null;
}

/** A relation as shown; `point` is the ambition at its other end. */
export function relationView(context: ReportContext, norm: Norm, point: Ambition, origin: Origin): RelationView {
  return {
    point: ambitionLink(context, norm, point),
    version: norm.version,
    relation: relationText(origin.relation),
    comparable: origin.comparable ? 'De resultaten zijn te vergelijken.' : 'De resultaten zijn niet te vergelijken.',
    reason: origin.reason && asSentence(origin.reason),
  };
}

function comparisonLink(context: ReportContext, from: string, to: string): Link {
  return link(`Norm ${from} naast norm ${to}`, context.to.comparison(from, to));
}

/** The origin of an ambition in a norm that replaces another; null for other norms. */
export function originView(context: ReportContext, { norm }: NormContext, ambition: Ambition): SuccessionView | null {
  const before = norm.predecessor === null ? undefined : context.norm(norm.predecessor);
  if (!before) return null;
  const relations = ambition.origins.flatMap((origin) => {
    const point = before.ambition(origin.ambition);
    return point ? [relationView(context, before.norm, point, origin)] : [];
  });
  const version = before.norm.version;
  const sentence =
    relations.length === 0
      ? `Dit punt is nieuw: in norm ${version} stond het niet.`
      : relations.length === 1
        ? `Dit punt komt uit norm ${version}:`
        : `Dit punt is samengevoegd uit ${relations.length} punten van norm ${version}:`;
  return { heading: 'Herkomst', sentence, relations, comparison: comparisonLink(context, version, norm.version) };
}

/** What became of an ambition in each norm that replaced its own. */
export function successionViews(
  context: ReportContext,
  { norm, successionsOf }: NormContext,
  ambition: Ambition,
): SuccessionView[] {
  return successionsOf(ambition.id).map(({ norm: newer, successors, dropped }) => {
    const relations = successors.map(({ ambition: point, origin }) => relationView(context, newer, point, origin));
    const sentence =
      relations.length === 1
        ? `In norm ${newer.version} gaat dit punt verder als:`
        : relations.length > 1
          ? `Dit punt is gesplitst. In norm ${newer.version} gaat het verder als ${amount(relations.length, 'punt', 'punten')}:`
          : dropped
            ? `Dit punt is vervallen in norm ${newer.version}. ${asSentence(dropped.reason)}`
            : `Wat er in norm ${newer.version} van is geworden, is niet openbaar.`;
    return {
      heading: `In norm ${newer.version}`,
      sentence,
      relations,
      comparison: comparisonLink(context, norm.version, newer.version),
    };
  });
}
