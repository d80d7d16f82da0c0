import { hiddenSince } from '../compute/hidden-since.ts';
import { editionOf } from '../contract/edition.ts';
import { asFrozen, editionDay } from '../contract/files/edition.ts';
import { dateText } from '../format/date.ts';
import { amount } from '../format/sentence.ts';
import type { Edition } from '../model/edition.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import { buildReport } from '../report.ts';
import { columnsIn, columnsOf, contentOn, editionTexts } from '../site/downloads/edition.ts';
import { ADDRESSES, withAddresses } from '../site/published-addresses.ts';
import { readDocument } from './yaml-document.ts';
import { type Edit, type Plan, refused, textOf, withEdits } from './draft.ts';
import { withoutHidden } from './taken-out.ts';

function editionPath(report: string, id: string, kind: 'json' | 'zip'): string {
  return `${report}/edities/${id}.${kind}`;
}

function editionEdits(report: string, id: string, { json, zip }: ReturnType<typeof editionTexts>): Edit[] {
  return [
    { path: editionPath(report, id, 'json'), text: json },
    { path: editionPath(report, id, 'zip'), text: zip },
  ];
}

/** Adds the current addresses of a folder to its list of published addresses. */
function addressEdits(folder: SourceFolder): Edit[] {
  const { report } = buildReport(folder);
  const before = textOf(folder, ADDRESSES) ?? '';
  const text = report ? withAddresses(before, report) : before;
  return text === before ? [] : [{ path: ADDRESSES, text }];
}

/** Freezes what a report says. `id`: the day, as `YYYY-MM-DD`. */
export function freeze(folder: SourceFolder, { id: report }: ReportData, { id }: { readonly id: string }): Plan {
  if (editionDay(id) === null) return refused(`"${id}" is geen dag; schrijf een dag zoals 2026-06-15`);
  if (textOf(folder, editionPath(report, id, 'json')) !== null)
    return refused(`er is al een editie van ${dateText(id)}, en die blijft zoals zij is; leg de volgende later vast`);
  const built = buildReport(folder).report;
  const own = built?.reports.find(({ data }) => data.id === report);
  if (!built || !own)
    return refused('de gegevens kloppen niet; draai npm run validate en herstel eerst wat daar staat');
  const content = contentOn(id, built.settings.publisher, own);
  const { newest } = editionOf(asFrozen(content));
  if (newest !== null && id < newest)
    return refused(
      `in de gegevens staat een latere datum (${dateText(newest)}); een editie kan niet ouder zijn dan wat erin staat, dus kies die dag of een latere`,
    );
  const edits = editionEdits(report, id, editionTexts(content, columnsOf(own)));
  return {
    edits: [...edits, ...addressEdits(withEdits(folder, edits))],
    notes: [`De editie van ${dateText(id)} komt op de site zodra dit is samengevoegd. Zij verandert nooit meer.`],
  };
}

/** Freezes a report after other edits, and adds their notes. If nothing can be frozen, a note says why. */
export function freezeAfter(folder: SourceFolder, report: ReportData, plan: Plan, id: string): Plan {
  if ('refused' in plan) return plan;
  const draft = withEdits(folder, plan.edits);
  // The command that carries out the edits reports what is wrong with them.
  if (buildReport(draft).report === null)
    return {
      ...plan,
      notes: [
        ...plan.notes,
        'Let op: er is geen editie vastgelegd, want de gegevens kloppen niet. Draai npm run validate, herstel wat daar staat, en leg dan een editie vast met npm run new -- editie.',
      ],
    };
  const frozen = freeze(draft, report, { id });
  if ('refused' in frozen)
    return {
      edits: [...plan.edits, ...addressEdits(draft)],
      notes: [...plan.notes, ...frozen.refused.map((reason) => `Let op: er is geen editie vastgelegd: ${reason}.`)],
    };
  return { edits: [...plan.edits, ...frozen.edits], notes: [...plan.notes, ...frozen.notes] };
}

/** Ids of the documents that are not public now, from the file itself: the model does not know them. */
function withheldIn(folder: SourceFolder, { id }: ReportData): ReadonlySet<string> {
  const { documenten } = readDocument(textOf(folder, `${id}/documenten.yaml`) ?? '').toJS() as {
    documenten: readonly { id: string; openbaar: boolean }[];
  };
  return new Set(documenten.filter(({ openbaar }) => !openbaar).map((each) => each.id));
}

function withoutEdits(report: ReportData, edition: Edition, withheld: ReadonlySet<string>): Edit[] {
  const hidden = hiddenSince(edition, report);
  if (hidden.length === 0 && edition.withheld === 0) return [];
  const content = withoutHidden(edition.content, hidden, withheld);
  return editionEdits(report.id, edition.id, editionTexts(content, columnsIn(edition.zip)));
}

/** Removes from every edition of a report what is no longer public, and records that something was there. */
export function takeOut(folder: SourceFolder, report: ReportData): Plan {
  const withheld = withheldIn(folder, report);
  const edits = report.editions.flatMap((edition) => withoutEdits(report, edition, withheld));
  if (edits.length === 0) return refused('in de edities staat niets dat nu niet openbaar is; er verandert niets');
  return {
    edits,
    notes: [
      `Er is iets weggehaald uit ${amount(edits.length / 2, 'editie', 'edities')}; de editie zegt dat er iets stond, en niet wat.`,
      'Let op: in een toelichting of samenvatting in de editie kan het nog staan, en in de geschiedenis van git staat het ook nog.',
    ],
  };
}
