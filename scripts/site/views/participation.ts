import { enumeration } from '../../format/list.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportContext } from '../context.ts';
import { groupBy } from '../group.ts';
import type { NormContext } from '../norm-context.ts';
import { sparkSvg } from '../charts/spark.ts';
import { figureView, type FigureView } from './figure.ts';
import { link, type Link } from './link.ts';

/** An organisation, the norms in which it takes part, and its figure in one of them. */
export interface ParticipationRow {
  readonly link: Link;
  readonly norms: string;
  readonly figure: FigureView | null;
  /** The course over the rounds, as a small picture. */
  readonly spark: string | null;
}

export interface Participation {
  readonly caption: string;
  readonly figures: boolean;
  readonly sparks: boolean;
  readonly rows: readonly ParticipationRow[];
}

/** Organisations that take part in a published norm, in the order of the data, with the versions of those norms. */
export const participations = ({ report, norms }: ReportContext): { readonly organisation: Organisation; readonly versions: readonly string[] }[] => {
  const pairs = norms.flatMap(({ norm }) => norm.participants.map(({ organisation }) => ({ organisation, version: norm.version })));
  const versions = groupBy(pairs, ({ organisation }) => organisation);
  return report.data.organisations.flatMap((organisation) => {
    const found = versions.get(organisation.id);
    return found ? [{ organisation, versions: found.map(({ version }) => version) }] : [];
  });
};

/** All organisations of a report, with their figure in the newest round of `norm`. */
export const participationRows = (context: ReportContext, norm: NormContext | undefined): Participation => {
  const rows = participations(context).map(({ organisation, versions }) => ({
    link: link(organisation.name, context.to.organisation(organisation.id)),
    norms: enumeration(versions),
    figure: norm?.latest && norm.norm.complete && versions.includes(norm.norm.version)
      ? figureView(context, norm, norm.latest, { kind: 'organisation', organisation: organisation.id })
      : null,
    spark: norm && versions.includes(norm.norm.version) ? sparkSvg(context, norm, organisation.id) : null,
  }));
  const figures = rows.some(({ figure }) => figure?.tells);
  return { caption: figures ? `Organisaties, stand per ${norm?.latest?.round.title}`  : 'Organisaties, en de normen waaraan zij meedoen', figures, sparks: rows.some(({ spark }) => spark !== null), rows };
};
