import { sha256 } from '../io/read.ts';
import type { ProjectFile } from './new-data.ts';

/**
 * Workflows of this repository that only concern the program itself, and such jobs in other workflows; regions do not
 * get them.
 */
const OF_THE_PROGRAM: readonly string[] = [];
const JOBS_OF_THE_PROGRAM: Readonly<Record<string, readonly string[]>> = { 'controle.yml': ['programma'] };

const FOLDER = '.github/workflows/';

const MARK = /^# normrapport (\S+), controlegetal ([0-9a-f]{64})\. .*\n/;

function nameOf({ path }: ProjectFile): string {
  return path.slice(FOLDER.length);
}

/** A workflow without one of its jobs, and otherwise unchanged. */
function withoutJob(text: string, job: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(`  ${job}:`);
  if (start < 0) throw new Error(`a workflow has no job "${job}"`);
  const after = lines.findIndex((line, index) => index > start && /^ {0,2}\S/.test(line));
  const kept = [...lines.slice(0, start), ...(after < 0 ? [] : lines.slice(after))];
  return `${kept.join('\n').trimEnd()}\n`;
}

/** A workflow as regions get it. A first line with a checksum shows whether the region has changed it since. */
function marked(file: ProjectFile, version: string): ProjectFile {
  const text = (JOBS_OF_THE_PROGRAM[nameOf(file)] ?? []).reduce(withoutJob, file.content);
  const line = `# normrapport ${version}, controlegetal ${sha256(text)}. Vernieuwen: npx normrapport init --bijwerken\n`;
  return { path: file.path, content: `${line}${text}` };
}

/** The workflows of a region, derived from `own`, those of this repository. */
export function projectWorkflows(own: readonly ProjectFile[], version: string): ProjectFile[] {
  return own.filter((file) => !OF_THE_PROGRAM.includes(nameOf(file))).map((file) => marked(file, version));
}

/** What to do with the workflows of a region for a new version of the program. */
interface Renewal {
  readonly write: readonly ProjectFile[];
  /** Paths of workflows that the new version no longer has. */
  readonly remove: readonly string[];
  /** Paths of workflows that the region has changed, which stay as they are. */
  readonly changed: readonly string[];
}

/** Whether a file is unchanged since this program wrote it. */
function isUntouched({ content }: ProjectFile): boolean {
  const [line = '', , hash] = MARK.exec(content) ?? [];
  return line !== '' && sha256(content.slice(line.length)) === hash;
}

/** Renews the workflows of a region (`there`); those that the region wrote itself are left alone. */
export function renewedWorkflows(there: readonly ProjectFile[], fresh: readonly ProjectFile[]): Renewal {
  const known = new Map(there.map((file) => [file.path, file]));
  const changed = fresh.filter(({ path, content }) => {
    const old = known.get(path);
    return old && old.content !== content && !isUntouched(old);
  });
  return {
    write: fresh.filter((file) => known.get(file.path)?.content !== file.content && !changed.includes(file)),
    remove: there
      .filter((file) => isUntouched(file) && !fresh.some(({ path }) => path === file.path))
      .map(({ path }) => path),
    changed: changed.map(({ path }) => path),
  };
}

const OWNERS = `# Wie wat goedkeurt. De laatste regel die past, telt.
#
# VUL IN: de namen met @eigen-organisatie zijn verzonnen. Zet er uw eigen teams voor in de plaats, en zet in de
# instellingen van de repository "Require review from Code Owners" aan voor de tak main.

# Wat hieronder niet staat, is code, of zegt welke code er draait.
*                 @eigen-organisatie/techniek
/data/            @eigen-organisatie/redactie
/formulieren/     @eigen-organisatie/redactie
/data/schema/     @eigen-organisatie/techniek

# Elke organisatie gaat over haar eigen resultaten, in elke norm en elke meting.
`;

/** The organisations of a report that own their results. */
interface Owners {
  readonly report: string;
  readonly organisations: readonly string[];
}

/**
 * CODEOWNERS with a line for each organisation, added to `text` or, where that is null, to a new file. A new team is
 * named after its organisation.
 */
export function codeOwners(text: string | null, reports: readonly Owners[]): string {
  const before = text ?? OWNERS;
  const [, owner = 'eigen-organisatie'] = /^\*\s+@([\w-]+)/m.exec(before) ?? [];
  const lines = reports.flatMap(({ report, organisations }) =>
    organisations.flatMap((id) => {
      const place = `/data/${report}/normen/*/metingen/*/resultaten/${id}.yaml`;
      return before.includes(`${place} `) ? [] : `${place} @${owner}/${id}`;
    }),
  );
  return lines.length === 0 ? before : `${before.trimEnd()}\n${lines.join('\n')}\n`;
}
