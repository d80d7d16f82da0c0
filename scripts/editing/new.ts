import { isMap, isScalar, isSeq } from 'yaml';
import { slotsOf } from '../compute/cells.ts';
import { readContract } from '../contract/read.ts';
import { NORM_STATUS, type STATUS } from '../contract/words.ts';
import { dateText } from '../format/date.ts';
import { capitalized } from '../format/sentence.ts';
import type { Norm } from '../model/norm.ts';
import type { ReportData } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import type { SourceFolder } from '../model/tree.ts';
import { type Edit, type Plan, refused, textOf, withEdits } from './draft.ts';
import { schemaLine } from './schemas.ts';
import { documentText, listAt, mayHoldList, newText, readDocument, recordsIn, yamlNode } from './yaml-document.ts';

/** What an editor says about a new round; empty texts where nothing is said. */
interface NewRound {
  readonly norm: string;
  readonly id: string;
  readonly datum: string;
  readonly soort: string;
  readonly titel: string;
  /** Who assesses the results. */
  readonly beoordeling: string;
}

/** Folder of a round's files. */
export function roundFolder(report: string, norm: string, round: string): string {
  return `${report}/normen/${norm}/metingen/${round}`;
}

/** The norm with that version, or a sentence that lists the choices. */
export function findNorm(report: ReportData, version: string): Norm | string {
  const versions = report.norms.map((norm) => norm.version);
  return (
    report.norms.find((norm) => norm.version === version) ??
    `rapport "${report.id}" heeft geen norm ${version || '(geef --norm)'}; kies uit ${versions.join(', ') || 'geen enkele'}`
  );
}

/** The round of a norm with that id, or a sentence that lists the choices. */
export function findRound({ version, rounds }: Norm, id: string): Round | string {
  return (
    rounds.find((each) => each.id === id) ??
    `norm ${version} heeft geen meting "${id}"; kies uit ${rounds.map((each) => each.id).join(', ') || 'geen enkele'}`
  );
}

/** A file with every cell of one participant as `niet beoordeeld`; null where no ambition applies to it. */
function emptyResults(
  folder: SourceFolder,
  report: ReportData,
  norm: Norm,
  round: Pick<Round, 'id' | 'date'>,
  organisation: string,
): Edit | null {
  const participant = norm.participants.find((each) => each.organisation === organisation);
  const known = report.organisations.find(({ id }) => id === organisation);
  const slots = participant && known ? slotsOf(norm, round, participant, known) : [];
  if (slots.length === 0) return null;
  const path = `${roundFolder(report.id, norm.version, round.id)}/resultaten/${organisation}.yaml`;
  const resultaten = Object.fromEntries(
    slots.map(({ ambition }) => [ambition.id, 'niet beoordeeld' satisfies keyof typeof STATUS]),
  );
  return { path, text: newText({ organisatie: organisation, resultaten }, schemaLine(folder, path, 'resultaten')) };
}

/** A new round in concept, without any assessed results. */
export function newRound(
  folder: SourceFolder,
  report: ReportData,
  { norm: version, id, datum, soort, titel, beoordeling }: NewRound,
): Plan {
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  const place = roundFolder(report.id, version, id);
  const path = `${place}/meting.yaml`;
  if (textOf(folder, path) !== null || folder.files.some((file) => file.path.startsWith(`${place}/`))) {
    return refused(`de meting "${id}" van norm ${version} bestaat al; kies een andere id`);
  }
  const word = soort || (norm.rounds.length === 0 ? 'nulmeting' : 'tussenmeting');
  const results = norm.participants.flatMap(
    ({ organisation }) => emptyResults(folder, report, norm, { id, date: datum }, organisation) ?? [],
  );
  const meting = {
    titel: titel || capitalized(`${word} ${dateText(datum)}`),
    datum,
    soort: word,
    ...(beoordeling ? { beoordeling: { door: beoordeling } } : {}),
    concept: true,
    niveau: 'punten',
  };
  return {
    edits: [{ path, text: newText(meting, schemaLine(folder, path, 'meting')) }, ...results],
    notes: [
      results.length > 0
        ? 'Elk resultaat staat op "niet beoordeeld". Vul ze in, en maak de meting daarna openbaar: met de taak Publicatie, of met npm run new -- publicatie.'
        : `Voor norm ${version} gelden op deze datum geen ambitiepunten. Er zijn dus nog geen resultaten om in te vullen.`,
    ],
  };
}

/** Fields by their Dutch name; empty texts where nothing is said. */
type GivenFields = Readonly<Record<string, string>>;

