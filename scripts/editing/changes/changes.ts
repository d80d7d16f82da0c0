import { roleOf } from '../../contract/layout.ts';
import { nodeAt, plain } from '../../contract/tree.ts';
import { amount } from '../../format/sentence.ts';
import { locate, problemLine, type LocatedProblem } from '../../model/position.ts';
import { buildReport } from '../../report.ts';
import type { SiteSettings } from '../../model/report.ts';
import type { SourceFile, SourceFolder } from '../../model/tree.ts';
import { addedProblems } from '../draft.ts';
import { escaped, listed, quote } from './markdown.ts';
import { reportChanges, type ReportChanges, type ChangedSide } from './report-changes.ts';

/**
 * The effects of a change of the data, as Markdown for a pull request. `base` is null where there was no data before.
 */
export function changesText(base: SourceFolder | null, head: SourceFolder, name: string): string {
  const [before, after] = [base && buildReport(base), buildReport(head)];
  const lines = ['## Wat deze wijziging doet', ''];
  lines.push(...problemLines(base, head, after.problems.length > 0 ? locate(after.problems, head.files) : []));
  if (after.report === null) {
    lines.push('De cijfers zijn pas te vergelijken als dit klopt.', '');
  } else if (before && before.report === null) {
    lines.push(
      `De gegevens van ${escaped(name)} kloppen niet, dus er is niets om de cijfers mee te vergelijken. De nieuwe gegevens kloppen wel.`,
      '',
    );
  } else {
    const sections = siteLines(before, after);
    const told = reportLines(sidesOf(before), sidesOf(after), withheldIn([head]));
    lines.push(...sections, ...told.lines);
    if (!told.figures) lines.push('Er verandert geen enkel cijfer.', '');
    if (!told.figures && told.lines.length + sections.length === 0) {
      const files = changedFiles(base, head);
      lines.push(
        files === 0
          ? 'De gegevens zijn gelijk.'
          : `Ook de teksten op de site blijven gelijk. ${amount(files, 'bestand is', 'bestanden zijn')} anders geschreven, verplaatst, of niet openbaar.`,
        '',
      );
    }
  }
  lines.push(`Vergeleken met ${escaped(name)}. Wat niet openbaar is, staat hier niet bij.`);
  return `${lines.join('\n')}\n`;
}

function changedFiles(base: SourceFolder | null, head: SourceFolder): number {
  const [old, fresh] = [
    new Map(base?.files.map(({ path, text }) => [path, text])),
    new Map(head.files.map(({ path, text }) => [path, text])),
  ];
  return new Set(
    [
      ...[...fresh].filter(([path, text]) => old.get(path) !== text),
      ...[...old].filter(([path]) => !fresh.has(path)),
    ].map(([path]) => path),
  ).size;
}

function valueAt({ tree }: SourceFile, key: string): unknown {
  const node = nodeAt(tree, [key]);
  return node && plain(node);
}

function withheldIds(file: SourceFile): string[] {
  const documents = valueAt(file, 'documenten');
  return Array.isArray(documents)
    ? documents.flatMap((each: { id?: unknown; openbaar?: unknown } | null) =>
        each && each.openbaar !== true && typeof each.id === 'string' ? [each.id] : [],
      )
    : [];
}

/** Ids of documents that are not public, on either side of a change. */
function withheldIn(folders: readonly SourceFolder[]): ReadonlySet<string> {
  return new Set(
    folders.flatMap(({ files }) =>
      files.flatMap((file) => (roleOf(file.path)?.role === 'documents' ? withheldIds(file) : [])),
    ),
  );
}

/** Returns a test for whether a problem names a document that is not public. */
function concealer(folders: readonly SourceFolder[]): (message: string) => boolean {
  const ids = [...withheldIn(folders)];
  return (message) => ids.some((id) => message.includes(`"${id}"`) || message.includes(`/${id}/`));
}

/** Problems that the change introduces. Of those that name something confidential, only their number is given. */
function problemLines(base: SourceFolder | null, head: SourceFolder, problems: readonly LocatedProblem[]): string[] {
  if (problems.length === 0) return [];
  const isConcealed = concealer([...(base ? [base] : []), head]);
  const added = addedProblems(base, problems, head);
  const told = added.filter(({ message }) => !isConcealed(message));
  const hidden = added.length - told.length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return [
    ...(errors > 0 ? ['### Dit klopt nog niet', ''] : ['### Let op', '']),
    ...listed(
      told.map((problem) => escaped(problemLine(problem))),
      'fouten',
    ),
    ...(hidden > 0
      ? [
          `- ${amount(hidden, 'melding', 'meldingen')} over wat niet openbaar is; npm run validate noemt ${hidden === 1 ? 'die' : 'ze'}`,
        ]
      : []),
    ...(added.length < problems.length
      ? [
          `- ${amount(problems.length - added.length, 'melding', 'meldingen')} die er al ${problems.length - added.length === 1 ? 'was' : 'waren'}`,
        ]
      : []),
    '',
  ];
}

type BuiltReport = ReturnType<typeof buildReport>;

