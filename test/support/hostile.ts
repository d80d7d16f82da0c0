import fc from 'fast-check';

/** Text fields as written by people who mean harm; `▸` marks what must never become markup. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</textarea></style></script><script>alert(1)</script>',
  '<!-- --><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '![x](https://evil.example/x.png)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '`</code><script>alert(1)</script>`',
  '```"><script>\n<script>alert(1)</script>\n```',
  '{{ 7 * 7 }}',
  '{{ site | dump }}',
  '{% include "base.njk" %}',
  '{# weg #}',
  '${alert(1)}',
  '<%= 1 %>',
  '{{ range.constructor("return process")().exit(1) }}',
  '=HYPERLINK("https://evil.example")',
  '+cmd|x!A1',
  '@SUM(1)',
  '-1+1',
  '%0d%0aSet-Cookie: x=1',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  ']]>',
  '&lt;script&gt;',
  '&#x3c;script&#x3e;',
  '\\u003cscript\\u003e',
  '--->',
  '</div></main></body></html>',
  'undefined',
  'null',
  'NaN',
  '0',
  'é́́́́́́',
  '𝕏🏴‍☠️',
  'مرحبا',
  'ß→ẞ',
  '　',
  '\u00a0x',
  '*'.repeat(300),
  '['.repeat(300),
  '> '.repeat(300),
  '#'.repeat(50),
  '| a '.repeat(200),
  '- '.repeat(200),
  'www.evil.example',
  'x'.repeat(2000),
] as const;

const bit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Texts for any field: hostile ones, arbitrary ones, and mixtures. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  bit,
  fc.tuple(bit, bit).map((parts) => parts.join(' ')),
  fc.tuple(bit, bit).map((parts) => parts.join('\n')),
);

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Has at least one visible character. */
const SEEN = /[^\u{16FE4}\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}\u2800\u{13441}\u{13442}\u{1D159}]/u;

/** Texts that the contract accepts as plain text on one line. */
export const hostileLine: fc.Arbitrary<string> = hostileText
  .map((text) => text.replace(/[\r\n\u2028\u2029]+/g, ' '))
  .filter((text) => SEEN.test(text) && !HIDDEN.test(text) && text.isWellFormed());

/** Texts that the contract accepts as Markdown. */
export const hostileMarkdown: fc.Arbitrary<string> = hostileText.filter(
  (text) => SEEN.test(text) && !HIDDEN.test(text) && text.isWellFormed(),
);
