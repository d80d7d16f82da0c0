/** A mistake in a style sheet or logo: a UTF-16 offset into its text, and a Dutch message. */
export interface Finding {
  readonly offset: number;
  readonly message: string;
}

/** Browsers and parsers treat these characters differently, and no program writes them. */
const NO_TEXT = /[^\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** Finds the first character that is not text: a control character, or a byte order mark in the middle. */
export function notText(text: string): Finding[] {
  const found = NO_TEXT.exec(text);
  return found
    ? [{ offset: found.index, message: 'hier staat een teken dat u niet ziet; typ deze regel opnieuw' }]
    : [];
}
