import { isMap } from 'yaml';
import { STATUS_WORDS } from '../contract/files/results.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import { type Plan, refused, textOf } from './draft.ts';
import { findNorm, findRound, roundFolder } from './new.ts';
import { documentText, listAt, mayHoldList, readDocument, yamlNode, type YamlDocument } from './yaml-document.ts';

/** What an editor says of a correction; empty texts where nothing is said. */
interface NewCorrection {
  readonly norm: string;
  /** Of the round. */
  readonly id: string;
  readonly organisatie: string;
  readonly punt: string;
  readonly nieuw: string;
  readonly reden: string;
  readonly datum: string;
  readonly bron: string;
  readonly verwacht: string;
}

/** What a result may be corrected to. Withholding it is more than a correction, since the history keeps it. */
export const CORRECTED_STATUSES = STATUS_WORDS.filter((word) => word !== 'niet openbaar');

/**
 * Gives a result its new status and drops fields that only fitted the old one. Returns the old status, and whether an
 * explanation stays.
 */
function changeResult(document: YamlDocument, { punt, nieuw, reden, verwacht }: NewCorrection) {
  const place = ['resultaten', punt];
  const row = document.getIn(place, true);
  const old = String(isMap(row) ? row.get('status') : document.getIn(place));
  const fields = isMap(row) ? row : null;
  for (const key of ['reden', 'verwacht']) fields?.delete(key);
  const told = {
    ...(nieuw === 'niet van toepassing' ? { reden } : {}),
    ...(verwacht === '' ? {} : { verwacht }),
  };
  if (fields === null && Object.keys(told).length === 0) document.setIn(place, nieuw);
  else if (fields === null) document.setIn(place, yamlNode(document, { status: nieuw, ...told }));
  else
    for (const [key, value] of Object.entries({ status: nieuw, ...told })) fields.set(key, yamlNode(document, value));
  return { old, remark: fields?.has('toelichting') ?? false };
}

/** Corrects a result of a public round: the result itself, and in the round what it was, what it is now and why. */
export function correctResult(folder: SourceFolder, report: ReportData, given: NewCorrection): Plan {
  const { norm: version, id, organisatie, punt, nieuw, reden, datum, bron } = given;
  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  const round = findRound(norm, id);
  if (typeof round === 'string') return refused(round);
  if (round.concept)
    return refused(
      `de meting "${id}" is nog in concept; verander daar het resultaat zelf, want een correctie is van wat op de site staat`,
    );
  const file = round.results.find(({ organisation }) => organisation === organisatie);
  if (!file) {
    const others = round.results.map(({ organisation }) => organisation).join(', ');
    return refused(`"${organisatie}" heeft geen resultaten in de meting "${id}"; kies uit ${others || 'geen enkele'}`);
  }
  if (!file.results.some(({ ambition }) => ambition === punt)) {
    const others = file.results.map(({ ambition }) => ambition).join(', ');
    return refused(`"${organisatie}" heeft geen resultaat bij "${punt}"; kies uit ${others || 'geen enkel'}`);
  }
  if (!CORRECTED_STATUSES.some((word) => word === nieuw))
    return refused(`een resultaat wordt niet "${nieuw}" door een correctie; kies uit ${CORRECTED_STATUSES.join(', ')}`);

  const place = roundFolder(report.id, version, id);
  const [resultsPath, roundPath] = [`${place}/resultaten/${organisatie}.yaml`, `${place}/meting.yaml`];
  const results = readDocument(textOf(folder, resultsPath)!);
  const { old, remark } = changeResult(results, given);
  if (old === nieuw) return refused(`bij "${punt}" van "${organisatie}" staat al "${nieuw}"; er verandert niets`);
  const meting = readDocument(textOf(folder, roundPath)!);
  if (!mayHoldList(meting, 'correcties'))
    return refused(
      `${roundPath}: bij "correcties" hoort een lijst; draai npm run validate en herstel eerst wat daar staat`,
    );
  const correction = { datum, punt, organisatie, oud: old, nieuw, reden, ...(bron === '' ? {} : { bron }) };
  listAt(meting, 'correcties').add(yamlNode(meting, correction));
  return {
    edits: [
      { path: resultsPath, text: documentText(results) },
      { path: roundPath, text: documentText(meting) },
    ],
    notes: [
      `Bij "${punt}" van "${organisatie}" gaat "${old}" naar "${nieuw}". Lezers zien op de site wat er anders werd, en waarom.`,
      ...(remark ? ['Bij dit resultaat staat een toelichting. Kijk of die nog klopt.'] : []),
    ],
  };
}
