import { DOMParser } from '@xmldom/xmldom';

/** Whether a text is well-formed XML. */
export function isWellFormed(xml: string): boolean {
  try {
    new DOMParser({
      onError: (_, message) => {
        throw new Error(message);
      },
    }).parseFromString(xml, 'text/xml');
    return true;
  } catch {
    return false;
  }
}
