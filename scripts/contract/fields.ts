import { z } from 'zod';
import { didYouMean } from '../model/suggestion.ts';
import { asFreeText, asName, asNumber, fits, holds, type NameSpace } from './marks.ts';
import { nearDate, nearNumber, nearYesNo } from './near-misses.ts';

/** A value as shown in a message: quoted, and shortened if long. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'niets');
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

// Control characters, characters that change the direction of text, and unpaired surrogates can hide what a text says.
const HIDDEN = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff`;

/**
 * A rule for a text: a pattern, which is also passed to editors' tools, and the message for a text that does not match.
 */
function textRule(pattern: string, said: string) {
  return {
    expression: new RegExp(pattern, 'u'),
    said,
    redLine: fits(pattern, said),
  };
}

const NOT_BLANK = textRule(
  String.raw`\S`,
  'hier ontbreekt tekst; vul die in, of haal het veld weg als het niet verplicht is',
);
// Spaces, controls and format characters, characters that Unicode lets programs hide, and a few that are drawn blank.
const UNSEEN = String.raw`\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}`;

// Accepts a blank text too, which the rule above already reports.
const SEEN = textRule(
  String.raw`^\s*$|[^${UNSEEN}]`,
  'hier staan alleen tekens die niet te zien zijn; typ de tekst opnieuw, of haal het veld weg als het niet verplicht is',
);
const ONE_LINE = textRule(String.raw`^[^\r\n\u2028\u2029]*$`, 'deze tekst hoort op één regel; haal de regeleinden weg');
const VISIBLE = textRule(`^[^${HIDDEN}]*$`, 'deze tekst bevat een onzichtbaar teken; typ de tekst opnieuw');

export const NO_TEXT = 'hier hoort tekst; zet een getal of een datum tussen aanhalingstekens';

function text(rules: readonly ReturnType<typeof textRule>[], description: string) {
  return asFreeText(
    rules
      .reduce(
        (schema, { expression, said }) => schema.refine((value) => expression.test(value), { error: said }),
        z.string(),
      )
      .meta({ description, errorMessage: NO_TEXT, allOf: rules.map(({ redLine }) => redLine) }),
  );
}

/** Plain text on one line. */
export function line(description: string) {
  return text([NOT_BLANK, SEEN, ONE_LINE, VISIBLE], description);
}

/** Markdown; raw HTML in it is shown as text. */
export function markdown(description: string) {
  return text([NOT_BLANK, SEEN, VISIBLE], `${description} Markdown; HTML wordt als tekst getoond.`);
}

/** Returns what a text of the wrong form was probably meant to be; null if that is not clear. */
export type Near = (text: string) => string | null;

/**
 * Message for a text that does not have the right form: suggests what was meant or, if that is not clear, says how to
 * write it. `expected`: what it is not; how to write it comes after ";".
 */
export function notThat(input: unknown, expected: string, near: Near, isRight: (text: string) => boolean): string {
  const meant = typeof input === 'string' ? near(input) : null;
  const isNear = meant !== null && meant !== input && isRight(meant);
  return `${quoted(input)} is ${isNear ? `${expected.replace(/;.*$/, '')}; bedoelde u "${meant}"?` : expected}`;
}

/** A text that matches a pattern. `expected` continues "is …": what the text is not, and how to write it. */
export function pattern(expression: RegExp, expected: string, description: string, near: Near = () => null) {
  return z
    .string()
    .regex(expression, {
      error: ({ input }) => notThat(input, expected, near, (text) => expression.test(text)),
    })
    .meta({ description, errorMessage: NO_TEXT, patternErrorMessage: `dit is ${expected}` });
}

export const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';

export const noId = 'geen id; gebruik kleine letters, cijfers en losse streepjes, zoals "boa-training"';

/** An id in a list of its own, which nothing else refers to. */
export function idPattern(description: string) {
  return pattern(new RegExp(`^${ID}$`), noId, description);
}

/** The permanent name of a thing. */
export function id(space: NameSpace, description: string) {
  return asName(idPattern(description), { space, gives: true });
}

/** The id of another thing. */
export function reference(space: NameSpace, description: string) {
  return asName(idPattern(description), { space, gives: false });
}

/** One to three numbers separated by dots, without leading zeros. */
export const VERSION = String.raw`(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){0,2}`;

export const noVersion =
  'geen versie; schrijf één tot drie getallen met punten ertussen en zonder nullen vooraan, zoals "2.0" of "2026"';

