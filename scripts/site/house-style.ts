import type { SiteSettings } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import type { SiteFile } from './site-file.ts';

/** The picture that goes with a shared link. */
export const SOCIAL_CARD = '/assets/kaart.png';

/** The style sheet and logo that site.yaml names, as they were read: their names, sizes and contents were checked then. */
export const houseStyleFiles = ({ stylesheet, logo }: Pick<SiteSettings, 'stylesheet' | 'logo'>, { files }: SourceFolder): SiteFile[] => {
  const copy = (name: string | null, to: string): SiteFile[] =>
    files.filter(({ path }) => path === name).map(({ text }) => ({ path: to, content: text }));
  return [...copy(stylesheet, 'assets/huisstijl.css'), ...copy(logo, 'assets/logo.svg')];
};
