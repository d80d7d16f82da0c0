import fs from 'node:fs';
import { inProject } from '../../io/project.ts';
import { manualMarkdown } from '../markdown.ts';

const MANUAL = inProject('docs/redactie.md');

/**
 * The editors' manual as HTML, without its title: that is the page's own. Reads `docs/redactie.md`, which GitHub shows
 * too.
 */
export function manualView() {
  return { html: manualMarkdown().render(fs.readFileSync(MANUAL, 'utf8').replace(/^# .*\n/, '')) };
}
