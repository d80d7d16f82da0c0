import { z } from 'zod';
import { didYouMean } from '../model/suggestion.ts';

/** What a problem shows of a value: short, and quoted as people type it. */
export const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'niets');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
};

// Control characters and what turns the direction of text can hide what a text says.
const HIDDEN = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069`;
const isText = (value: string) => value.isWellFormed() && !new RegExp(`[${HIDDEN}]`).test(value);
const isOneLine = (value: string) => !/[\r\n\u2028\u2029]/.test(value);
const isBlank = (value: string) => value.trim() === '';

const notText = 'bevat een onzichtbaar teken; typ de tekst opnieuw';

/** Plain text on one line. */
export const line = (description: string) =>
  z.string()
    .refine((value) => !isBlank(value), { error: 'hier ontbreekt tekst; vul die in, of haal het veld weg' })
    .refine(isOneLine, { error: 'deze tekst hoort op één regel; haal de regeleinden weg' })
    .refine(isText, { error: (issue) => `${quoted(issue.input)} ${notText}` })
    .meta({ description });

/** Markdown, in which raw HTML is shown as text. */
export const markdown = (description: string) =>
  z.string()
    .refine((value) => !isBlank(value), { error: 'hier ontbreekt tekst; vul die in, of haal het veld weg' })
    .refine(isText, { error: `deze tekst ${notText}` })
    .meta({ description: `${description} Markdown; HTML wordt als tekst getoond.` });

const pattern = (expression: RegExp, expected: string, description: string) =>
  z.string().regex(expression, { error: (issue) => `${quoted(issue.input)} is ${expected}` }).meta({ description });

export const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** A permanent name of a thing. */
export const id = (description: string) =>
  pattern(new RegExp(`^${ID}$`), 'geen id; gebruik kleine letters, cijfers en losse streepjes, zoals "boa-training"', description);

/** Version of a norm: digits, a dot, digits. */
export const version = (description: string) =>
  pattern(/^\d+\.\d+$/, 'geen versie; schrijf cijfers, een punt en cijfers, zoals "2.0"', description);

const EDTF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-2[1-4])?$/;

const isCalendarDate = (value: string): boolean => {
  const [year, month, day] = value.split('-').map(Number);
  return day === undefined || day <= new Date(Date.UTC(year!, month!, 0)).getUTCDate();
};

/** An EDTF date of level 0, or a level-1 season. */
export const date = (description: string) =>
  pattern(EDTF, 'geen datum; schrijf "2025-11-03", "2025-11", "2025", of een seizoen als "2025-23" (21 lente, 22 zomer, 23 herfst, 24 winter)', description)
    .refine((value) => !EDTF.test(value) || isCalendarDate(value), { error: (issue) => `${quoted(issue.input)} bestaat niet; zo veel dagen heeft die maand niet` })
    .meta({ description: `${description} Datum: "2025", "2025-11", "2025-11-03" of een seizoen, "2025-23" is najaar 2025.` });

const isUrl = (value: string, allowed: (url: URL) => boolean): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && !/[\s"<>\\^`{|}]/.test(value) && url.username === '' && url.password === '' && allowed(url);
};

/** A web address of https. */
export const url = (description: string) =>
  z.string()
    .refine((value) => /^https:\/\//.test(value) && isUrl(value, () => true), {
      error: (issue) => `${quoted(issue.input)} is geen webadres; schrijf het voluit, met https:// vooraan`,
    })
    .meta({ description });

/** Where the site stands: https, or http on this machine; no slash, query or fragment at its end. */
export const baseAddress = (description: string) =>
  z.string()
    .refine((value) => !/[/?#]$|[?#]/.test(value) && isUrl(value, ({ protocol, hostname }) =>
      protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')), {
      error: (issue) => `${quoted(issue.input)} is geen adres voor de site; schrijf het met https:// vooraan en zonder schuine streep aan het eind`,
    })
    .meta({ description });

const EMAIL = /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\.]+$/;

