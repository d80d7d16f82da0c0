/** A text that leads somewhere. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

export function link(text: string, href: string): Link {
  return { text, href };
}