function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));
}

/** A refusal if a record cannot be added to a list of a file; null where it can. */
function obstacle(folder: SourceFolder, path: string, key: string): Plan | null {
  return mayHoldList(readDocument(textOf(folder, path) ?? ''), key)
    ? null
    : refused(`${path}: bij "${key}" hoort een lijst; draai npm run validate en herstel eerst wat daar staat`);
}

/** Adds a record at the end of a list of a file and leaves the rest as it is. */
function appended(folder: SourceFolder, path: string, key: string, record: unknown): Edit {
  const document = readDocument(textOf(folder, path) ?? '');
  listAt(document, key).add(yamlNode(document, record));
  return { path, text: documentText(document) };
}

/** A new organisation. With `norm`, it takes part in that norm and in those of its rounds that are still in concept. */
export function newOrganisation(folder: SourceFolder, report: ReportData, fields: GivenFields): Plan {
  const { id = '', naam, soort, tooi, norm: version = '', vanaf = '' } = fields;
  if (report.organisations.some((each) => each.id === id)) return refused(`de organisatie "${id}" bestaat al`);
  const blocked = obstacle(folder, `${report.id}/organisaties.yaml`, 'organisaties');
  if (blocked) return blocked;
  const record = filled({ id, naam, korte_naam: fields['korte-naam'] || naam, soort, tooi });
  const edits = [appended(folder, `${report.id}/organisaties.yaml`, 'organisaties', record)];
  if (version === '' && vanaf !== '')
    return refused('--vanaf zegt vanaf wanneer zij meedoet; noem met --norm ook waaraan');
  if (version === '')
    return { edits, notes: [`${naam} staat in de lijst van organisaties. Met --norm doet zij ook mee aan een norm.`] };

  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  edits.push(
    appended(folder, `${report.id}/normen/${version}/norm.yaml`, 'deelnemers', vanaf ? { organisatie: id, vanaf } : id),
  );
  const draft = readContract(withEdits(folder, edits)).reports.find(({ data }) => data.id === report.id)?.data;
  const grown = draft?.norms.find((each) => each.version === version);
  const files =
    draft && grown
      ? grown.rounds
          .filter(({ concept }) => concept)
          .flatMap((round) => emptyResults(folder, draft, grown, round, id) ?? [])
      : [];
  return {
    edits: [...edits, ...files],
    notes: [`${naam} doet mee aan norm ${version}${vanaf ? ` vanaf ${vanaf}` : ''}.`],
  };
}

/** Splits a text at commas; undefined if it is empty. */
function listed(text: string | undefined): string[] | undefined {
  const parts = (text ?? '').split(',').flatMap((each) => each.trim() || []);
  return parts.length === 0 ? undefined : parts;
}

/** A new document; with `niet-openbaar` only an id that reveals nothing. */
export function newDocument(folder: SourceFolder, report: ReportData, fields: GivenFields): Plan {
  const { id = '', titel, soort, datum, uitgever, registratienummer, afdeling, portefeuillehouder, url } = fields;
  const [verwijst_naar, ter_kennisname_aan] = [listed(fields.verwijst), listed(fields['ter-kennisname'])];
  const told = filled({
    titel,
    soort,
    datum,
    uitgever,
    registratienummer,
    afdeling,
    portefeuillehouder,
    ter_kennisname_aan,
    url,
    verwijst_naar,
  });
  const withheld = fields['niet-openbaar'] === 'true';
  if (withheld && Object.keys(told).length > 0) {
    return refused(
      'van een document dat niet openbaar is, mag hier niets staan: de gegevens zijn zelf openbaar. Geef alleen --id, met een naam die niets verraadt',
    );
  }
  const path = `${report.id}/documenten.yaml`;
  const blocked = obstacle(folder, path, 'documenten');
  if (blocked) return blocked;
  const ids = readDocument(textOf(folder, path) ?? '').toJS() as { documenten?: unknown } | null;
  if (recordsIn(ids?.documenten).some((each) => each.id === id)) return refused(`het document "${id}" bestaat al`);
  const record = withheld ? { id, openbaar: false } : { id, openbaar: true, ...told };
  return {
    edits: [appended(folder, path, 'documenten', record)],
    notes: [`Schrijf "bron: ${id}" bij wat op dit document rust.`],
  };
}

/** A new norm, based on the one that it replaces. */
interface NewNorm {
  readonly versie: string;
  readonly van: string;
  readonly titel: string;
}

/**
 * A copy of a norm, in concept, with every ambition `gelijk` to the old one. Facts that only hold for the old norm are
 * left out.
 */
