import { test } from 'uvu';
import { assertProblems, testMistakes, type Mistake } from '../../support/marked.ts';

/** A style sheet with a mark before each thing that is refused. */
function sheet(title: string, css: string, ...says: string[]): Mistake {
  return {
    title,
    changes: [
      ['site.yaml', 'rapporten:', 'huisstijl: huisstijl.css\nrapporten:'],
      ['huisstijl.css', '', css],
    ],
    says,
  };
}

const NOT_HERE = 'kan hier niet';
const ELSEWHERE = 'de site haalt niets op van elders';

testMistakes([
  // Other style sheets.
  sheet(
    '@import of an address',
    ':root { --a: 1 }\n▸@import "https://elders.example/a.css";\n',
    '"@import" kan hier niet',
  ),
  sheet('@import of a url', '▸@import url(https://elders.example/a.css) screen;', NOT_HERE),
  sheet('@import in capitals', '▸@IMPORT "a.css";', NOT_HERE),
  sheet('@import with an escaped letter', '\n▸@\\69mport "https://elders.example/a.css";', '"@import" kan hier niet'),
  sheet(
    '@import with six digits and a space',
    '▸@\\000069 mport "https://elders.example/a.css";',
    '"@import" kan hier niet',
  ),
  sheet('@import with every letter escaped', '▸@\\69\\6d\\70\\6f\\72\\74 "a.css";', '"@import" kan hier niet'),
  sheet('@import with a comment in its name', '▸@im/**/port "https://elders.example/a.css";', '"@im" kan hier niet'),
  sheet('@import right after a comment', '/* ; */▸@import/**/"https://elders.example/a.css";', NOT_HERE),
  sheet(
    '@import within @media',
    '@media screen {\n  ▸@import "https://elders.example/a.css";\n  a { color: red }\n}',
    NOT_HERE,
  ),
  sheet('@import within a rule', 'a { color: red; ▸@import "https://elders.example/a.css"; }', NOT_HERE),
  sheet('@import within @supports within @layer', '@layer a { @supports (color: red) { ▸@import "x"; } }', NOT_HERE),
  sheet('@import that is not ended', ':root { color: red }\n▸@import "https://elders.example/a.css"', NOT_HERE),
  sheet('@import in a value of its own', ':root { --a: ▸@import "https://elders.example/a.css"; }', 'hoort hier niet'),

  // Other at-rules.
  sheet('@namespace', '▸@namespace url(https://elders.example/);\na { color: red }', NOT_HERE),
  sheet('@charset of another encoding', '▸@charset "iso-2022-jp";\na { color: red }', '@charset "utf-8"'),
  sheet('@charset that is not at the begin', 'a { color: red }\n▸@charset "utf-8";', 'als begin van het bestand'),
  sheet('@document', '▸@-moz-document url-prefix("https://") { a { color: red } }', NOT_HERE),
  sheet('@font-feature-values', '▸@font-feature-values X { @styleset { a: 1 } }', NOT_HERE),
  sheet('@color-profile', '▸@color-profile --x { src: url(https://elders.example/x.icc); }', NOT_HERE),
  sheet(
    '@function, which makes functions',
    '▸@function --x() { result: url(https://elders.example/a.png); }',
    NOT_HERE,
  ),
  sheet(
    '@view-transition, and what nobody thought of',
    '▸@view-transition { navigation: auto }\n▸@what-next "x";',
    NOT_HERE,
    '"@what-next"',
  ),

  // Addresses.
  sheet('a url', 'body {\n  background: ▸url(https://elders.example/a.png)\n}', ELSEWHERE),
  sheet('a quoted url', 'body { background: red ▸url("https://elders.example/a.png") no-repeat }', ELSEWHERE),
  sheet(
    'a url with an escaped letter in its function',
    'body { background: ▸u\\72l(https://elders.example/a.png) }',
    ELSEWHERE,
  ),
  sheet('a url with all letters escaped', 'body { background: ▸\\75\\72\\6c("//elders.example/a.png") }', ELSEWHERE),
  sheet('a url in capitals', 'body { background: ▸URL(//elders.example/a.png) }', '"//elders.example/a.png"'),
  sheet('a url with escapes in its address', 'body { background: ▸url(\\68ttps://elders.example/a.png) }', ELSEWHERE),
  sheet('a url in a custom property', ':root { --a: ▸url(https://elders.example/a.png) }', ELSEWHERE),
  sheet('a url deep in a custom property', ':root { --a: { x: [ (▸url(https://elders.example/a.png)) ] } }', ELSEWHERE),
  sheet(
    'a url after which a custom property goes on',
    ':root { --a: calc(1px) var(--b, ▸url(//elders.example)) }',
    ELSEWHERE,
  ),
  sheet('a url of another file of the site', 'body { background: ▸url(../data/organisaties.json) }', ELSEWHERE),
  sheet('a url from the root', 'body { background: ▸url(/a.png) }', ELSEWHERE),
  sheet(
    'an address that begins with white space',
    'body { background: ▸url("\\a https://elders.example/a.png") }',
    ELSEWHERE,
  ),
  sheet('an address of script', 'body { background: ▸url("javascript:alert(1)") }', ELSEWHERE),
  sheet('a page in data:', 'body { background: ▸url("data:text/html;base64,PHNjcmlwdD4=") }', 'alleen een plaatje'),
  sheet(
    'a drawing in data:',
    'body { background: ▸url("data:image/svg+xml;base64,PHN2Zy8+") }',
    'in deze tekening: dit is geen SVG',
  ),
  sheet(
    'a drawing in data: that says it is a picture',
    'body { background: ▸url(data:image/png;base64,PHN2Zy8+) }',
    'dit is geen png',
  ),
  sheet('data: that is not in base64', 'body { background: ▸url("data:image/png,abc") }', 'in base64'),
  sheet(
    'a url with brackets',
    'body { background: ▸url(https://elders.example/(a).png); color: red }',
    'aanhalingstekens',
  ),
  sheet('a url with a modifier', 'body { background: ▸url("a.png" crossorigin(anonymous)) }', 'aanhalingstekens'),
  sheet('a url of a variable', 'body { background: ▸url(var(--a)) }', 'aanhalingstekens'),
  sheet('a cursor', 'a { cursor: ▸url(https://elders.example/a.cur), pointer }', ELSEWHERE),
  sheet('a filter', 'a { filter: ▸url(https://elders.example/a.svg#f) }', ELSEWHERE),
  sheet(
    'a mask, a clip and a list',
    'a { mask: ▸url(//e.example#a); clip-path: ▸url(//e.example#b); list-style: ▸url(//e.example/c) }',
    ELSEWHERE,
    ELSEWHERE,
    ELSEWHERE,
  ),
  sheet('content from elsewhere', 'a::before { content: "x" ▸url(https://elders.example/a.png) / "y" }', ELSEWHERE),
  sheet(
    'a font from elsewhere',
    '@font-face {\n  font-family: X;\n  src: local("X"), ▸url(https://elders.example/x.woff2) format("woff2")\n}',
    ELSEWHERE,
  ),
  sheet(
    'a url as the first value of a registered property',
    '@property --a { syntax: "<url>"; inherits: false; initial-value: ▸url(//elders.example/a.png) }',
    ELSEWHERE,
  ),
  sheet('a url in a condition', '@supports (background: ▸url(//elders.example/a.png)) { a { color: red } }', ELSEWHERE),
  sheet('a url in a keyframe', '@keyframes a { to { background-image: ▸url(//elders.example/a.png) } }', ELSEWHERE),
  sheet(
    'a url in a rule within a rule',
    'a { color: red; &:hover { b { background: ▸url(//elders.example/a.png) } } }',
    ELSEWHERE,
  ),

  // Functions that fetch, run code, or have effects elsewhere.
  sheet(
    'image-set',
    'body { background: ▸image-set("https://elders.example/a.png" 1x) }',
    '"image-set(…)" kan hier niet',
  ),
  sheet(
    'image-set with a prefix',
    'body { background-image: ▸-webkit-image-set(url(https://elders.example/a.png) 1x) }',
    NOT_HERE,
  ),
  sheet(
    'image-set of a variable',
    ':root { --a: "//elders.example/a.png"; background: ▸image-set(var(--a) 1x) }',
    NOT_HERE,
  ),
  sheet('src', 'body { background: ▸src("https://elders.example/a.png") }', '"src(…)" kan hier niet'),
  sheet('image', 'body { background: ▸image("https://elders.example/a.png") }', NOT_HERE),
  sheet('cross-fade', 'body { background: ▸cross-fade(url(https://elders.example/a.png), red 50%) }', NOT_HERE),
  sheet('element', 'body { background: ▸-moz-element(#inhoud) }', NOT_HERE),
  sheet('paint', 'body { background: ▸paint(worklet) }', NOT_HERE),
  sheet('env', 'body { padding: ▸env(safe-area-inset-top, url(//elders.example)) }', NOT_HERE),
  sheet('attr with a type', 'a { background: ▸attr(href type(<url>)) }', 'alleen één naam'),
  sheet(
    'attr with something to fall back on',
    'a::after { content: ▸attr(href, url(//elders.example)) }',
    'alleen één naam',
  ),
  sheet(
    'if, and a function of its own',
    'a { color: ▸if(media(print): red); width: ▸--eigen(1px) }',
    NOT_HERE,
    NOT_HERE,
  ),
  sheet('expression', 'a { width: ▸expression(alert(1)) }', NOT_HERE),
  sheet('expression with a comment in it, which is none', 'a { width: exp/**/▸ression(alert(1)) }', NOT_HERE),
  sheet(
    'a filter of Internet Explorer',
    'a { filter: progid:DXImageTransform.Microsoft.▸AlphaImageLoader(src="https://elders.example") }',
    NOT_HERE,
  ),
  sheet(
    'a function with an escape that is not listed',
    'a { background: ▸im\\61ge-set("//elders.example" 1x) }',
    NOT_HERE,
  ),

  // Properties.
  sheet(
    '-moz-binding',
    'a {\n  color: red;\n  ▸-moz-binding: url(https://elders.example/a.xml#x)\n}',
    '"-moz-binding" kan hier niet',
  ),
  sheet('behavior', 'a { ▸behavior: url(a.htc) }', '"behavior" kan hier niet'),
  sheet('behavior with an escape', 'a { ▸be\\68 avior: url(a.htc) }', '"behavior" kan hier niet'),
  sheet('a property that nobody knows', 'a { ▸what-next: 1; color: red }', '"what-next" kan hier niet'),
  sheet('a property that is misspelt', 'a { ▸colr: red }', 'bedoelde u "color"?'),
  sheet('a property with a star before it', 'a { ▸*zoom: 1; color: red }', 'dit is geen CSS'),
  sheet(
    'a property in @font-face',
    '@font-face { font-family: X; ▸color: red; src: local(X) }',
    '"color" kan hier niet',
  ),
  sheet('a property in no rule', '@media print { ▸color: red; a { color: red } }', 'staat niet bij een selector'),

  // Invalid or ambiguous CSS.
  sheet('a comment that is not closed', 'a { color: red }\n▸/* b { color: red }', 'deze opmerking is niet gesloten'),
  sheet(
    'a text that is not closed',
    'a { content: ▸"x; }\nb { background: url(//elders.example) }',
    'aanhalingsteken is niet gesloten',
  ),
  sheet('a text that goes on until the end', 'a { color: red } b { content: ▸"x', 'aanhalingsteken is niet gesloten'),
  sheet('a block that is not closed', 'a { color: red }\nb ▸{ color: red\n', '"{" is niet gesloten; zet er "}" achter'),
  sheet(
    'a bracket that is not closed',
    'a { width: ▸calc(1px + 2px; } b { background: url(//elders.example) }',
    '"(" is niet gesloten',
  ),
  sheet('a url that is not closed', 'a { background: ▸url(https://elders.example/a.png', '"(" is niet gesloten'),
  sheet('a brace too many', 'a { color: red } ▸}\nb { color: red }', '"}" hoort hier niet'),
  sheet('a semicolon after a rule', 'a { color: red }▸; b { color: red }', '";" hoort hier niet'),
  sheet('a backslash at the end', 'a { color: red } ▸\\', 'staat niets meer'),
  sheet('marks of a comment in HTML', '▸<!-- a { color: red } ▸-->', 'hoort hier niet', 'dit is geen CSS'),
  sheet('a tag of HTML', '▸<style>a { color: red }▸</style>', '"<" hoort hier niet', 'dit is geen CSS'),
  sheet('a block without a selector', '▸{ color: red }', 'zet er een selector voor'),
  sheet('a line without a value', 'a { ▸color red; width: 1px }', 'dit is geen CSS'),
  sheet('a line outside every block', '▸--accent: red;\n', 'dit is geen CSS'),
  sheet('a sign that is no text', 'a { color: red;▸\u0000 }', 'een teken dat u niet ziet'),
  sheet('a byte order mark in the middle', 'a { ▸\ufeffcolor: red }', 'een teken dat u niet ziet'),
  sheet('hundreds of blocks in each other', `${'a{'.repeat(256)}a▸{}${'}'.repeat(256)}`, 'te veel in elkaar'),

  // Everything at once: each mistake is reported once.
  sheet(
    'every mistake is told, and what is refused is told as a whole',
    [
      '▸@import url("https://elders.example/a.css") screen;',
      'a { ▸behavior: url(https://elders.example/a.htc); color: red; background: ▸image-set(url(//elders.example) 1x) }',
      'b { background: ▸url(//elders.example/b.png), ▸url(//elders.example/c.png) }',
    ].join('\n'),
    '"@import"',
    '"behavior"',
    '"image-set(…)"',
    '"//elders.example/b.png"',
    '"//elders.example/c.png"',
  ),
]);

/** All allowed, though each resembles something that is not. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['names in capitals', '@MEDIA Print { A { COLOR: RGB(0 0 0); --X: 1 } }'],
  ['names that are written with escapes', '@\\6d edia print { a { \\63 olor: \\72gb(0 0 0) } }'],
  ['an address in a text', 'a::before { content: "url(https://elders.example) @import" }'],
  ['an address in a comment', '/* @import "https://elders.example"; */ a { color: red /* url(//elders.example) */ }'],
  ['a block in a custom property', ':root { --a: { behavior: 1; b: c }; --b: ; --c:; --d: "}"; color: red }'],
  ['a custom property that ends with its block', ':root { --a: {x} y }'],
  ['rules within rules', 'a { color: red; b { color: red } &:hover, > c { color: red } @media print { color: red } }'],
  ['a selector that looks like a property', '@media print { a:hover { color: red } a :is(b) { color: red } }'],
  ['line ends of Windows, and a text over two lines', 'a {\r\n  content: "x\\\r\ny";\r\n}\r\n'],
];

for (const [title, css] of ALLOWED) {
  test(`${title} is allowed`, () => assertProblems(sheet(title, css)));
}

test.run();
