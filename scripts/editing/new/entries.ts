import type { ReportData } from '../../model/report.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { refused, textOf, withEdits, type Edit, type Plan } from '../draft.ts';
import { readContract } from '../../contract/read.ts';
import { documentText, listAt, mayHoldList, readDocument, recordsIn, yamlNode } from '../yaml-document.ts';
import { emptyResults, findNorm } from './round.ts';

/** Fields by their Dutch name; an empty text where nothing is said. */
export type Fields = Readonly<Record<string, string>>;

function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));
}

/** Why nothing can be added to a list of a file; null where it can. */
function obstacle(folder: SourceFolder, path: string, key: string): Plan | null {
  return mayHoldList(readDocument(textOf(folder, path) ?? ''), key)
    ? null
    : refused(`${path}: bij "${key}" hoort een lijst; draai npm run validate en herstel eerst wat daar staat`);
}

/** Adds a record at the end of a list of a file, keeping the rest as it is. */
function appended(folder: SourceFolder, path: string, key: string, record: unknown): Edit {
  const document = readDocument(textOf(folder, path) ?? '');
  listAt(document, key).add(yamlNode(document, record));
  return { path, text: documentText(document) };
}

/** A new organisation; with `norm` it takes part in that norm, and in its rounds that are still in concept. */
export function newOrganisation(folder: SourceFolder, report: ReportData, fields: Fields): Plan {
  const { id = '', naam, soort, tooi, norm: version = '', vanaf = '' } = fields;
  if (report.organisations.some((each) => each.id === id)) return refused(`de organisatie "${id}" bestaat al`);
  const blocked = obstacle(folder, `${report.id}/organisaties.yaml`, 'organisaties');
  if (blocked) return blocked;
  const record = filled({ id, naam, korte_naam: fields['korte-naam'] || naam, soort, tooi });
  const edits = [appended(folder, `${report.id}/organisaties.yaml`, 'organisaties', record)];
  if (version === '' && vanaf !== '')
    return refused('--vanaf zegt vanaf wanneer zij meedoet; noem met --norm ook waaraan');
  if (version === '')
    return { edits, notes: [`${naam} staat in de lijst van organisaties. Met --norm doet zij ook mee aan een norm.`] };

  const norm = findNorm(report, version);
  if (typeof norm === 'string') return refused(norm);
  edits.push(
    appended(folder, `${report.id}/normen/${version}/norm.yaml`, 'deelnemers', vanaf ? { organisatie: id, vanaf } : id),
  );
  const draft = readContract(withEdits(folder, edits)).reports.find(({ data }) => data.id === report.id)?.data;
  const grown = draft?.norms.find((each) => each.version === version);
  const files =
    draft && grown
      ? grown.rounds
          .filter(({ concept }) => concept)
          .flatMap((round) => emptyResults(folder, draft, grown, round, id) ?? [])
      : [];
  return {
    edits: [...edits, ...files],
    notes: [`${naam} doet mee aan norm ${version}${vanaf ? ` vanaf ${vanaf}` : ''}.`],
  };
}

/** A new document; with `niet-openbaar` only an id that tells nothing. */
export function newDocument(folder: SourceFolder, report: ReportData, fields: Fields): Plan {
  const { id = '', titel, soort, datum, uitgever, registratienummer, url, verwijst } = fields;
  const withheld = fields['niet-openbaar'] === 'true';
  const told = Object.entries(filled({ titel, soort, datum, uitgever, registratienummer, url, verwijst })).map(
    ([name]) => name,
  );
  if (withheld && told.length > 0) {
    return refused(
      'van een document dat niet openbaar is, mag hier niets staan: de gegevens zijn zelf openbaar. Geef alleen --id, met een naam die niets verraadt',
    );
  }
  const path = `${report.id}/documenten.yaml`;
  const blocked = obstacle(folder, path, 'documenten');
  if (blocked) return blocked;
  const ids = readDocument(textOf(folder, path) ?? '').toJS() as { documenten?: unknown } | null;
  if (recordsIn(ids?.documenten).some((each) => each.id === id)) return refused(`het document "${id}" bestaat al`);
  const verwijst_naar = verwijst
    ? verwijst
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : undefined;
  const record = withheld
    ? { id, openbaar: false }
    : filled({ id, openbaar: true, titel, soort, datum, uitgever, registratienummer, url, verwijst_naar });
  return {
    edits: [appended(folder, path, 'documenten', record)],
    notes: [`Schrijf "bron: ${id}" bij wat op dit document rust.`],
  };
}