/** Version of a norm. */
export function version(space: 'version' | 'predecessor', description: string) {
  return asName(pattern(new RegExp(`^${VERSION}$`), noVersion, description), { space, gives: space === 'version' });
}

const EDTF = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-2[1-4])?$/;

/** Rejects the 31st of a 30-day month, 30 and 31 February, and 29 February outside leap years. */
const CALENDAR = new RegExp(
  String.raw`^(?!\d{4}-(?:(?:0[469]|11)-31|02-3))(?!(?!(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-)\d{4}-02-29)`,
);

const noSuchDay = 'bestaat niet; zo veel dagen heeft die maand niet';

/** An EDTF date of level 0, or a level-1 season. */
export function date(description: string) {
  return pattern(
    EDTF,
    'geen datum; schrijf "2025-11-03", "2025-11", "2025", of een seizoen als "2025-23" (21 lente, 22 zomer, 23 herfst, 24 winter)',
    description,
    nearDate,
  )
    .refine((value) => !EDTF.test(value) || CALENDAR.test(value), {
      error: (issue) => `${quoted(issue.input)} ${noSuchDay}`,
    })
    .meta({
      description: `${description} Datum: "2025", "2025-11", "2025-11-03" of een seizoen, "2025-23" is najaar 2025.`,
      allOf: [fits(CALENDAR.source, `deze datum ${noSuchDay}`)],
    });
}

export const noScope = 'geen bereik; schrijf "totaal", "thema:<id>" of "organisatie:<id>"';

/** The set of cells for which a source reports a percentage. */
export function scope(description: string) {
  return asName(pattern(new RegExp(`^(?:totaal|(?:thema|organisatie):${ID})$`), noScope, description), {
    space: 'scope',
    gives: false,
  });
}

function choices(values: readonly string[]): string {
  return `kies uit ${values.map((value) => `"${value}"`).join(', ')}`;
}

/** One of a few words. `unknown` starts the message about any other word: "onbekende status". */
export function choice<const Values extends readonly [string, ...string[]]>(
  unknown: string,
  values: Values,
  description: string,
) {
  return z
    .enum(values, {
      error: (issue) =>
        `${unknown} ${quoted(issue.input)}${didYouMean(typeof issue.input === 'string' ? issue.input : '', values, choices(values))}`,
    })
    .meta({ description, errorMessage: `${unknown}; ${choices(values)}` });
}

export const yesNoExpected = 'hier hoort true (ja) of false (nee), zonder aanhalingstekens';

export function yesNo(description: string) {
  return z
    .boolean({
      error: ({ input }) => {
        const meant = nearYesNo(String(input));
        return meant === null ? yesNoExpected : `hier hoort true of false; bedoelde u ${meant}?`;
      },
    })
    .meta({ description, errorMessage: yesNoExpected });
}

export const plainlyWritten = 'schrijf dit getal zoals mensen dat doen, zoals 83 of 66.7';

export function number(minimum: number, maximum: number, description: string) {
  return asNumber(bounded(minimum, maximum, description));
}

/** A whole number, such as a count of things. */
export function count(minimum: number, maximum: number, description: string) {
  const whole = 'hier hoort een geheel getal';
  return asNumber(
    bounded(minimum, maximum, description)
      .refine((value) => Number.isInteger(value), { error: `${whole}; laat de decimalen weg` })
      .meta({ if: { type: 'integer' }, else: { const: 'x', errorMessage: `${whole}; laat de decimalen weg` } }),
  );
}

function bounded(minimum: number, maximum: number, description: string) {
  const expected = `hier hoort een getal van ${minimum} tot en met ${maximum}, zonder aanhalingstekens of procentteken, en met een punt voor decimalen`;
  const low = `te laag; het laagste is ${minimum}`;
  const high = `te hoog; het hoogste is ${maximum}`;
  return z
    .number({
      error: ({ input }) => {
        const meant = typeof input === 'string' ? nearNumber(input, maximum) : null;
        const isNear = meant !== null && meant >= minimum && meant <= maximum;
        return isNear ? `hier hoort een gewoon getal; bedoelde u ${meant}?` : expected;
      },
    })
    .min(minimum, { error: (issue) => `${String(issue.input).replace('.', ',')} is ${low}` })
    .max(maximum, { error: (issue) => `${String(issue.input).replace('.', ',')} is ${high}` })
    .meta({
      description,
      errorMessage: expected,
      minimum: undefined,
      maximum: undefined,
      allOf: [holds({ minimum }, `dit is ${low}`), holds({ maximum }, `dit is ${high}`)],
    });
}