export const email = (description: string) => pattern(EMAIL, 'geen e-mailadres; schrijf het als "redactie@voorbeeld.nl"', description);

/** Where someone who found a weak spot can report it. */
export const securityContact = (description: string) =>
  z.string()
    .refine((value) => (value.startsWith('mailto:') ? EMAIL.test(value.slice(7)) : /^https:\/\//.test(value) && isUrl(value, () => true)), {
      error: (issue) => `${quoted(issue.input)} is geen adres om een lek te melden; schrijf "mailto:naam@voorbeeld.nl" of een adres met https://`,
    })
    .meta({ description });

/** Name of a file beside site.yaml. */
export const fileName = (extension: string, description: string) =>
  pattern(new RegExp(`^[a-z0-9]+(?:[-.][a-z0-9]+)*\\.${extension}$`), `geen bestandsnaam; schrijf iets als "huisstijl.${extension}", en zet het bestand naast site.yaml`, description);

/** One of a few words. `noun` names what is chosen, with its article's adjective form: "onbekende status". */
export const choice = <const Values extends readonly [string, ...string[]]>(noun: string, values: Values, description: string) =>
  z.enum(values, { error: (issue) => `onbekende ${noun} ${quoted(issue.input)}${didYouMean(typeof issue.input === 'string' ? issue.input : '', values, `kies uit ${values.map((value) => `"${value}"`).join(', ')}`)}` }).meta({ description });

export const yesNo = (description: string) => z.boolean({ error: 'hier hoort true (ja) of false (nee), zonder aanhalingstekens' }).meta({ description });

export const number = (minimum: number, maximum: number, description: string) =>
  z.number({ error: `hier hoort een getal van ${minimum} tot en met ${maximum}, zonder aanhalingstekens of procentteken, en met een punt voor decimalen` })
    .min(minimum, { error: (issue) => `${String(issue.input).replace('.', ',')} is te laag; het laagste is ${minimum}` })
    .max(maximum, { error: (issue) => `${String(issue.input).replace('.', ',')} is te hoog; het hoogste is ${maximum}` })
    .meta({ description });

/** What check.ts needs to explain keys that a record does not have. */
export interface KeyHelp {
  readonly known: readonly string[];
  readonly why: string | null;
}

/** A mapping with these keys and no others. `why` replaces the suggestion for a key that it may not have. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape, description: string, why: string | null = null) =>
  z.strictObject(shape, {
    error: (issue) => issue.code === 'unrecognized_keys'
      ? JSON.stringify({ known: Object.keys(shape), why } satisfies KeyHelp)
      : 'hier hoort een groep velden: op elke regel "naam: waarde"',
  }).meta({ description });

export const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item, { error: 'hier hoort een lijst: elke regel begint met "- "' }).meta({ description });

/** One or another form of the same thing; `expected` says what either is. */
export const either = <Options extends readonly [z.ZodType, z.ZodType]>(options: Options, expected: string, description: string) =>
  z.union(options, { error: `hier hoort ${expected}` }).meta({ description });

/** Documents on which something rests: one id, or a list of them. */
export const source = () =>
  either([id('Id van een document.'), list(id('Id van een document.'), 'Ids van documenten.')], 'de id van een document, of een lijst daarvan',
    'Waar dit op rust: een id uit documenten.yaml, of een lijst daarvan.').optional();

/** Adds a problem to the key of each record in a list that has the same value there as one before it. */
export const refuseRepeated = <Key extends string>(
  context: z.core.$RefinementCtx, list: string, records: readonly Readonly<Record<Key, string>>[], key: Key, message: (value: string) => string,
): void => {
  const seen = new Set<string>();
  records.forEach((each, index) => {
    if (seen.has(each[key])) refuse(context, [list, index, key], message(each[key]));
    seen.add(each[key]);
  });
};

/** Adds a problem of a record to one of its keys. */
export const refuse = (context: z.core.$RefinementCtx, path: readonly (string | number)[], message: string): void => {
  context.addIssue({ code: 'custom', path: [...path], message, input: undefined });
};
