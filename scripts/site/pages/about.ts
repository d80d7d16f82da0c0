import fs from 'node:fs';
import { dateText } from '../../format/date.ts';
import { accessibilityMeaning, accessibilityStatusText } from '../../format/terms.ts';
import { inProject } from '../../io/project.ts';
import type { ReportContext, SiteContext } from '../context.ts';
import { manualMarkdown } from '../markdown.ts';
import { link, type Link } from '../views/link.ts';

/** Who makes this site, what it is based on, and how to reach them. */
export function aboutView(site: SiteContext) {
  const { settings, reports } = site;
  function linked(fictional: boolean): Link[] {
    return reports
      .filter(({ report }) => report.data.fictional === fictional)
      .map(({ name, to }) => link(name, to.home));
  }
  return {
    publisher: settings.publisher,
    contact: settings.contact,
    repository: settings.repository,
    byParticipant: settings.official,
    real: linked(false),
    fictional: linked(true),
    documents: site.main?.to.documents ?? null,
    method: site.main?.to.method ?? null,
    data: site.main?.to.data ?? null,
  };
}

/** What is known about the site's accessibility. Without data, it says that nothing was tested. */
export function accessibilityView({ settings, main }: SiteContext) {
  const { accessibility, publisher, contact, address } = settings;
  const status = accessibility?.status ?? 'E';
  return {
    publisher,
    address,
    contact,
    status: accessibilityStatusText(status),
    meaning: accessibilityMeaning(status),
    date: accessibility && dateText(accessibility.date),
    statement: accessibility?.statement ?? null,
    data: main?.to.data ?? null,
  };
}

/**
 * The manual with the names of a report of this site (report, norm, round, organisation, ambition) in place of those in
 * the file's own examples. Whatever the report does not have yet gets a name that fits any report.
 */
function inWordsOf({ report: { data } }: ReportContext, text: string): string {
  const organisation = data.organisations[0];
  const norm = data.norms.at(-1);
  const round = norm?.rounds.at(-1);
  const [id, name] = organisation ? [organisation.id, organisation.shortName] : ['een-organisatie', 'een organisatie'];
  const [point = 'een-punt', second = point] = norm?.ambitions.map((ambition) => ambition.id) ?? [];
  const words: readonly (readonly [RegExp, string])[] = [
    [
      /^De voorbeelden gaan over het verzonnen rapport `voorbeeld`\./m,
      `De voorbeelden gaan over het rapport \`${data.id}\`.`,
    ],
    [/data\/voorbeeld\//g, `data/${data.id}/`],
    [/--rapport voorbeeld\b/g, `--rapport ${data.id}`],
    [/\bmodelstad\b/g, id],
    [/\bGemeente Modelstad\b/g, organisation?.name ?? 'Een organisatie'],
    [/\bModelstad\b/g, name],
    [/\b2026-tussenmeting\b/g, round?.id ?? 'een-meting'],
    [/\bboa-training\b/g, point],
    [/\bjongeren-weerbaar\b/g, second],
    [/(?<=--norm |--van |normen\/)2\.0\b/g, norm?.version ?? '1.0'],
  ];
  return words.reduce((all, [pattern, word]) => all.replace(pattern, () => word), text);
}

const MANUAL = inProject('docs/redactie.md');

/**
 * The editors' manual as HTML, without its title, which is the page's own. Reads `docs/redactie.md`, as GitHub does.
 */
export function manualView({ main }: SiteContext) {
  const text = fs.readFileSync(MANUAL, 'utf8').replace(/^# .*\n/, '');
  return { html: manualMarkdown().render(main ? inWordsOf(main, text) : text) };
}
