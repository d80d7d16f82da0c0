import type { Report } from '../../compute/report.ts';
import { amount } from '../../format/sentence.ts';
import { locate, type LocatedProblem, problemLine } from '../../model/position.ts';
import { buildReport } from '../../report.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { addedProblems } from '../draft.ts';
import { concealer } from './concealed.ts';
import { escaped, listed, quote } from './markdown.ts';
import { reportChanges, sectionsOf } from './report-changes.ts';

/** What a change of the data does, as Markdown for a pull request. `base` is null where there was no data yet. */
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
    const sections = siteLines(before?.report ?? null, after.report);
    const told = reportLines(before?.report?.reports ?? [], after.report.reports);
    lines.push(...sections, ...told.lines);
    if (!told.figures) lines.push('Er verandert geen enkel cijfer.', '');
    if (!told.figures && told.lines.length + sections.length === 0) {
      const files = changedFiles(base, head);
      lines.push(
        files === 0
          ? 'De gegevens zijn gelijk.'
          : `Ook de teksten op de site blijven gelijk. ${amount(files, 'bestand is', 'bestanden zijn')} anders geschreven, verplaatst, of nog niet openbaar.`,
        '',
      );
    }
  }
  lines.push(`Vergeleken met ${escaped(name)}. Wat in concept is of niet openbaar is, staat hier niet bij.`);
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

/** Problems that the change brings; of what is concealed only that there are some. */
function problemLines(base: SourceFolder | null, head: SourceFolder, problems: readonly LocatedProblem[]): string[] {
  if (problems.length === 0) return [];
  const isConcealed = concealer([...(base ? [base] : []), head]);
  const added = addedProblems(base, problems, head);
  const told = added.filter(({ file, message }) => !isConcealed(file, message));
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
          `- ${amount(hidden, 'melding', 'meldingen')} over wat niet openbaar of nog in concept is; npm run validate noemt ${hidden === 1 ? 'die' : 'ze'}`,
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

type Site = NonNullable<ReturnType<typeof buildReport>['report']>;

function siteLines(before: Site | null, after: Site): string[] {
  if (!before) return [];
  const fields: readonly (readonly [string, (site: Site) => string | null])[] = [
    ['titel', ({ settings }) => settings.title],
    ['adres', ({ settings }) => settings.address],
    ['uitgever', ({ settings }) => settings.publisher],
    ['contact', ({ settings }) => settings.contact],
    ['repository', ({ settings }) => settings.repository],
    ['huisstijl', ({ settings }) => settings.stylesheet],
    ['logo', ({ settings }) => settings.logo],
    [
      'melden van een lek',
      ({ settings }) => settings.security && `${settings.security.contact}, tot ${settings.security.expires}`,
    ],
  ];
  const changed = fields.flatMap(([label, of]) =>
    of(before) === of(after) ? [] : [`${label}: ${quote(of(before) ?? 'niets')} → ${quote(of(after) ?? 'niets')}`],
  );
  return changed.length > 0 ? ['### Instellingen van de site', '', ...listed(changed, 'instellingen'), ''] : [];
}

/** Reports are the same report while their address is. */
function reportLines(
  before: readonly Report[],
  after: readonly Report[],
): { readonly lines: string[]; readonly figures: boolean } {
  const paths = [...new Set([...after, ...before].map(({ data }) => data.path))];
  let figures = false;
  const lines = paths.flatMap((path) => {
    const [old, fresh] = [
      before.find(({ data }) => data.path === path) ?? null,
      after.find(({ data }) => data.path === path) ?? null,
    ];
    const changes = reportChanges(old, fresh);
    figures ||= changes.figures.length > 0;
    const sections = sectionsOf(changes);
    return sections.length === 0 || paths.length === 1
      ? sections
      : [`**Rapport: ${escaped((fresh ?? old)!.data.title)}**`, '', ...sections];
  });
  return { lines, figures };
}
