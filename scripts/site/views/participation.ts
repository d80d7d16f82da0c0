import { groupBy } from '../../model/group.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { byName, letterId, letterOf } from './alphabet.ts';
import { link } from './link.ts';
import { organisationRow, scopeTable, shortRow, sinceNote, type ScopeRow, type ScopeTable } from './scope-table.ts';

/** Above this number, organisations are grouped by first letter. */
const MANY = 30;

/** The rows of a table: all together, or grouped by first letter where there are many. */
interface RowGroup {
  readonly id: string | null;
  readonly letter: string | null;
  readonly rows: readonly ScopeRow[];
}

/** Every organisation of a report, one tap away. */
export interface Participation extends ScopeTable {
  readonly groups: readonly RowGroup[];
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

function groupsOf(rows: readonly (ScopeRow & { readonly shortName: string })[]): RowGroup[] {
  if (rows.length <= MANY) return [{ id: null, letter: null, rows }];
  const sorted = rows.toSorted((a, b) => byName(a.shortName, b.shortName));
  return [...groupBy(sorted, ({ shortName }) => letterOf(shortName))].map(([letter, each]) => ({
    id: `letter-${letterId(letter)}`,
    letter,
    rows: each,
  }));
}

/** All organisations of a report, with their figure in the newest round of `norm`, their change and what is overdue. */
export function participationRows(context: ReportContext, norm: NormContext | undefined): Participation {
  const rows = participations(context).map(({ organisation, versions }) => ({
    ...(norm && versions.includes(norm.norm.version)
      ? shortRow(norm, organisationRow(context, norm, norm.latest, organisation.id), norm.latest, {
          kind: 'organisation',
          organisation: organisation.id,
        })
      : {
          link: link(organisation.name, context.to.organisation(organisation.id)),
          figure: null,
          steps: null,
          overdue: null,
          detail: null,
          absent: norm ? `doet niet mee aan norm ${norm.norm.version}` : '',
        }),
    shortName: organisation.shortName,
  }));
  const table = scopeTable(
    'Organisatie',
    norm?.latest ? `Stand per organisatie, ${norm.latest.round.title}` : 'Organisaties',
    rows,
    'Er zijn nog geen deelnemers bekend.',
    norm ? sinceNote(norm, norm.latest) : null,
  );
  return { ...table, groups: groupsOf(rows) };
}