export function newNorm(folder: SourceFolder, report: ReportData, { versie, van, titel }: NewNorm): Plan {
  const old = findNorm(report, van);
  if (typeof old === 'string') return refused(old.replace('--norm', '--van'));
  const path = `${report.id}/normen/${versie}/norm.yaml`;
  if (textOf(folder, path) !== null) return refused(`norm ${versie} bestaat al; kies een ander versienummer`);

  const document = readDocument(textOf(folder, `${report.id}/normen/${van}/norm.yaml`)!);
  document.set('versie', yamlNode(document, versie));
  if (titel) document.set('titel', titel);
  document.set('status', 'concept');
  for (const key of ['looptijd', 'vastgesteld', 'bron', 'opvolger_van', 'niet_openbare_metingen', 'vervallen'])
    document.delete(key);
  if (isMap(document.contents)) {
    const at = document.contents.items.findIndex(({ key }) => isScalar(key) && key.value === 'status');
    document.contents.items.splice(at + 1, 0, document.createPair('opvolger_van', yamlNode(document, van)) as never);
  }
  const points = document.get('ambitiepunten', true);
  for (const point of isSeq(points) ? points.items : []) {
    if (isMap(point)) point.set('herkomst', yamlNode(document, [{ punt: String(point.get('id')), relatie: 'gelijk' }]));
  }
  return {
    edits: [{ path, text: documentText(document) }],
    notes: [
      `Norm ${versie} is in concept en nog niet te zien op de site. Elk punt is nu gelijk aan dat van norm ${van}.`,
      'Pas titel, samenvatting, deelnemers en punten aan. Zet een punt zonder opvolger bij "vervallen", met de reden.',
    ],
  };
}

/** The round to publish, or without `id` the norm; `gepubliceerd` may be empty. */
interface Publication {
  readonly norm: string;
  readonly id: string;
  readonly gepubliceerd: string;
  /** New status of a norm; empty means `van kracht`. */
  readonly status: string;
}

/** The statuses of a published norm, in the words of the contract. */
export const PUBLISHED_STATUSES = Object.keys(NORM_STATUS).filter((status) => status !== 'concept');

function publishRound(
  folder: SourceFolder,
  report: ReportData,
  { norm: version, id, gepubliceerd, status }: Publication,
): Plan {
  if (status) return refused('--status hoort bij een norm; van een meting is er geen');
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  const round = findRound(norm, id);
  if (typeof round === 'string') return refused(round);
  if (!round.concept) return refused(`de meting "${id}" is al openbaar; er verandert niets`);
  const path = `${roundFolder(report.id, version, id)}/meting.yaml`;
  const document = readDocument(textOf(folder, path)!);
  document.delete('concept');
  if (gepubliceerd) document.set('gepubliceerd', yamlNode(document, gepubliceerd));
  const open = round.results.flatMap(({ results }) => results).filter(({ status }) => status === 'not-assessed').length;
  return {
    edits: [{ path, text: documentText(document) }],
    notes: [
      `De meting "${round.title}" komt op de site zodra dit is samengevoegd.`,
      ...(open > 0
        ? [`Let op: ${open} ${open === 1 ? 'resultaat staat' : 'resultaten staan'} nog op "niet beoordeeld".`]
        : []),
      ...(norm.status === 'concept'
        ? [
            `Let op: norm ${version} zelf is nog in concept. Maak ook die openbaar: een publicatie met norm ${version} en zonder meting.`,
          ]
        : []),
    ],
  };
}

function publishNorm(folder: SourceFolder, report: ReportData, { norm: version, status }: Publication): Plan {
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  if (norm.status !== 'concept')
    return refused(`norm ${version} is al openbaar; noem met --id de meting die openbaar wordt`);
  if (status && !PUBLISHED_STATUSES.includes(status))
    return refused(`een norm die openbaar is, is niet "${status}"; kies uit ${PUBLISHED_STATUSES.join(', ')}`);
  const path = `${report.id}/normen/${version}/norm.yaml`;
  const document = readDocument(textOf(folder, path)!);
  document.set('status', status || 'van kracht');
  return {
    edits: [{ path, text: documentText(document) }],
    notes: [`Norm ${version} komt op de site zodra dit is samengevoegd.`],
  };
}

/** Publishes a round or a norm that is in concept. */
export function publish(folder: SourceFolder, report: ReportData, publication: Publication): Plan {
  return publication.id === '' ? publishNorm(folder, report, publication) : publishRound(folder, report, publication);
}
