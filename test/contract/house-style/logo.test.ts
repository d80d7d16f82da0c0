import { test } from 'uvu';
import { testMistakes, type Mistake } from '../../support/marked.ts';

/** A logo with a mark before each thing that is refused. */
function logo(title: string, svg: string, ...says: string[]): Mistake {
  return {
    title,
    changes: [
      ['site.yaml', 'rapporten:', 'logo: logo.svg\nrapporten:'],
      ['logo.svg', '', svg],
    ],
    says,
  };
}

const NAMES =
  'xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"';

/** A logo with this content after its first line. */
function inside(title: string, svg: string, ...says: string[]): Mistake {
  return logo(title, `<svg ${NAMES} viewBox="0 0 8 8">\n${svg}\n</svg>\n`, ...says);
}

const NOT_HERE = 'kan hier niet';
const OUTSIDE = 'een SVG haalt niets op';

testMistakes([
  // Code.
  inside('a script', '<g>\n  ▸<script>alert(1)</script>\n</g>', '"<script>" kan hier niet'),
  inside('a script under a prefix', '▸<s:script>alert(1)</s:script>', '"<s:script>" kan hier niet'),
  inside(
    'a script under a prefix of its own',
    '▸<x:script xmlns:x="http://www.w3.org/2000/svg" href="//elders.example"/>',
    NOT_HERE,
  ),
  inside(
    'a script under a prefix that is written with references',
    '▸<x:script xmlns:x="http://www.w3.org/2000/sv&#103;"/>',
    NOT_HERE,
  ),
  inside('a script of HTML', '▸<h:script src="https://elders.example/a.js"/>', NOT_HERE),
  inside(
    'a script of HTML without a prefix',
    '<g>▸<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></g>',
    NOT_HERE,
  ),
  inside(
    'a script among what a drawing program notes down',
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">▸<script/></r:RDF></metadata>',
    NOT_HERE,
  ),
  inside(
    'a script after a CDATA section that seems to go on',
    '<desc><![CDATA[<!-- ]]></desc>▸<script/><desc><![CDATA[ --> ]]></desc>',
    NOT_HERE,
  ),
  inside('a script after a comment that seems to go on', '<!-- <![CDATA[ -->▸<script/><!-- ]]> -->', NOT_HERE),
  logo('an event at the root', `<svg ${NAMES}\n  ▸onload="alert(1)"/>`, '"onload" kan hier niet'),
  inside('events of the mouse', '<rect ▸onclick="alert(1)" ▸onmouseover = "alert(1)"/>', '"onclick"', '"onmouseover"'),
  inside('an event that ends a movement', '<g ▸onbegin="alert(1)" ▸onwhatnext=""/>', NOT_HERE, NOT_HERE),
  inside(
    'an event on what a drawing program notes down',
    '<i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape" spacing="1" ▸onload="alert(1)"/>',
    NOT_HERE,
  ),
  inside(
    'a movement that sets an address of script',
    '▸<animate attributeName="href" values="java&#115;cript:alert(1)"/>',
    '"<animate>"',
  ),
  inside(
    'something that sets an address',
    '<use href="#a">▸<set attributeName="href" to="https://elders.example/a.svg#x"/></use>',
    '"<set>"',
  ),
  inside(
    'other movements',
    '▸<animateTransform attributeName="transform"/>▸<animateMotion/>▸<animateColor/>',
    NOT_HERE,
    NOT_HERE,
    NOT_HERE,
  ),
  inside(
    'a handler',
    '▸<handler xmlns="http://www.w3.org/2000/svg" type="text/javascript">alert(1)</handler>',
    NOT_HERE,
  ),
  inside(
    'an event of XML',
    '▸<e:listener xmlns:e="http://www.w3.org/2001/xml-events" event="load" handler="#x"/>',
    'haal alles weg wat met "e:" begint',
  ),
  logo(
    'an instruction to fetch a style',
    `<?xml version="1.0"?>\n▸<?xml-stylesheet href="https://elders.example/a.css" type="text/css"?>\n<svg ${NAMES}/>`,
    'xml-stylesheet',
  ),
  logo(
    'an instruction to transform',
    `▸<?xml-stylesheet type="text/xsl" href="data:text/xml;base64,PHg+"?>\n<svg ${NAMES}/>`,
    'xml-stylesheet',
  ),
  inside('an instruction of PHP', '<g>▸<?php echo 1 ?></g>', NOT_HERE),

  // Embedded pages.
  inside(
    'a page within the drawing',
    '▸<foreignObject width="8" height="8"><h:iframe src="https://elders.example/"/></foreignObject>',
    'Preserve Illustrator Editing Capabilities',
  ),
  inside('a page within the drawing, under a prefix', '▸<s:foreignObject/>', NOT_HERE),
  inside(
    'a frame',
    '▸<h:iframe src="javascript:alert(1)"/>',
    '"<h:iframe>" kan hier niet; haal alles weg wat met "h:" begint',
  ),
  inside('an object, told once for a prefix', '▸<h:object data="a.swf"/><h:embed/><h:video/>', NOT_HERE),
  inside('a formula', '▸<math xmlns="http://www.w3.org/1998/Math/MathML"><mi/></math>', NOT_HERE),
  inside(
    'parts in capitals, which are no parts of SVG',
    '▸<SCRIPT/>▸<Image href="https://elders.example"/>',
    NOT_HERE,
    NOT_HERE,
  ),
  inside(
    'sound and film',
    '▸<audio src="https://elders.example"/>▸<video/>▸<iframe/>▸<canvas/>',
    NOT_HERE,
    NOT_HERE,
    NOT_HERE,
    NOT_HERE,
  ),
  inside('a part that nobody knows', '▸<discard/>▸<what-next/>', NOT_HERE, NOT_HERE),
  inside(
    'another document',
    '▸<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="https://elders.example/a.xml"/>',
    NOT_HERE,
  ),

  // Addresses.
  inside('a link', '▸<a href="https://elders.example/"><path d="M0 0"/></a>', 'haal de link weg'),
  inside(
    'a link to script under a prefix',
    '▸<s:a xlink:href="java&#x0A;script:alert(1)"><path d="M0 0"/></s:a>',
    NOT_HERE,
  ),
  inside('a picture from elsewhere', '<image ▸href="https://elders.example/a.png"/>', OUTSIDE),
  inside(
    'a picture from elsewhere, in the old way',
    '<image width="8"\n  ▸xlink:href="http://elders.example/a.png"/>',
    OUTSIDE,
  ),
  inside(
    'a picture from elsewhere, under a prefix of its own',
    '<image xmlns:l="http://www.w3.org/1999/xlink" ▸l:href="//elders.example/a.png"/>',
    OUTSIDE,
  ),
  inside(
    'a picture of which the address has white space before it',
    '<image ▸href=" \n https://elders.example/a.png"/>',
    OUTSIDE,
  ),
  inside(
    'a picture of which the address is written with references',
    '<image ▸href="&#104;ttps&#58;//elders.example/a.png"/>',
    '"https://elders.example/a.png"',
  ),
  inside('a picture beside it', '<image ▸href="foto.png"/>', OUTSIDE),
  inside('a page as a picture', '<image ▸href="data:text/html;base64,PHNjcmlwdD4="/>', 'alleen een plaatje'),
  inside('a drawing as a picture', '<image ▸xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>', 'alleen een plaatje'),
  inside(
    'a drawing that says it is a picture',
    '<image ▸xlink:href="data:image/png;base64,PHN2Zy8+"/>',
    'dit is geen png',
  ),
  inside('another use of a picture', '<use ▸href="data:image/png;base64,iVBORw0KGgo="/>', 'alleen een plaatje'),
  inside('a part of another drawing', '<use ▸href="http://elders.example/a.svg#x"/>', OUTSIDE),
  inside('a part of a drawing in data:', '<use ▸href="data:image/svg+xml,%3Csvg id=x/%3E#x"/>', 'alleen een plaatje'),
  inside('a picture in a filter', '<filter id="f">▸<feImage href="https://elders.example/a.png"/></filter>', NOT_HERE),
  inside(
    'a gradient from elsewhere',
    '<linearGradient ▸href="https://elders.example/a.svg#g"/><pattern ▸xlink:href="a.svg#p"/>',
    OUTSIDE,
    OUTSIDE,
  ),
  inside('an address of script', '<use ▸href="javascript:alert(1)"/>', OUTSIDE),
  inside('another base', '<g ▸xml:base="https://elders.example/"><use href="#a"/></g>', '"xml:base" kan hier niet'),
  inside('another source', '<image ▸src="https://elders.example/a.png"/>', '"src" kan hier niet'),
  inside('an address to ping', '<g ▸ping="https://elders.example/" ▸formaction="x"/>', NOT_HERE, NOT_HERE),
  inside(
    'a font from elsewhere',
    '<font-face>▸<font-face-src><font-face-uri href="https://elders.example/a.svg#x"/></font-face-src></font-face>',
    NOT_HERE,
  ),
  inside('a colour profile', '▸<color-profile name="x" xlink:href="https://elders.example/a.icc"/>', NOT_HERE),

  // Styles.
  inside(
    'a style that imports',
    '<style>\n  a { fill: red }\n  ▸@import "https://elders.example/a.css";\n</style>',
    '"@import" kan hier niet',
  ),
  inside('a style under a prefix', '<s:style>▸@import "https://elders.example/a.css";</s:style>', NOT_HERE),
  inside(
    'a style that imports, written with references',
    '<style>a{} ▸&#64;im&#112;ort "x";</style>',
    '"@import" kan hier niet',
  ),
  inside(
    'a style in a CDATA section',
    '<style><![CDATA[\n  .a { fill: ▸url(https://elders.example/a.svg#x) }\n]]></style>',
    OUTSIDE,
  ),
  inside(
    'a style in parts',
    '<style>.a { fill: ▸u<!-- -->rl(https://elders.<![CDATA[example/a.svg#x)]]> }</style>',
    OUTSIDE,
  ),
  inside('a style of another kind', '<style ▸type="text/less">▸@import "x";</style>', 'alleen "text/css"', '"@import"'),
  inside('a style attribute', '<rect style="fill: red; mask: ▸url(https://elders.example/a.svg#m)"/>', OUTSIDE),
  inside(
    'a style attribute written with references',
    '<rect style="x: 1; fill: &#117;r&#x6c;(#a); mask: ▸ur&#108;(//elders.example)"/>',
    OUTSIDE,
  ),
  inside(
    'a style attribute with signs of two units before it',
    '<rect style="font-family: &quot;&#x1F600;&#128512;😀&quot;; mask: ▸url(//elders.example)"/>',
    OUTSIDE,
  ),
  inside(
    'a style attribute with an old binding',
    "<rect style='▸-moz-binding: url(https://elders.example/a.xml#x)'/>",
    NOT_HERE,
  ),
  inside('a fill from elsewhere', '<rect fill="▸url(https://elders.example/a.svg#x) red"/>', OUTSIDE),
  inside('a fill from elsewhere with an escape', '<rect fill="▸\\75rl(//elders.example/a.svg#x)"/>', OUTSIDE),
  inside(
    'a filter, a mask and a clip',
    '<g filter="▸url(http://e.example/f)" mask="▸url(//e.example)" clip-path="▸url(a.svg#c)"/>',
    OUTSIDE,
    OUTSIDE,
    OUTSIDE,
  ),
  inside('a cursor', '<g cursor="▸url(https://elders.example/a.cur), auto"/>', OUTSIDE),
  inside('a picture in a set of them', '<g style="fill: ▸image-set(\'//elders.example\' 1x)"/>', 'kan hier niet'),
  inside(
    'a font of a style from elsewhere',
    '<style>@font-face { font-family: x; src: ▸url(x.woff2) }</style>',
    OUTSIDE,
  ),
  inside('a style that is not closed', '<style>a ▸{ fill: red</style>', '"{" is niet gesloten'),

  // The document as a whole.
  logo(
    'references of its own',
    `▸<!DOCTYPE svg [<!ENTITY x "https://elders.example/">]>\n<svg ${NAMES}><use href="&x;"/></svg>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo(
    'references from elsewhere',
    `▸<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://elders.example/x.dtd"> %x;]>\n<svg ${NAMES}/>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo(
    'attributes of its own',
    `▸<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>\n<svg ${NAMES}/>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo(
    'a document type from elsewhere',
    `▸<!DOCTYPE svg SYSTEM "https://elders.example/x.dtd">\n<svg ${NAMES}/>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo(
    'a document type of HTML',
    `▸<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<svg ${NAMES}/>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo(
    'a document type of SVG from elsewhere',
    `▸<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://elders.example/svg11.dtd">\n<svg ${NAMES}/>`,
    'deze DOCTYPE kan hier niet',
  ),
  logo('another encoding', `▸<?xml version="1.0" encoding="ISO-2022-JP"?>\n<svg ${NAMES}/>`, 'encoding="UTF-8"'),
  logo('another version of XML', `▸<?xml version="1.1"?>\n<svg ${NAMES}/>`, 'version="1.0"'),
  logo('a page', '▸<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'dit is geen SVG'),
  logo('a drawing that does not say it is SVG', '▸<svg viewBox="0 0 8 8"><path d="M0 0"/></svg>', 'dit is geen SVG'),
  logo('a part that is not closed', `<svg ${NAMES}>\n  <g><path d="M0 0"/>\n▸</svg>`, '"<g>" is niet gesloten'),
  inside('an ampersand alone', '<text>a & ▸b</text>', 'hier klopt de SVG niet'),
  inside('the end of a CDATA section alone', '<text>a ▸]]> b</text>', 'hier klopt de SVG niet'),
  inside('a value without quotes', '<path d=▸M0/>', 'hier klopt de SVG niet'),
  inside('an attribute that stands there twice', '<path id="a" id="b"▸/>', 'hier klopt de SVG niet'),
  inside('a reference that is not known', '<text>a▸&nbsp;b</text>', '"&nbsp;" is niet bekend'),
  inside(
    'a prefix that is not declared, told once',
    '<g ▸inkscape:label="a"><g inkscape:label="b"/></g>',
    'nergens staat wat "inkscape:" is',
  ),
  inside(
    'names of a program that is not listed, told once for a prefix',
    '<g xmlns:x="https://elders.example/" ▸x:a="1" x:b="2"><path x:a="3"/></g>',
    'haal alles weg wat met "x:" begint',
  ),
  inside('a sign that is no text', '<text>a▸\u0001b</text>', 'een teken dat u niet ziet'),
  logo(
    'thousands of groups in each other',
    `▸<svg ${NAMES}>${'<g>'.repeat(40_000)}${'</g>'.repeat(40_000)}</svg>`,
    'te veel in elkaar',
  ),
  inside('hundreds of groups in each other', `${'<g>'.repeat(200)}▸<g>${'</g>'.repeat(201)}`, 'te veel in elkaar'),

  // Everything at once: each mistake is reported once.
  inside(
    'every mistake is told, and what is refused is told as a whole',
    [
      '▸<script href="https://elders.example/a.js" onload="alert(1)"><g onclick=""/></script>',
      '<g ▸onclick="" fill="▸url(//elders.example)" style="▸behavior: url(x)"><use ▸href="a.svg#b"/></g>',
      '▸<foreignObject><h:script/></foreignObject>',
    ].join('\n'),
    '"<script>"',
    '"onclick"',
    '"//elders.example"',
    '"behavior"',
    '"a.svg#b"',
    '"<foreignObject>"',
  ),
]);

test.run();
