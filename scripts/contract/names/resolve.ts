import type { Problem } from '../../model/problem.ts';
import { quoted } from '../fields.ts';
import { filesOf, type ReadReport } from './files.ts';
import { resolvePoints, resolveScopes, resolveThemes } from './norm-names.ts';
import { resolveOrganisations } from './organisations.ts';
import { reconcile } from './reconcile.ts';
import { givenIn, idRefusal, usesIn } from './uses.ts';
import { resolveVersions } from './versions.ts';

/**
 * Holds every name in a report against those that are given: versions, organisations, documents, themes and points. What was
 * meant by a wrong one, as far as that is clear, takes its place; else what it stands for is in doubt.
 */
export function resolveNames(read: ReadReport): readonly Problem[] {
  const { norms, organisations } = read;
  return [
    // What a point comes from is one of the norm that is replaced; what a figure is of, is a theme or an organisation.
    ...resolveVersions(norms),
    ...norms.flatMap((norm) => resolveScopes(norm, organisations.value)),
    ...resolveOrganisations(read),
    ...resolveDocuments(read),
    ...norms.flatMap(resolveThemes),
    ...norms.flatMap((norm) => resolvePoints(norm, norms)),
  ];
}

/** Holds the sources that are named against the documents. */
function resolveDocuments(read: ReadReport): Problem[] {
  const { documents } = read;
  const records = documents.value.documenten;
  return reconcile({
    given: givenIn(documents, 'document', (path) => {
      const record = records[Number(path[1])];
      if (!record?.openbaar) return { titles: [] };
      const { titel, registratienummer, url } = record;
      return { titles: [titel, registratienummer].flatMap((each) => each ?? []), address: url };
    }),
    uses: filesOf(read).flatMap((file) => usesIn(file, ['document'])),
    isComplete: !documents.isDoubtful(['documenten']),
    areUsed: false,
    refusal: idRefusal,
    say: {
      unknown: (name) => `onbekende bron ${quoted(name)}`,
      otherwise: 'voeg het document toe aan documenten.yaml, en noem hier de id die het daar krijgt',
      restore: 'voeg dat document toe, of noem daar een ander',
      other: 'een ander document',
      thing: 'document',
    },
    list: documents.placeOf(['documenten']),
  });
}
