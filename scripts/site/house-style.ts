import type { SiteSettings } from '../model/report.ts';
import type { SourceFolder } from '../model/tree.ts';
import type { SiteFile } from './site-file.ts';

/** Where the style sheet and logo of who publishes the site stand, whatever they are called beside site.yaml. */
export const HOUSE_STYLE = '/assets/huisstijl.css';
export const LOGO = '/assets/logo.svg';

/** The picture that goes with a shared link. */
export const SOCIAL_CARD = '/assets/kaart.png';

/** The files that site.yaml names, as they were read: their names, sizes and contents were checked then. */
export const houseStyleFiles = ({ stylesheet, logo }: Pick<SiteSettings, 'stylesheet' | 'logo'>, { files }: SourceFolder): SiteFile[] => {
  const copy = (name: string | null, to: string): SiteFile[] =>
    files.filter(({ path }) => path === name).map(({ text }) => ({ path: to.slice(1), content: text }));
  return [...copy(stylesheet, HOUSE_STYLE), ...copy(logo, LOGO)];
};
