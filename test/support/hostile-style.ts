import fc from 'fast-check';

/** Building blocks of hostile style sheets; `¤` stands for an address that must not be requested. */
const CSS_PARTS = [
  ['url(', 'url("', "url('", 'URL(', 'u\\72l(', '\\75\\72\\6c (', 'u\\72 l("', 'url(\\68ttp:', 'url(\n', 'url(/**/'],
  ['src("', 'image-set("', '-webkit-image-set(url(', 'cross-fade(url(', 'image("', 'var(--x,', 'attr(href type(<url>)'],
  [
    '@import "',
    '@import url(',
    '@\\69mport "',
    '@IMPORT\n"',
    '@namespace "',
    '@charset "utf-8";',
    '@media all{',
    '@layer a{',
  ],
  ['http:¤', '¤', '¤', ' ¤ ', '\\2f/¤', 'http:¤"', '¤")', '¤)', "¤')", '¤" 1x)'],
  ['"', "'", ')', '))', '(', '{', '}', '[', ']', ';', ':', ',', '/*', '*/', '<!--', '-->', '\\', '\\\n', '\n', ' '],
  [
    'red',
    'none',
    '1x',
    'a',
    'local(x)',
    'format("woff2")',
    '#f',
    '!important',
    'u+26',
    '--y:',
    'é',
    '\ufeff',
    '\u0000',
    '\f',
  ],
].flat();

const JOINED = fc.array(fc.constantFrom(...CSS_PARTS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

/** Likely ways to fetch something, sometimes with something in the middle that changes the effect. */
const LIKELY = fc
  .tuple(
    fc.constantFrom(
      ...[
        ['url(¤)', 'url("http:¤")', 'u\\72l("¤")', 'URL(\\68ttp:¤)', '\\75\\72\\6c(¤)', "url('\\\n¤')"],
        [
          'image-set("¤" 1x)',
          '-webkit-image-set(url(¤) 1x)',
          'cross-fade(url(¤), red)',
          'src("¤")',
          'var(--z, url(¤))',
        ],
      ].flat(),
    ),
    fc.nat(12),
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...CSS_PARTS) }),
  )
  .map(([text, at, part]) => `${text.slice(0, at)}${part}${text.slice(at)}`);

const IMPORTS = fc.constantFrom(
  '@import "¤";',
  '@\\69mport url(¤);',
  '@IMPORT/**/"¤";',
  '@im/**/port "¤";',
  '@import\\ "¤";',
  '',
);

/** Texts that seem to fetch something but do not: mostly strings and comments. */
const HARMLESS = fc
  .tuple(
    fc.constantFrom('"', "'", '/* ', 'local("', 'var(--z, "', 'linear-gradient(red, blue) /*', '"\\"'),
    fc.constantFrom('url(¤)', '@import ¤', '\\75rl(¤)', '</style>', 'image-set(¤ 1x)', '\\a ', '', '*\\/', '\\'),
    fc.constantFrom('"', "'", ' */ red', '")', '"'),
  )
  .map((parts) => parts.join(''));

const STRANGE = fc.oneof(
  JOINED,
  LIKELY,
  LIKELY,
  LIKELY,
  HARMLESS,
  HARMLESS,
  fc.constantFrom('red', 'none', 'attr(href)'),
);

/** Style sheets that try to fetch the address at `¤`; most attempts fail. */
export const HOSTILE_CSS = fc
  .tuple(
    STRANGE,
    STRANGE,
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: IMPORTS }),
    fc.constantFrom(
      (a: string) => `a { background: ${a} }`,
      (a: string, b: string) => `a { content: "${a}"; background: ${b} }`,
      (a: string) => `:root { --x: ${a} }\na { background: var(--x) }`,
      (a: string) => `@font-face { font-family: x; src: ${a} }\n* { font-family: x }`,
      (a: string, b: string) => `/* ${a} */ ${b}\na { color: red }`,
      (a: string, b: string) => `${a} a { cursor: ${b}, auto; list-style-image: ${b} }`,
      (a: string, b: string) => `@media all { b { c: ${a} } a { mask: ${b}; &:not(x) { background: ${a} } } }`,
    ),
  )
  .map(([a, b, first, sheet]) => first + sheet(a, b));

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

const ADDRESSES = [
  'http:¤',
  '¤',
  ' ¤',
  '&#104;ttp:¤',
  'ht&#9;tp:¤',
  '#a',
  'data:text/html,¤',
  'javascript:fetch(&quot;http:¤&quot;)',
];

const HARMFUL_ATTRIBUTES = fc
  .tuple(
    fc.constantFrom(
      ...[
        ['href', 'xlink:href', 'l:href', 'xml:base', 'src', 'style', 'fill', 'filter', 'mask'],
        ['onload', 'onfocus', 'values', 'to', 'data', 'action'],
      ].flat(),
    ),
    fc.oneof(
      fc.constantFrom(...ADDRESSES, 'fetch(&quot;http:¤&quot;)', 'import(&quot;http:¤&quot;)'),
      fc.constantFrom(...ADDRESSES).map((address) => `fill:url(${address});background:u&#114;l(${address})`),
      fc.constantFrom(...ADDRESSES).map((address) => `url(${address})`),
    ),
    fc.constantFrom('"', "'"),
  )
  .map(([name, value, quote]) => `${name}=${quote}${value}${quote}`);

