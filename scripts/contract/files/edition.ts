import { z } from 'zod';
import { lastDay } from '../../model/date.ts';
import { STATUS } from '../words.ts';

/**
 * Versions of the format of rapport.json that this program can read. Frozen editions never change, so none is ever
 * removed.
 */
const FORMATS: readonly string[] = ['1'];

const text = z.string();
const optional = z.string().nullable();
const amount = z.number().nullable();
const sources = z.array(z.looseObject({ document: text.optional() })).optional();

const round = z.looseObject({
  id: text,
  titel: text,
  datum: text,
  soort: z.enum(['nulmeting', 'tussenmeting', 'eindmeting']),
  gepubliceerd: optional,
  niveau: z.enum(['punten', 'totaal']),
  correcties: z.array(z.looseObject({ datum: text, punt: optional, organisatie: optional, bereik: optional })),
});

const norm = z.looseObject({
  versie: text,
  titel: text,
  vastgesteld: optional,
  volledig: z.boolean(),
  statuswoorden: z.looseObject({ behaald: optional, 'deels behaald': optional, 'niet behaald': optional }).nullable(),
  telling: z.looseObject({ deels_behaald: z.number(), totaal: text }),
  deelnemers: z.array(z.looseObject({ organisatie: text })),
  themas: z.array(z.looseObject({ id: text, titel: text })),
  ambitiepunten: z.array(z.looseObject({ id: text, nummer: optional, thema: optional, titel: text })),
  metingen: z.array(round),
});

const set = { norm: text, meting: text, thema: optional, ambitiepunt: optional, organisatie: optional };

const figure = z.looseObject({
  ...set,
  bereik: z.enum(['totaal', 'thema', 'organisatie', 'thema-organisatie', 'ambitiepunt']),
  behaald: amount,
  deels_behaald: amount,
  niet_behaald: amount,
  niet_beoordeeld: amount,
  niet_openbaar: amount,
  niet_van_toepassing: amount,
  percentage: amount,
  ondergrens: amount,
  bovengrens: amount,
  gerapporteerd: amount,
});

const result = z.looseObject({
  ...set,
  ambitiepunt: text,
  organisatie: text,
  status: z.enum(Object.keys(STATUS) as [keyof typeof STATUS]),
  bron: optional,
});

const takenOut = z.strictObject({
  resultaten: z.array(z.strictObject({ norm: text, meting: text, punt: text, organisatie: text })),
  documenten: z.number(),
});

/** The part of a frozen rapport.json that pages need; everything else in it is kept unchanged. */
const frozen = z.looseObject({
  versie: text,
  editie: z.strictObject({ datum: text, uitgever: text, weggehaald: takenOut }),
  titel: text,
  regio: text,
  fictief: z.boolean(),
  organisaties: z.array(z.looseObject({ id: text, naam: text, korte_naam: text })),
  documenten: z.array(z.looseObject({ id: text, datum: optional, verwijst_naar: sources })),
  normen: z.array(norm),
  resultaten: z.array(result),
  cijfers: z.array(figure),
  wijzigingen: z.array(z.looseObject({ norm: text, van: text, naar: text })),
  vergelijking: z.array(z.looseObject({})),
});

/** Content of rapport.json in an edition. */
export type FrozenContent = z.infer<typeof frozen>;

/** File of an edition: its content, the hash of that content, and the hash of the archive made from it. */
const editionFile = z.strictObject({ sha256: text, zip: text, inhoud: frozen });

/** Checks content that was just made; throws if an edition cannot hold it. */
export function asFrozen(content: unknown): FrozenContent {
  return frozen.parse(content);
}

/**
 * Reads an edition frozen by this version of the program or an earlier one; returns a Dutch message if it cannot be
 * read.
 */
export function parseEdition(json: unknown): FrozenContent | string {
  const found = editionFile.safeParse(json);
  const version = (json as { inhoud?: { versie?: unknown } } | null)?.inhoud?.versie;
  if (typeof version === 'string' && !FORMATS.includes(version))
    return `deze editie heeft versie "${version}" van het formaat, en die kent dit programma niet; werk het programma bij`;
  return found.success
    ? found.data.inhoud
    : 'dit is geen editie zoals het programma die schrijft; haal het bestand terug zoals het was (git checkout)';
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Returns the name of an edition if it is a day of the calendar, otherwise null. */
export function editionDay(id: string): string | null {
  return DAY.test(id) && lastDay(id.slice(0, 7)) >= id ? id : null;
}
