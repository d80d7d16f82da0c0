import { z } from 'zod';
import { documents, organisations, report } from './files/report.ts';
import { norm } from './files/norm.ts';
import { results } from './files/results.ts';
import { round } from './files/round.ts';
import { site, terms } from './files/site.ts';
import { has } from './marks.ts';

/** Each kind of file by the name of its schema. */
const FILE_TYPES = {
  site,
  begrippen: terms,
  rapport: report,
  organisaties: organisations,
  documenten: documents,
  norm,
  meting: round,
  resultaten: results,
};

/**
 * Turns a choice between two records, told apart by a boolean field, into a condition: tools then check a value against
 * the form that was meant rather than the one that it resembles most.
 */
function decideOnField({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const { def } = zodSchema._zod;
  if (def.type !== 'union' || !('discriminator' in def)) return;
  const [whenTrue, whenFalse] = jsonSchema.oneOf ?? jsonSchema.anyOf ?? [];
  delete jsonSchema.oneOf;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, { if: has({ [String(def.discriminator)]: [false] }), then: whenFalse, else: whenTrue });
}

/**
 * JSON Schemas of all kinds of files, by file name. Editors' tools use them to show messages in Dutch while someone
 * types.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILE_TYPES).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: decideOnField }), null, 2)}\n`,
    ]),
  );
}
