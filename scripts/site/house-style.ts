import type { SiteSettings } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import type { SiteFile } from './site-file.ts';

/** The picture that goes with a shared link. */
export const SOCIAL_CARD = '/assets/kaart.png';

/** The style sheet and logo that site.yaml names, as they were read: their names, sizes and contents were checked then. */
export function houseStyleFiles(
  { stylesheet, logo }: Pick<SiteSettings, 'stylesheet' | 'logo'>,
  { files }: SourceFolder,
): SiteFile[] {
  function copy(name: string | null, to: string): SiteFile[] {
    return files.filter(({ path }) => path === name).map(({ text }) => ({ path: to, content: text }));
  }
  return [...copy(stylesheet, 'assets/huisstijl.css'), ...copy(logo, 'assets/logo.svg')];
}
