/** A text that leads somewhere. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

export const link = (text: string, href: string): Link => ({ text, href });
