import type { RoundFigures } from '../../compute/round.ts';
import type { Scope } from '../../compute/figures.ts';
import { documentName, documentOrigin } from '../../format/document.ts';
import { enumeration } from '../../format/sentence.ts';
import { organisationNoun } from '../../format/terms.ts';
import type { Place, SourceLine } from '../../model/problem.ts';
import type { Reported } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import type { ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';

/** A source as shown: a link to all that is known about it, or a note that it is not public. */
export interface SourceView {
  readonly text: string;
  readonly href: string | null;
  /** Its publisher and date. */
  readonly detail: string | null;
}

const NOT_PUBLIC: SourceView = { text: 'bron niet openbaar', href: null, detail: null };

/** Sources in their own order; that some are not public is said once. */
export function sourceViews(context: ReportContext, sources: readonly Source[]): SourceView[] {
  const seen = new Set<string | null>();
  return sources.flatMap((source): SourceView[] => {
    const document = source.public ? context.document(source.document) : undefined;
    const key = document?.id ?? null;
    if (seen.has(key)) return [];
    seen.add(key);
    if (!document) return [NOT_PUBLIC];
    return [
      {
        text: documentName(document),
        href: context.to.document(document.id),
        detail: documentOrigin(document) || null,
      },
    ];
  });
}

/**
 * Who states something that rests on these sources, for after "volgens": "de provincie" where the report has only one,
 * "de gemeente Urk", "de bron" where the publisher is unknown, "een niet-openbare bron".
 */
export function reporterText({ report, document }: ReportContext, sources: readonly Source[]): string {
  const publishers = sources.flatMap((source) => (source.public ? (document(source.document)?.publisher ?? []) : []));
  const names = [...new Set(publishers)].map((publisher) => {
    const kind = report.data.organisations.find(({ name }) => name === publisher)?.kind;
    const alike = report.data.organisations.filter((organisation) => organisation.kind === kind);
    return kind === 'province' && alike.length === 1 ? 'de provincie' : organisationNoun(publisher);
  });
  if (names.length > 0) return enumeration(names);
  return sources.length > 0 && sources.every((source) => !source.public) ? 'een niet-openbare bron' : 'de bron';
}

/** Link to the file and line of a place in the data; null where the settings name no repository. */
export function originLink({ origin, settings }: ReportContext, place: Place): Link | null {
  if (settings.repository === null) return null;
  const found = origin(place);
  return link(`${found.file.split('/').at(-1)}, regel ${found.line}`, repositoryAddress(settings.repository, found));
}

/** Place where a figure was authored: the reported figure itself, an organisation's results, or the round. */
export function figurePlace({ round }: RoundFigures, scope: Scope, reported: Reported | null): Place {
  if (reported) return reported.at.value('percentage');
  const file =
    'organisation' in scope ? round.results.find(({ organisation }) => organisation === scope.organisation) : undefined;
  return file ? file.at.start : round.at.start;
}

/**
 * Links to the files of a round: the round itself, and the results of each organisation. Empty without a repository.
 */
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

/** The part of an address that names the branch, as GitHub, GitLab and Forgejo write it. */
const NAMES_BRANCH = /\/(?:-\/)?(?:blob|tree|src\/branch|src\/commit)\/[^/]+/;

/**
 * The address of a line in a repository. If the repository's address names no branch, this uses the default branch, as
 * GitHub writes that, or as GitLab does for hosts named after it.
 */
export function repositoryAddress(repository: string, { file, line }: SourceLine): string {
  const base = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (NAMES_BRANCH.test(new URL(base).pathname)) return `${base.replace('/tree/', '/blob/')}/${path}#L${line}`;
  const branch = new URL(base).hostname.includes('gitlab') ? '/-/blob/HEAD/' : '/blob/HEAD/';
  return `${base}${branch}${path}#L${line}`;
}

/** Link to a page where a place in the data can be edited; null where the settings name no repository. */
export function editLink({ origin, settings }: ReportContext, place: Place): Link | null {
  return settings.repository === null
    ? null
    : link('Pas dit aan', editAddress(repositoryAddress(settings.repository, origin(place))));
}

/**
 * Turns the address that shows a line into the one that edits it. The default branch has no edit page without a name,
 * so it is taken to be `main`.
 */
export function editAddress(address: string): string {
  return address.replace(/\/(blob\/HEAD|blob|src\/branch|src\/commit)\//, (_, way: string) => {
    if (way === 'blob/HEAD') return '/edit/main/';
    return way === 'blob' ? '/edit/' : '/_edit/';
  });
}
