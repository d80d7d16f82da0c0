import { enumeration } from '../../format/sentence.ts';
import { groupBy } from '../../model/group.ts';
import type { Organisation } from '../../model/organisation.ts';
import { sparkPicture } from '../charts/spark.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { byName, letterId, letterOf } from './alphabet.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';
import { sharedNote } from './score.ts';

/** An organisation, the norms in which it takes part, and its figure in one of them. */
export interface ParticipationRow {
  readonly link: Link;
  /** What it is found by in a long list. */
  readonly shortName: string;
  readonly norms: string;
  readonly figure: FigureCell | null;
  /** The course over the rounds, as a small picture. */
  readonly spark: string | null;
}

export interface Participation {
  readonly caption: string;
  readonly figures: boolean;
  /** How partly achieved points count in all its figures; null where there are none. */
  readonly weight: string | null;
  readonly rows: readonly ParticipationRow[];
  /** The same rows: all together, or by first letter where there are many. */
  readonly groups: readonly {
    readonly id: string | null;
    readonly letter: string | null;
    readonly rows: readonly ParticipationRow[];
  }[];
}

/** More organisations than this are found by their letter. */
const MANY = 30;

function groupsOf(rows: readonly ParticipationRow[]): Participation['groups'] {
  if (rows.length <= MANY) return [{ id: null, letter: null, rows }];
  const sorted = rows.toSorted((a, b) => byName(a.shortName, b.shortName));
  return [...groupBy(sorted, ({ shortName }) => letterOf(shortName))].map(([letter, each]) => ({
    id: `letter-${letterId(letter)}`,
    letter,
    rows: each,
  }));
}

/** Organisations that take part in a published norm, in the order of the data, with the versions of those norms. */
export function participations({
  report,
  norms,
}: ReportContext): { readonly organisation: Organisation; readonly versions: readonly string[] }[] {
  const pairs = norms.flatMap(({ norm }) =>
    norm.participants.map(({ organisation }) => ({ organisation, version: norm.version })),
  );
  const versions = groupBy(pairs, ({ organisation }) => organisation);
  return report.data.organisations.flatMap((organisation) => {
    const found = versions.get(organisation.id);
    return found ? [{ organisation, versions: found.map(({ version }) => version) }] : [];
  });
}

function rowOf(
  context: ReportContext,
  norm: NormContext | undefined,
  organisation: Organisation,
  versions: readonly string[],
): ParticipationRow {
  const takesPart = norm !== undefined && versions.includes(norm.norm.version);
  return {
    link: link(organisation.name, context.to.organisation(organisation.id)),
    shortName: organisation.shortName,
    norms: `${versions.length === 1 ? 'norm' : 'normen'} ${enumeration(versions)}`,
    figure:
      takesPart && norm.latest && norm.norm.complete
        ? figureCell(context, norm, norm.latest, { kind: 'organisation', organisation: organisation.id })
        : null,
    spark: takesPart ? sparkPicture(context, norm, organisation.id) : null,
  };
}

/** All organisations of a report, with their figure in the newest round of `norm`. */
export function participationRows(context: ReportContext, norm: NormContext | undefined): Participation {
  const rows = participations(context).map(({ organisation, versions }) =>
    rowOf(context, norm, organisation, versions),
  );
  const figures = rows.some(({ figure }) => figure?.isInformative);
  const caption = figures
    ? `Stand per organisatie, ${norm?.latest?.round.title}`
    : 'Organisaties, en de normen waaraan zij meedoen';
  const weight = sharedNote(rows.map(({ figure }) => figure?.weight ?? null));
  return { caption, figures, weight, rows, groups: groupsOf(rows) };
}
