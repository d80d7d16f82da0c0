import { jsonSchemas } from '../contract/json-schema.ts';
import { readContract } from '../contract/read.ts';
import { nodeAt, plain } from '../contract/tree.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import { recordsIn } from './yaml-document.ts';

const PATTERN = /^# yaml-language-server: \$schema=(\S+)$/m;

/**
 * The first line that tells an editor's tools which schema explains a file: the report's own, if its other files have
 * one. Null in a folder whose files have none.
 */
export function schemaLine(folder: SourceFolder, path: string, schema: string): string | null {
  const named = folder.files.flatMap(({ text }) => PATTERN.exec(text.slice(0, 200))?.[1] ?? []);
  if (named.length === 0) return null;
  const own = `${path.split('/')[0]}/`;
  const within = named.some((each) => each.includes(`schema/${own}`)) ? own : '';
  return `# yaml-language-server: $schema=${'../'.repeat(path.split('/').length - 1)}schema/${within}${schema}.schema.json`;
}

/**
 * The file that the data of a report name as their schema. As committed it points to the general schema; `withIds`
 * makes it point to the schema with the report's own ids, which is next to it and ignored by git. Git replaces whatever
 * is between `$Id:` and the next `$` (gitattributes, `ident`), so this is never a change to commit; the length must
 * stay, since another size is a change to git. Why: docs/decisions/0060.
 */
export function reportSchemaFile(kind: string): string {
  return `{\n  "$ref": "../${kind}.schema.json",\n  "$comment": "docs/decisions/0060 $Id$"\n}\n`;
}

const HOLE = /\$Id(?::[^$\n]*)?\$/;

/** `$Id: `, the 40 digits of a hash, ` $`: as git writes it in a work tree. */
const EXPANDED = 47;

/** Name of the schema with ids of a kind of file, in the same folder. */
function idsFile(kind: string): string {
  return `${kind}.json`;
}

/** As committed, whatever git or `withIds` made of it. */
export function asCommitted(text: string): string {
  return text.replace(HOLE, () => '$Id$');
}

/** The same file, pointing to the schema with ids: of two members with one name, the last counts. */
export function withIds(text: string, kind: string): string {
  const whole = asCommitted(text) === reportSchemaFile(kind) ? text : reportSchemaFile(kind);
  const leads = `","\\u0024ref":"${idsFile(kind)}","x":"`;
  const [found] = HOLE.exec(whole)!;
  const space = ' '.repeat(Math.max(0, (found === '$Id$' ? EXPANDED : found.length) - '$Id:$'.length - leads.length));
  return whole.replace(HOLE, () => `$Id:${space}${leads}$`);
}

type Schema = { [key: string]: unknown };

/** Allowed words, each with its meaning. */
type Choices = ReadonlyMap<string, string>;

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(schema: Schema, ...path: readonly string[]): Schema {
  return path.reduce<Schema>((inner, key) => (isObject(inner[key]) ? inner[key] : {}), schema);
}

const unknown =
  'dit rapport kent deze id niet; kies er een uit de lijst (Ctrl en de spatiebalk), of draai "npm run schemas" als zij nieuw is';

/** One of these words, each explained by an editor's tools. */
function oneOf(choices: Choices, description: unknown): Schema {
  return choices.size === 0
    ? { type: 'string', description }
    : {
        type: 'string',
        description,
        enum: [...choices.keys()],
        enumDescriptions: [...choices.values()],
        errorMessage: unknown,
      };
}

/** Replaces the schema of a key, wherever it occurs below a schema. */
function replace(schema: unknown, key: string, by: (old: Schema) => Schema): void {
  if (Array.isArray(schema)) schema.forEach((each) => replace(each, key, by));
  if (!isObject(schema)) return;
  const properties = schema.properties;
  if (isObject(properties) && isObject(properties[key])) properties[key] = by(properties[key]);
  for (const [name, inner] of Object.entries(schema)) if (name !== 'enum') replace(inner, key, by);
}

