import { isMap, isSeq, isScalar } from 'yaml';
import type { ReportData } from '../../model/report.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { refused, textOf, type Plan } from '../draft.ts';
import { documentText, readDocument, yamlNode } from '../yaml-document.ts';
import { findNorm } from './round.ts';

/** A new norm, made from the one that it replaces. */
export interface NewNorm {
  readonly versie: string;
  readonly van: string;
  readonly titel: string;
}

/** A copy of a norm, in concept, with every point `gelijk` to the old one. What the old one says of itself alone is left out. */
export function newNorm(folder: SourceFolder, report: ReportData, { versie, van, titel }: NewNorm): Plan {
  const old = findNorm(report, van);
  if (typeof old === 'string') return refused(old.replace('--norm', '--van'));
  const path = `${report.id}/normen/${versie}/norm.yaml`;
  if (textOf(folder, path) !== null) return refused(`norm ${versie} bestaat al; kies een ander versienummer`);

  const document = readDocument(textOf(folder, `${report.id}/normen/${van}/norm.yaml`)!);
  document.set('versie', yamlNode(document, versie));
  if (titel) document.set('titel', titel);
  document.set('status', 'concept');
  for (const key of ['looptijd', 'vastgesteld', 'bron', 'opvolger_van', 'vervallen']) document.delete(key);
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
