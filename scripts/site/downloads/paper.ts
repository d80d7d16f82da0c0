import { statusPhrase } from '../../format/terms.ts';
import type { SiteReport } from '../../report.ts';
import type { ChartFigure } from '../charts/figure.ts';
import { type NormContext, type ReportContext, siteContext, untilRound } from '../context.ts';
import { type Brief, briefView } from '../views/brief.ts';
import { type Block, docxOf, type TextRun } from './docx.ts';

function text(...sentences: readonly string[]): TextRun {
  return { text: sentences.join(' ') };
}

function gap(what: string): TextRun {
  return { text: what, gap: true };
}

function paragraph(...runs: readonly TextRun[]): Block {
  return { kind: 'paragraph', runs };
}

function fact(name: string, run: TextRun): Block {
  return paragraph({ text: `${name}: `, bold: true }, run);
}

function heading(level: 1 | 2, title: string): Block {
  return { kind: 'heading', level, text: title };
}

/** A heading with its contents; nothing where there are none. */
function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

/** Sentences as one paragraph; nothing where there are none. */
function sentences(told: readonly string[]): Block[] {
  return told.length === 0 ? [] : [paragraph(text(...told))];
}

/** A link of the site as a full address, since a paper is read elsewhere. */
function addressOf({ settings }: ReportContext, href: string): string {
  return new URL(href, settings.address).href;
}

interface DrawnBar {
  readonly naam: string;
  readonly cijfer: string;
  readonly zeker: number | null;
  readonly tot: number | null;
  readonly gerapporteerd: boolean;
}

/** How figures count is explained once for the whole paper, so not with the picture. */
function picture(
  { title, sentence, weight, key, datasets }: ChartFigure,
  { norm }: NormContext,
  { basis }: Brief,
): Block[] {
  const bars = (datasets().rijen as unknown as readonly DrawnBar[]).map((row) => ({
    label: row.naam,
    text: row.cijfer,
    lower: row.zeker,
    upper: row.tot,
    reported: row.gerapporteerd,
  }));
  return [
    {
      kind: 'bars',
      title,
      description: `Staafgrafiek. ${sentence} ${bars.map(({ label, text: figure }) => `${label}: ${figure}`).join('; ')}.`,
      bars,
      names: { sure: statusPhrase('achieved', norm.statusWords), perhaps: 'niet bekend', reported: 'gerapporteerd' },
    },
    {
      kind: 'note',
      runs: [text(...[sentence, weight, key].filter((each): each is string => each !== null && !basis.includes(each)))],
    },
  ];
}

const WIDTHS: Readonly<Record<number, readonly number[]>> = {
  2: [60, 40],
  3: [38, 22, 40],
  4: [49, 16, 18, 17],
  5: [32, 17, 24, 17, 10],
};

function table({ table: told, basis }: Brief): Block[] {
  return told === null
    ? []
    : [
        { ...told, kind: 'table', widths: WIDTHS[told.head.length]! },
        ...told.notes
          .filter((note) => !basis.includes(note))
          .map((note): Block => ({ kind: 'note', runs: [text(note)] })),
      ];
}

/** Where the figures can be found for good, corrections included; or that no edition has them yet. */
function editionBlocks(context: ReportContext, { edition }: Brief): Block[] {
  const { id } = context.report.data;
  const make = `npm run new -- editie --rapport ${id}`;
  if (edition === null)
    return [
      fact(
        'Vaste cijfers',
        gap(`de editie met deze cijfers. Die is er nog niet: leg haar vast met ${make}, en maak dit stuk opnieuw`),
      ),
    ];
  const href = addressOf(context, edition.href);
  return [
    fact(`Vaste cijfers, editie van ${edition.day}`, { text: href, href }),
    edition.then === null
      ? { kind: 'note', runs: [text('Daar blijven deze cijfers staan, ook als ze later worden gecorrigeerd.')] }
      : paragraph(
          text(`In die editie staat nog: ${edition.then}. `),
          gap(`welk van de twee dit stuk noemt. Of leg een nieuwe editie vast met ${make}, en maak dit stuk opnieuw`),
        ),
  ];
}

/**
 * A draft memo to a council (mededeling) as .docx: in the form that such papers have, with what the report says, and a
 * marked gap for everything that only people know.
 */
