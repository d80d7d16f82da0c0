import { byDate } from '../model/date.ts';
import type { Edition } from '../model/edition.ts';
import type { Norm } from '../model/norm.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { byVersion, isVersion as isAVersion } from './names/versions.ts';
import { arrange } from './arrange.ts';
import type { NormSlot, RoundSlot } from './layout.ts';
import { readEditions } from './edition.ts';
import { type AuthoredDocuments, documents, organisations, report } from './files/report.ts';
import { type AuthoredNorm, norm } from './files/norm.ts';
import { EVERYDAY_WORDS, results } from './files/results.ts';
import { round } from './files/round.ts';
import { mapNorm } from './map/norm.ts';
import { mapDocuments, mapOrganisations, mapReport, SourceReader } from './map/report.ts';
import { mapResults, mapRound } from './map/round.ts';
import { filesOf, ReadFile, type ReadNorm, type ReadReport, type ReadRound } from './read-file.ts';
import { resolveNames } from './names/resolve.ts';
import type { OtherWords } from './values.ts';

/** Folder of a report, and its address within the site. */
export interface ReportPlace {
  readonly id: string;
  readonly path: string;
}

/** A report, as far as it could be read. */
export interface ContractReport {
  readonly place: ReportPlace;
  /** All files in its folder. */
  readonly files: readonly SourceFile[];
  readonly data: ReportData;
  readonly problems: readonly Problem[];
  /** Problems with its editions; shown only if the data has no errors. */
  readonly editionProblems: readonly Problem[];
}

/**
 * Checks the files of one report against the contract, and maps their content to the model. `own`: the data folder with
 * only those files.
 */
export function readReport(place: ReportPlace, own: SourceFolder): ContractReport {
  const { folder, files } = own;
  // 1. Find the place of each file.
  const { slots, problems: misplaced } = arrange(files, {
    name: place.id,
    shown: folder === '' ? place.id : `${folder}/${place.id}`,
  });

  // 2. Read each file with its schema.
  const read: ReadReport = {
    report: ReadFile.read(slots.report, report, 'waar het rapport over gaat'),
    organisations: ReadFile.read(slots.organisations, organisations, 'de organisaties'),
    documents: ReadFile.read(slots.documents, documents, 'de documenten'),
    norms: slots.norms.map(readNorm),
  };

  // 3. Check the names in them against each other.
  const unnamed = resolveNames(read);

  // 4. Read the editions, which do not depend on the data.
  const { editions, problems: editionProblems } = readEditions(files, withheldIn(read.documents.value));

  return {
    place,
    files,
    // 5. Map what was meant to the model.
    data: mapped(place, read, editions),
    editionProblems,
    problems: [misplaced, ...filesOf(read).map(({ problems }) => problems), unnamed].flat(),
  };
}

function readNorm({ name, folder, isVersion, rounds, ...slot }: NormSlot): ReadNorm {
  const file = ReadFile.read(slot, norm, 'de norm');
  const others = statusWordsOf(file.value);
  return {
    name,
    folder,
    isVersion,
    file,
    rounds: rounds.map((each) => readRound(each, others)),
    version: name,
    predecessor: null,
  };
}

/** Words that people use for a status: those of everyone, and those of the norm. */
function statusWordsOf({ statuswoorden = {} }: AuthoredNorm): OtherWords {
  return new Map([
    ...EVERYDAY_WORDS,
    ...Object.entries(statuswoorden).map(([word, own = word]) => [own.toLowerCase(), word] as const),
  ]);
}

function readRound({ name, results: files, ...slot }: RoundSlot, others: OtherWords): ReadRound {
  return {
    name,
    file: ReadFile.read(slot, round, 'de meting', others),
    results: files.map((each) => ({
      name: each.name,
      file: ReadFile.read(each, results, 'resultaten', others),
      organisation: each.name,
      unclear: 0,
      leftOut: 0,
    })),
  };
}

function mapped(
  place: ReportPlace,
  { report: own, organisations: members, documents: register, norms }: ReadReport,
  editions: readonly Edition[],
): ReportData {
  const sources = new SourceReader(register.value);
  return mapReport(place, own, sources, members, {
    organisations: mapOrganisations(members.value, members),
    documents: mapDocuments(register.value, register, sources),
    norms: norms.map((each) => normOf(each, sources)).sort(inOrder),
    editions,
  });
}

function withheldIn({ documenten }: AuthoredDocuments): ReadonlySet<string> {
  return new Set(documenten.filter(({ openbaar }) => !openbaar).map(({ id }) => id));
}

/** A folder whose name is not a version comes last. */
function inOrder(a: Norm, b: Norm): number {
  const [left, right] = [a, b].map(({ version }) => isAVersion(version));
  return left && right ? byVersion(a.version, b.version) : Number(right) - Number(left);
}

function normOf({ file, rounds, version, predecessor }: ReadNorm, sources: SourceReader): Norm {
  const mappedRounds = rounds.map((each): Round =>
    mapRound(
      each.name,
      each.file.value,
      each.file,
      sources,
      each.results.map((one) => mapResults(one, sources)),
    ),
  );
  return {
    ...mapNorm(
      file.value,
      file,
      sources,
      mappedRounds.sort((a, b) => byDate(a.date, b.date)),
    ),
    version,
    predecessor: predecessor?.version ?? file.value.opvolger_van ?? null,
  };
}