const HARMLESS_ATTRIBUTES = fc.constantFrom(
  ...[
    ['id="a"', 'width="8"', 'class="onload=&quot;fetch(1)"', "href='#a'", 'fill="red"', 'data-x="http:¤"'],
    ['style="fill:red;font-family:&apos;url(http:¤)&apos;"', 'd:src="http:¤"', 'aria-label=\'a onload="fetch()"\''],
  ].flat(),
);

const ATTRIBUTES = fc.oneof(
  { weight: 1, arbitrary: HARMFUL_ATTRIBUTES },
  { weight: 2, arbitrary: HARMLESS_ATTRIBUTES },
);

const NAMES = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        ['script', 'foreignObject', 'animate', 'set', 'a', 'iframe', 'img', 'feImage', 'link', 'embed', 'handler'],
      ].flat(),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'image',
      'use',
      'g',
      'rect',
      'style',
      'style',
      'filter',
      'desc',
      'metadata',
      'text',
      'title',
    ),
  },
);

const TEXTS = fc.constantFrom(
  ...[
    ['', '', 'fetch("http:¤")', '<![CDATA[fetch("http:¤")]]>', '@import "http:¤";', '@im<![CDATA[port ]]>url(http:¤);'],
    ['rect{fill:url(http:¤);background:u\\72l(http:¤)}', '<!-- --><![CDATA[ ]]>', ']]&gt;&lt;/style>', '&amp;'],
    ['&lt;script>fetch("http:¤")&lt;/script>', '<![CDATA[<script>fetch("http:¤")</script>]]>', '<!-- <script/> -->'],
    ['rect{fill:red;font-family:"url(http:¤)"}', '/* @import "http:¤"; */ a{fill:red}', '&#60;script/>'],
  ].flat(),
);

/** Parts of drawings that may fetch the address at `¤`, some of them nested. */
const MIXED_ELEMENTS = fc
  .tuple(
    fc.constantFrom('', '', '', '', 's:', 's:', 'h:', 'd:'),
    NAMES,
    fc.uniqueArray(ATTRIBUTES, { maxLength: 3, selector: (attribute) => attribute.slice(0, attribute.indexOf('=')) }),
    TEXTS,
    TEXTS,
    NAMES,
  )
  .map(([prefix, name, attributes, before, after, inner]) => {
    const start = [`${prefix}${name}`, ...attributes].join(' ');
    return `<${start}>${before}<${inner} ${attributes[0] ?? ''}>${after}</${inner}>${after}</${prefix}${name}>`;
  });

/** Elements that each succeed if nothing prevents it. */
const LIKELY_ELEMENTS = fc.constantFrom(
  '<script>fetch("http:¤")</script>',
  '<s:script href="http:¤"/>',
  '<h:script src="http:¤"/>',
  '<h:link rel="stylesheet" href="http:¤"/>',
  '<g xmlns="http://www.w3.org/1999/xhtml"><img src="http:¤"/></g>',
  '<foreignObject width="8" height="8"><h:img src="http:¤"/></foreignObject>',
  '<image href="http:¤" width="8" height="8"/>',
  '<image l:href="&#104;ttp:¤" width="8" height="8"/>',
  '<image href="#a" width="8" height="8"><set attributeName="href" to="http:¤"/></image>',
  '<filter id="f"><feImage href="http:¤"/></filter><rect width="8" height="8" filter="url(#f)"/>',
  '<style>@im&#112;ort "http:¤";</style>',
  '<s:style><![CDATA[rect{fill:u\\72l(http:¤)}]]></s:style><rect width="8" height="8"/>',
  '<rect width="8" height="8" style="mask:image-set(&quot;http:¤&quot; 1x)"/>',
  '<rect width="8" height="8" fill="url(http:¤#a)"/>',
);

/** Usually empty, since any of these texts alone causes a drawing to be refused. */
function seldom(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...texts) });
}

const NAMESPACES = Object.entries({
  xmlns: SVG,
  'xmlns:s': SVG,
  'xmlns:h': XHTML,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:l': 'http://www.w3.org/1999/xlink',
  'xmlns:d': 'http://purl.org/dc/elements/1.1/',
}).map(([name, value]) => `${name}="${value}"`);

/** Drawings that try to fetch the address at `¤`, or to run something that does. */
export const HOSTILE_SVG = fc
  .tuple(
    seldom('<?xml-stylesheet href="http:¤" type="text/css"?>', '<!DOCTYPE svg [<!ENTITY e "http:¤">]>'),
    seldom('onload="fetch(&quot;http:¤&quot;)"'),
    fc.oneof(fc.tuple(MIXED_ELEMENTS), fc.tuple(MIXED_ELEMENTS, MIXED_ELEMENTS), fc.tuple(LIKELY_ELEMENTS)),
  )
  .map(
    ([prolog, attribute, parts]) =>
      `${prolog}<svg ${NAMESPACES.join(' ')} viewBox="0 0 8 8" ${attribute}>${parts.join('')}</svg>`,
  );
