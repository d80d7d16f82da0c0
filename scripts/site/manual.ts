import fs from 'node:fs';
import { manualMarkdown } from './markdown.ts';

const MANUAL = new URL('../../docs/redactie.md', import.meta.url);

/** The editors' manual as HTML, without its title: that is the page's own. Reads `docs/redactie.md`, which GitHub shows too. */
export const manualHtml = (): string => manualMarkdown().render(fs.readFileSync(MANUAL, 'utf8').replace(/^# .*\n/, ''));
