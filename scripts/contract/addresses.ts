import { z } from 'zod';
import { type Near, NO_TEXT, notThat, pattern } from './fields.ts';
import { nearAddress, nearBase, nearEmail, nearFileName, nearSecurityContact } from './near-misses.ts';
import { fits } from './marks.ts';

/** Parses a URL; null if it cannot. `URL.canParse` in Node 20 starts to refuse addresses with an é after many calls. */
function urlOf(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

function isUrl(value: string, allowed: (url: URL) => boolean): boolean {
  const url = urlOf(value);
  return url !== null && !/[\s"<>\\^`{|}]/.test(value) && url.username === '' && url.password === '' && allowed(url);
}

// As much of a web address as a pattern can check: its characters, its host, and no user name or password.
const HOST = String.raw`[^\s"<>\\^\x60{|}/?#@]+`;
const REST = String.raw`(?:[/?#][^\s"<>\\^\x60{|}]*)?`;
const WEB = `https:/{2,}${HOST}${REST}`;

/** A text checked by code, and by a pattern as far as a pattern can. */
function address(
  isRight: (value: string) => boolean,
  { pattern, expected, near }: { readonly pattern: string; readonly expected: string; readonly near: Near },
  description: string,
) {
  return z
    .string()
    .refine(isRight, { error: ({ input }) => notThat(input, expected, near, isRight) })
    .meta({ description, errorMessage: NO_TEXT, ...fits(`^(?:${pattern})$`, `dit is ${expected}`) });
}

function isWeb(value: string): boolean {
  return /^https:\/\//.test(value) && isUrl(value, () => true);
}

/** An https address. */
export function url(description: string) {
  return address(
    isWeb,
    { pattern: WEB, expected: 'geen webadres; schrijf het voluit, met https:// vooraan', near: nearAddress },
    description,
  );
}

/** Address of the site: https, or http on localhost; without a slash, query or fragment at the end. */
export function baseAddress(description: string) {
  return address(
    (value) =>
      /^https?:\/\//.test(value) &&
      !/\/$|[?#]/.test(value) &&
      isUrl(value, ({ protocol, hostname }) => protocol === 'https:' || hostname === 'localhost'),
    {
      pattern: String.raw`(?:https:/{2,}${HOST}|http:/{2,}localhost(?::\d*)?)(?:/[^\s"<>\\^\x60{|}?#]*)?(?<!/)`,
      expected: 'geen adres voor de site; schrijf het met https:// vooraan en zonder schuine streep aan het eind',
      near: nearBase,
    },
    description,
  );
}

const EMAIL = /^[^\s@<>",;:\\]+@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\.]+$/;

export function email(description: string) {
  return pattern(EMAIL, 'geen e-mailadres; schrijf het als "redactie@voorbeeld.nl"', description, nearEmail);
}

/** Where to report a vulnerability. */
export function securityContact(description: string) {
  return address(
    (value) => (value.startsWith('mailto:') ? EMAIL.test(value.slice(7)) : isWeb(value)),
    {
      pattern: `mailto:${EMAIL.source.slice(1, -1)}|${WEB}`,
      expected: 'geen adres om een lek te melden; schrijf "mailto:naam@voorbeeld.nl" of een adres met https://',
      near: nearSecurityContact,
    },
    description,
  );
}

/** Name of a file next to site.yaml. */
export function fileName(extension: string, description: string) {
  return pattern(
    new RegExp(`^[a-z0-9]+(?:[-.][a-z0-9]+)*\\.${extension}$`),
    `geen bestandsnaam; schrijf iets als "huisstijl.${extension}", en zet het bestand naast site.yaml`,
    description,
    (text) => nearFileName(text, extension),
  );
}