/** Settings of the site, with the contract's names for them. */
const SETTINGS: readonly (readonly [string, (settings: SiteSettings) => string | null])[] = [
  ['titel', ({ title }) => title],
  ['adres', ({ address }) => address],
  ['uitgever', ({ publisher }) => publisher],
  ['contact', ({ contact }) => contact],
  ['repository', ({ repository }) => repository],
  ['beveiliging, contact', ({ security }) => security && security.contact],
  ['beveiliging, verloopt', ({ security }) => security && security.expires],
  ['toegankelijkheid, status', ({ accessibility }) => accessibility && accessibility.status],
  ['toegankelijkheid, datum', ({ accessibility }) => accessibility && accessibility.date],
  ['toegankelijkheid, verklaring', ({ accessibility }) => accessibility && accessibility.statement],
  ['officieel', ({ official }) => (official ? 'ja' : 'nee')],
  ['huisstijl', ({ stylesheet }) => stylesheet],
  ['logo', ({ logo }) => logo],
];

function reportsOf({ report }: BuiltReport): string {
  return (report?.reports ?? []).map(({ data: { id, path } }) => `${id} op ${path}`).join(', ');
}

function siteLines(before: BuiltReport | null, after: BuiltReport): string[] {
  if (!before?.report || !after.report) return [];
  const [old, fresh] = [before.report.settings, after.report.settings];
  const changed = [
    ...SETTINGS.map(([label, of]) => [label, of(old), of(fresh)] as const),
    ['rapporten, map en pad', reportsOf(before), reportsOf(after)] as const,
  ].flatMap(([label, from, to]) =>
    from === to ? [] : [`${label}: ${from === null ? 'niets' : quote(from)} → ${to === null ? 'niets' : quote(to)}`],
  );
  return changed.length > 0 ? ['### Instellingen van de site', '', ...listed(changed, 'instellingen'), ''] : [];
}

/** Each report together with everything authored for it, concepts included. */
function sidesOf(outcome: BuiltReport | null): ChangedSide[] {
  return (outcome?.report?.reports ?? []).map((report) => ({
    report,
    authored: outcome!.contract.reports.find(({ data }) => data.id === report.data.id)!.data,
  }));
}

/** Matches the reports of both sides by folder, or else by address, and describes what changed in each. */
function reportLines(
  before: readonly ChangedSide[],
  after: readonly ChangedSide[],
  withheld: ReadonlySet<string>,
): { readonly lines: string[]; readonly figures: boolean } {
  const left = new Set(before);
  const pairs = after.map((fresh) => {
    const { id, path } = fresh.report.data;
    const old =
      before.find(({ report }) => report.data.id === id) ??
      before.find(
        ({ report: { data } }) => data.path === path && !after.some((each) => each.report.data.id === data.id),
      ) ??
      null;
    if (old) left.delete(old);
    return [old, fresh] as const;
  });
  const all = [...pairs, ...[...left].map((old) => [old, null] as const)];
  let figures = false;
  const lines = all.flatMap(([old, fresh]) => {
    const changes = reportChanges(old, fresh, withheld);
    figures ||= changes.figures.length > 0;
    const sections = sectionsOf(changes);
    return sections.length === 0 || all.length === 1
      ? sections
      : [`**Rapport: ${escaped((fresh ?? old)!.report.data.title)}**`, '', ...sections];
  });
  return { lines, figures };
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${heading}`, '', ...lines, ''];
}

/** The sections of a report that are not empty: first what an editor changed, then the effects of that. */
function sectionsOf({ fiction, renames, results, things, texts, concept, figures, gone }: ReportChanges): string[] {
  return [
    ...section('Verzonnen of echt', fiction),
    ...section(
      'Andere id',
      renames.length === 0
        ? []
        : [
            'Een id verandert nooit, want hij staat in een adres. Zet hem terug, of zorg voor een doorverwijzing.',
            '',
            ...listed(renames, 'andere ids'),
          ],
    ),
    ...section(
      results.length === 1 ? 'Eén resultaat verandert' : `${results.length} resultaten veranderen`,
      listed(results, 'resultaten'),
    ),
    ...section('Nieuw en vervallen', listed(things, 'keer nieuw of vervallen', 40)),
    ...section('Teksten en gegevens', listed(texts, 'wijzigingen')),
    ...section(
      'In concept, nog niet op de site',
      concept.length === 0
        ? []
        : ['Dit ziet u alleen hier en in de gegevens.', '', ...listed(concept, 'wijzigingen in concept', 40)],
    ),
    ...section('Wat dat doet met de cijfers', figures).slice(0, figures.length === 0 ? 0 : -1),
    ...section(
      'Adressen die verdwijnen',
      gone.length === 0
        ? []
        : [
            'Wie naar deze pagina’s verwijst, vindt straks niets meer. Een id verandert nooit: zet hem terug, of zorg voor een doorverwijzing.',
            '',
            ...listed(
              gone.map((address) => `\`${address}\``),
              'adressen',
            ),
          ],
    ),
  ];
}
