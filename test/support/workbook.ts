import fs from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet1.xml';

type Parts = Record<string, Uint8Array>;

/** A workbook with some of its parts changed. */
export function repacked(bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array {
  return zipSync(change(unzipSync(bytes)));
}

/** A workbook with the XML of its sheet changed. */
export function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return repacked(bytes, (parts) => ({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET]!))) }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A workbook in which someone typed: texts by cell, as "E12". */
export function filledIn(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  return withSheet(bytes, (xml) =>
    Object.entries(answers).reduce((text, [cell, answer]) => {
      const pattern = new RegExp(`<c r="${cell}" s="(\\d)"(?:/>| t="inlineStr">.*?</c>)`, 's');
      if (!pattern.test(text)) throw new Error(`no cell ${cell}`);
      return text.replace(
        pattern,
        (_, style: string) =>
          `<c r="${cell}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(answer)}</t></is></c>`,
      );
    }, xml),
  );
}

/** Types answers into a workbook on disk. */
export function fillIn(file: string, answers: Readonly<Record<string, string>>): void {
  fs.writeFileSync(file, filledIn(fs.readFileSync(file), answers));
}
