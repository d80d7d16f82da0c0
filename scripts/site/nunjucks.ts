import type { UserConfig } from '@11ty/eleventy';
import { dateText } from '../format/date.ts';
import { firstDay } from '../model/date.ts';

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * Eleventy plugin: how Nunjucks reads templates. Printing an undefined name is an error; a line with only a tag leaves
 * no empty line.
 */
export function nunjucks(config: UserConfig): void {
  config.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    // Without it Nunjucks throws another error than the original one.
    dev: true,
  });
  // So that Eleventy's own command reports a mistake in a template without a stack trace through Nunjucks.
  config.on('eleventy.engine.njk', ({ nunjucks: { lib } }) => {
    lib.TemplateError.prototype.skipOriginalStack = true;
  });
}

interface DatedPage {
  readonly date: Date;
  readonly url: string;
}

/** Pages newest first; those of one day by address. */
function newestFirst(pages: readonly DatedPage[]): DatedPage[] {
  return [...pages].sort((a, b) => b.date.getTime() - a.date.getTime() || (a.url < b.url ? -1 : 1));
}

/** Eleventy plugin: filters for dates. */
export function dates(config: UserConfig): void {
  config.addFilter('isoDay', isoDay);
  config.addFilter('dutchDay', (date: Date) => dateText(isoDay(date)));
  config.addFilter('newestFirst', newestFirst);
  config.addFilter('firstDay', (date: string) => firstDay(date));
}
