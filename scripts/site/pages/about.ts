import fs from 'node:fs';
import { dateText } from '../../format/date.ts';
import { accessibilityMeaning, accessibilityStatusText } from '../../format/terms.ts';
import { inProject } from '../../io/project.ts';
import type { SiteContext } from '../context.ts';
import { manualMarkdown } from '../markdown.ts';
import { link, type Link } from '../views/link.ts';

/** Who makes this site, of what, and how to reach them. */
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

/** What is known of the accessibility of the site; without data that is: nothing was looked into. */
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

const MANUAL = inProject('docs/redactie.md');

/**
 * The editors' manual as HTML, without its title: that is the page's own. Reads `docs/redactie.md`, which GitHub shows
 * too.
 */
export function manualView() {
  return { html: manualMarkdown().render(fs.readFileSync(MANUAL, 'utf8').replace(/^# .*\n/, '')) };
}
