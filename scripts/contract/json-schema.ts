import { z } from 'zod';
import { documents } from './files/documents.ts';
import { norm } from './files/norm.ts';
import { organisations } from './files/organisations.ts';
import { report } from './files/report.ts';
import { results } from './files/results.ts';
import { round } from './files/round.ts';
import { site } from './files/site.ts';

/** Each kind of file by the name of its schema. */
const KINDS = { site, rapport: report, organisaties: organisations, documenten: documents, norm, meting: round, resultaten: results };

/** The JSON Schema of every kind of file, by file name: what editors' tools show in Dutch while someone types. */
export const jsonSchemas = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(KINDS).map(([name, schema]) => [
    `${name}.schema.json`,
    `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`,
  ]));