function paperOf(context: ReportContext, norm: NormContext, brief: Brief): Uint8Array {
  const { data } = context.report;
  const title = `Voortgang ${brief.subject.charAt(0).toLowerCase()}${brief.subject.slice(1)}`;
  const page = addressOf(context, brief.page.href);
  const blocks: readonly Block[] = [
    { kind: 'title', runs: [text('Mededeling')] },
    fact('Onderwerp', text(title)),
    fact('Registratienummer', gap('registratienummer')),
    fact('Datum', gap('datum van dit stuk')),
    fact('Afdeling', gap('afdeling')),
    fact('Openbaarheid', gap('openbaar of niet, en waarom')),
    fact('Portefeuillehouder', gap('naam van de portefeuillehouder')),
    fact('Ter kennisname aan', gap('aan wie, zoals de raad of Provinciale Staten')),
    heading(1, 'Kern mededeling'),
    paragraph(text(brief.about, ...brief.stand)),
    ...sentences(brief.change.slice(0, 1)),
    heading(1, 'Mededeling'),
    heading(2, 'Aanleiding'),
    paragraph(gap('waarom u dit nu meldt, en wat er eerder over is gemeld')),
    ...section('Waar staat het?', [
      ...sentences([...brief.basis, ...brief.stated]),
      ...(brief.picture ? picture(brief.picture, norm, brief) : []),
      ...(brief.table?.ofOpen ? [] : table(brief)),
    ]),
    ...section('Wat veranderde er sinds de vorige meting?', sentences(brief.change.slice(1))),
    ...section('Wat staat open?', [...sentences(brief.open), ...(brief.table?.ofOpen ? table(brief) : [])]),
    ...section(
      'Wat is er gecorrigeerd?',
      brief.corrections.map((each) => paragraph(text(each))),
    ),
    heading(2, 'Wat gebeurt er nu?'),
    paragraph(gap('wat u gaat doen, en wanneer de raad daarvan hoort')),
    heading(1, 'Bijlagen'),
    ...editionBlocks(context, brief),
    fact('Actuele stand', { text: page, href: page }),
    ...brief.sources.map(({ text: name, detail }): Block => ({
      kind: 'item',
      runs: [text(detail === null ? name : `${name} (${detail})`)],
    })),
    { kind: 'item', runs: [gap('andere bijlagen, of haal deze regel weg')] },
  ];
  return docxOf(
    {
      title,
      publisher: context.settings.publisher,
      header: data.fictional ? `Verzonnen voorbeeld: ${data.region}, de organisaties en de cijfers bestaan niet` : null,
    },
    blocks,
  );
}

/** The subject of a paper. An empty `organisatie` means all organisations together. */
interface PaperSubject {
  readonly report: string;
  readonly norm: string;
  readonly meting: string;
  readonly organisatie: string;
}

function choose(what: string, name: string, from: readonly string[]): { readonly refused: string } {
  return {
    refused: `er is geen ${what} "${name}"; ${from.length === 0 ? 'er is er nog geen openbaar' : `kies uit ${from.join(', ')}`}`,
  };
}

/** The paper about a published round; or why there is none. */
export function paperIn(
  site: SiteReport,
  { report: id, norm: version, meting, organisatie }: PaperSubject,
): { readonly bytes: Uint8Array } | { readonly refused: string } {
  const all = siteContext(site, { link: () => '', styles: [], logo: null }).reports.find(
    (each) => each.report.data.id === id,
  )!;
  const norms = all.norms.map(({ norm }) => norm.version);
  const rounds = all.norm(version)?.figures.rounds.map(({ round }) => round.id);
  if (!rounds) return choose('openbare norm', version, norms);
  if (!rounds.includes(meting)) return choose(`openbare meting van norm ${version}`, meting, rounds);
  const context = untilRound(all, version, meting);
  const norm = context.norm(version)!;
  const taking = norm.norm.participants.map(({ organisation }) => organisation);
  if (organisatie !== '' && !taking.includes(organisatie))
    return choose(`deelnemer aan norm ${version}`, organisatie, taking);
  const organisation = organisatie === '' ? null : context.organisation(organisatie);
  return { bytes: paperOf(context, norm, briefView(context, norm, norm.latest, organisation)) };
}
