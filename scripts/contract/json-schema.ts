import { z } from 'zod';
import { documents, organisations, report } from './files/report.ts';
import { norm } from './files/norm.ts';
import { results } from './files/results.ts';
import { round } from './files/round.ts';
import { site } from './files/site.ts';
import { has } from './marks.ts';

/** Each kind of file by the name of its schema. */
const FILE_TYPES = {
  site,
  rapport: report,
  organisaties: organisations,
  documenten: documents,
  norm,
  meting: round,
  resultaten: results,
};

/**
 * A record of two forms, of which a field says with true or false which it is, as a condition: a tool then holds it
 * against the form that was meant, and not against the one that it looks like most.
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

/** The JSON Schema of every kind of file, by file name: what editors' tools show in Dutch while someone types. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILE_TYPES).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: decideOnField }), null, 2)}\n`,
    ]),
  );
}
