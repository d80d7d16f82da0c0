import type { RoundFigures } from '../../compute/round.ts';
import type { Scope } from '../../compute/scope.ts';
import type { Place } from '../../model/problem.ts';
import type { Reported } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import { repositoryAddress } from '../repository.ts';
import { link, type Link } from './link.ts';

/** A place in the data as a link to its file and line; null where the settings name no repository. */
export function originLink({ origin, settings }: ReportContext, place: Place): Link | null {
  if (settings.repository === null) return null;
  const found = origin(place);
  return link(`${found.file.split('/').at(-1)}, regel ${found.line}`, repositoryAddress(settings.repository, found));
}

/** Where a figure's authored ground is: the reported figure itself, an organisation's results, or the round. */
export function figurePlace({ round }: RoundFigures, scope: Scope, reported: Reported | null): Place {
  if (reported) return reported.at.value('percentage');
  const file =
    'organisation' in scope ? round.results.find(({ organisation }) => organisation === scope.organisation) : undefined;
  return file ? file.at.start : round.at.start;
}

/** The files behind a round: what it is, and the results of each organisation. Empty without a repository. */
export function roundOrigins(context: ReportContext, { round, cells }: RoundFigures): Link[] {
  const shown = new Set(cells.map(({ organisation }) => organisation));
  const files = round.results.filter(({ organisation }) => shown.has(organisation));
  return [
    { text: 'De meting', place: round.at.start },
    ...files.map(({ organisation, at }) => ({
      text: `Resultaten van ${context.organisation(organisation).name}`,
      place: at.start,
    })),
  ].flatMap(({ text, place }) => {
    const to = originLink(context, place);
    return to ? [link(`${text} (${to.text})`, to.href)] : [];
  });
}