function documentsOf({ files }: SourceFolder, report: string): Choices {
  const tree = files.find(({ path }) => path === `${report}/documenten.yaml`)?.tree ?? null;
  const list = nodeAt(tree, ['documenten']);
  return new Map(
    recordsIn(list && plain(list)).map(({ id, titel }) => [
      String(id),
      typeof titel === 'string' ? titel : 'niet openbaar',
    ]),
  );
}

function source(documents: Choices) {
  return (old: Schema): Schema => {
    const one = oneOf(documents, old.description);
    return documents.size === 0 ? old : { anyOf: [one, { type: 'array', items: one }], description: old.description };
  };
}

/** A tool explains the form of a row, so each form names its ambition. */
function withTitle(row: Schema, title: string): Schema {
  return {
    ...row,
    description: title,
    anyOf: (Array.isArray(row.anyOf) ? (row.anyOf as Schema[]) : []).map((form) => ({
      ...form,
      description: `${title}. ${String(form.description)}`,
    })),
  };
}

function fill(name: string, schema: Schema, report: ReportData, documents: Choices): Schema {
  const organisations: Choices = new Map(report.organisations.map(({ id, name: full }) => [id, full]));
  const points: Choices = new Map(
    report.norms.flatMap(({ version, ambitions }) =>
      ambitions.map(({ id, number, title }) => [
        id,
        `${number === null ? '' : `${number} `}${title} (norm ${version})`,
      ]),
    ),
  );
  const themes: Choices = new Map(report.norms.flatMap((norm) => norm.themes.map(({ id, title }) => [id, title])));
  replace(schema, 'bron', source(documents));
  replace(schema, 'verwijst_naar', (old) => ({ ...old, items: oneOf(documents, at(old, 'items').description) }));
  if (name === 'resultaten') {
    replace(schema, 'organisatie', (old) => oneOf(organisations, old.description));
    replace(schema, 'resultaten', (old) =>
      points.size === 0
        ? old
        : {
            type: 'object',
            description: old.description,
            additionalProperties: false,
            errorMessage: `hier hoort per ambitiepunt een regel "punt: status"; ${unknown}`,
            properties: Object.fromEntries(
              [...points].map(([id, title]) => [id, withTitle(at(old, 'additionalProperties'), title)]),
            ),
          },
    );
  }
  if (name === 'norm') {
    function participant(old: Schema): Schema {
      return {
        ...old,
        items: {
          anyOf: (at(old, 'items').anyOf as Schema[]).map((form) =>
            form.type === 'string' ? oneOf(organisations, form.description) : form,
          ),
        },
      };
    }
    replace(schema, 'deelnemers', participant);
    replace(schema, 'organisatie', (old) => oneOf(organisations, old.description));
    replace(schema, 'thema', (old) => oneOf(themes, old.description));
    replace(schema, 'punt', (old) => oneOf(points, old.description));
  }
  return schema;
}

/** A schema with the ids of one report. */
interface ReportSchema {
  readonly report: string;
  /** The kind of file it is for, such as `resultaten`. */
  readonly kind: string;
  readonly file: string;
  readonly content: string;
}

/**
 * The schemas of each report with its own ids, so that an editor's tools complete and check its ambitions, themes,
 * organisations and documents.
 */
export function reportSchemas(folder: SourceFolder): readonly ReportSchema[] {
  return readContract(folder).reports.flatMap(({ data }) => {
    const documents = documentsOf(folder, data.id);
    return [...jsonSchemas()]
      .filter(([name]) => !['site.schema.json', 'begrippen.schema.json'].includes(name))
      .map(([name, text]) => {
        const kind = name.replace('.schema.json', '');
        const schema = fill(kind, JSON.parse(text) as Schema, data, documents);
        return { report: data.id, kind, file: idsFile(kind), content: `${JSON.stringify(schema, null, 2)}\n` };
      });
  });
}
