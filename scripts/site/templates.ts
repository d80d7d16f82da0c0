import type { UserConfig } from '@11ty/eleventy';

/** Eleventy plugin: how Nunjucks reads templates. A misspelt name that is printed is an error; a line with only a tag leaves no empty line. */
export function templates(config: UserConfig): void {
  config.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
    dev: true,
  });
}
