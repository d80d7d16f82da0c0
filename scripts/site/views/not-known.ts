import { type StatusCounts, isKnown, known, unknown } from '../../compute/cells.ts';
import { scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { documentKindText } from '../../format/document.ts';
import { amount } from '../../format/sentence.ts';
import { organisationNoun } from '../../format/terms.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';
import { participations } from './participation.ts';

/** What is known, not public or unknown of a norm, and which paper would tell. */
interface KnownRow {
  readonly what: string;
  readonly state: string;
  /** The paper that says it or would say it; null where everything is known. */
  readonly paper: string | null;
}

const KNOWN = 'bekend';
const NOT_PUBLIC = 'niet openbaar';

function row(what: string, isKnownNow: boolean, paper: string): KnownRow {
  return { what, state: isKnownNow ? KNOWN : NOT_PUBLIC, paper: isKnownNow ? null : paper };
}

/** The number of unknown results in words; null where all are known. */
function gapsText(counts: StatusCounts): string | null {
  const parts = [
    ...(counts['not-public'] > 0 ? [`${counts['not-public']} ${NOT_PUBLIC}`] : []),
    ...(counts['not-assessed'] > 0 ? [`${counts['not-assessed']} niet beoordeeld`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function resultsRow({ norm }: NormContext, { round, cells, byScope }: RoundFigures): KnownRow {
  const what = `Resultaten per punt van de meting ‘${round.title}’`;
  const paper = `de resultaten per organisatie van de meting ‘${round.title}’`;
  if (!norm.complete) {
    const count = cells.filter(({ result }) => isKnown(result.status)).length;
    return count === 0
      ? row(what, false, paper)
      : { what, state: `${amount(count, 'resultaat', 'resultaten')} bekend, de rest niet openbaar`, paper };
  }
  const counts = byScope.get('total')?.counts;
  const gaps = counts ? gapsText(counts) : null;
  if (!counts || cells.length === 0) return row(what, false, paper);
  return gaps === null ? row(what, true, paper) : { what, state: `bekend, behalve ${gaps}`, paper };
}

/** Rows of one norm: its ambitions and themes, and each of its rounds, newest first. */
function normRows(norm: NormContext): KnownRow[] {
  const { complete, themes, ambitions, undatedRounds } = norm.norm;
  return [
    {
      ...row('De lijst van ambitiepunten', complete, `de lijst van ambitiepunten van norm ${norm.norm.version}`),
      ...(!complete && ambitions.length > 0 ? { state: 'niet openbaar; enkele uitkomsten zijn bekend' } : {}),
    },
    row('De thema’s', complete || themes.length > 0, `de tekst van norm ${norm.norm.version}`),
    ...norm.figures.rounds
      .toReversed()
      .flatMap((figures) => [
        row(
          `Het totaal van de meting ‘${figures.round.title}’`,
          (figures.byScope.get(scopeKey({ kind: 'total' }))?.reported ?? null) !== null ||
            (complete && figures.cells.length > 0),
          `het verslag van de meting ‘${figures.round.title}’`,
        ),
        resultsRow(norm, figures),
      ]),
    ...(undatedRounds
      ? [
          row(
            amount(undatedRounds.count, 'andere meting', 'andere metingen'),
            false,
            undatedRounds.count === 1
              ? `het verslag van de andere meting van norm ${norm.norm.version}`
              : `de verslagen van de ${undatedRounds.count} andere metingen van norm ${norm.norm.version}`,
          ),
        ]
      : []),
    ...(norm.figures.rounds.length === 0
      ? [
          {
            what: 'Een meting',
            state: 'niet bekend of die er is',
            paper: `de eerste meting van norm ${norm.norm.version}, als die er is`,
          },
        ]
      : []),
  ];
}

/** What is known about an organisation in a norm, in a few words. */
function stateOf(norm: NormContext, { id }: Organisation): string {
  if (norm.figures.rounds.length === 0) return 'geen meting bekend';
  const round = norm.latestWithCells;
  const counts = round?.byScope.get(scopeKey({ kind: 'organisation', organisation: id }))?.counts;
  if (!counts || known(counts) + unknown(counts) === 0)
    return norm.norm.complete && round ? 'geen punt van toepassing' : NOT_PUBLIC;
  if (!norm.norm.complete) return `${amount(known(counts), 'uitkomst', 'uitkomsten')} bekend`;
  return gapsText(counts) ?? 'alles bekend';
}

/** What is known, not public and unknown: by norm, newest first, and by organisation. */
export function knownTables(context: ReportContext) {
  const norms = context.norms.toReversed();
  return {
    norms: norms.map((norm) => ({
      norm: link(`${norm.norm.title} ${norm.norm.version}`, context.to.norm(norm.norm.version)),
      rows: normRows(norm),
    })),
    columns: norms.map(({ norm }) => `Norm ${norm.version}`),
    organisations: participations(context).map(({ organisation, versions }) => ({
      link: link(organisation.name, context.to.organisation(organisation.id)),
      cells: norms.map((norm) =>
        versions.includes(norm.norm.version) ? stateOf(norm, organisation) : 'doet niet mee',
      ),
    })),
  };
}

/** A paper to ask for, and whom to ask. */
interface AskedPaper {
  /** Its description in the request. */
  readonly text: string;
  /** The body that issued it, if known. */
  readonly body: string | null;
}

/**
 * Papers with a registration number but without a known public address. Documents without such a number, like reprints
 * and news items, cannot be asked for.
 */
function unpublishedPapers(context: ReportContext): AskedPaper[] {
  return context.report.data.documents
    .filter(({ url, registrationNumber }) => url === null && registrationNumber !== null)
    .map((document) => ({
      text: `${document.title === null ? documentKindText(document.kind) : `${documentKindText(document.kind)} ‘${document.title}’`}, registratienummer ${document.registrationNumber}`,
      body: document.publisher,
    }));
}

/** What to ask for, whom to ask, and a text for the request; null where nothing is missing, and in a made-up report. */
export function requestView(context: ReportContext) {
  const { data } = context.report;
  if (data.fictional) return null;
  const missing = context.norms.flatMap((norm) =>
    norm.norm.complete
      ? []
      : normRows(norm).flatMap(({ paper }): AskedPaper[] => (paper === null ? [] : [{ text: paper, body: null }])),
  );
  const papers = [...unpublishedPapers(context), ...missing];
  if (papers.length === 0) return null;
  const publishers = new Set(data.documents.map(({ publisher }) => publisher));
  const bodies = data.organisations.filter(
    ({ name }) => publishers.has(name) && papers.some(({ body }) => body === name),
  );
  return {
    papers,
    bodies: bodies.map(({ id, name }) => link(organisationNoun(name), context.to.organisation(id))),
    subject: data.title,
    contact: context.settings.contact,
  };
}

/** Link to an explanation of how to ask for what is not public. Nothing made up can be asked for. */
export function askLink({ report, to }: ReportContext): Link {
  return report.data.fictional
    ? link('Wat is bekend, en wat niet?', `${to.documents}#niet-bekend`)
    : link('Zo vraagt u het op', `${to.documents}#opvragen`);
}
