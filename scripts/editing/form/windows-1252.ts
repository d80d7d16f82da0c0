/**
 * The signs of 0x80 to 0x9F; a space where there is none. All others are those of Latin-1. A table of our own: the decoder
 * of Node gives control characters instead of these signs in 20.18.3–20.19.4, 22.13–22.18 and 24.0–24.6.
 */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decodes Windows-1252, in which spreadsheets in the Netherlands save "CSV"; null where a byte stands for no sign. */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  let text = '';
  for (const byte of bytes) {
    const sign = byte >= 0x80 && byte <= 0x9f ? SIGNS[byte - 0x80]! : String.fromCharCode(byte);
    if (byte >= 0x80 && sign === ' ') return null;
    text += sign;
  }
  return text;
}
