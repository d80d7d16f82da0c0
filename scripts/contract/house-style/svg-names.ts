export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split('|')));
}

/** What draws, or says something of a drawing. Nothing that runs, moves, leads elsewhere, or holds a page. */
export const ELEMENTS = words(
  'circle|clipPath|defs|desc|ellipse|filter|g|image|line|linearGradient|marker|mask|metadata|path|pattern|polygon',
  'polyline|radialGradient|rect|stop|style|svg|switch|symbol|text|textPath|title|tspan|use',
  'feBlend|feColorMatrix|feComponentTransfer|feComposite|feConvolveMatrix|feDiffuseLighting|feDisplacementMap',
  'feDistantLight|feDropShadow|feFlood|feFuncA|feFuncB|feFuncG|feFuncR|feGaussianBlur|feMerge|feMergeNode',
  'feMorphology|feOffset|fePointLight|feSpecularLighting|feSpotLight|feTile|feTurbulence',
  // Letters as LibreOffice draws them.
  'font|font-face|glyph|hkern|missing-glyph',
);

/** Attributes that are neither a property of CSS nor an address. */
export const ATTRIBUTES = words(
  'baseProfile|class|id|lang|media|requiredFeatures|role|systemLanguage|tabindex|type|version|focusable',
  'clipPathUnits|gradientTransform|gradientUnits|height|markerHeight|markerUnits|markerWidth|maskContentUnits',
  'maskUnits|method|offset|orient|pathLength|patternContentUnits|patternTransform|patternUnits|points',
  'preserveAspectRatio|refX|refY|side|spacing|spreadMethod|startOffset|lengthAdjust|textLength|transform|viewBox|width',
  'cx|cy|d|dx|dy|fr|fx|fy|r|rotate|rx|ry|x|x1|x2|y|y1|y2|zoomAndPan',
  'amplitude|azimuth|baseFrequency|bias|diffuseConstant|divisor|edgeMode|elevation|exponent|filterRes|filterUnits|in',
  'in2|intercept|k1|k2|k3|k4|kernelMatrix|kernelUnitLength|limitingConeAngle|mode|numOctaves|operator|order',
  'pointsAtX|pointsAtY|pointsAtZ|preserveAlpha|primitiveUnits|radius|result|scale|seed|slope|specularConstant',
  'specularExponent|stdDeviation|stitchTiles|surfaceScale|tableValues|targetX|targetY|values|xChannelSelector',
  'yChannelSelector|z',
  'accent-height|alphabetic|ascent|bbox|cap-height|descent|glyph-name|horiz-adv-x|horiz-origin-x|horiz-origin-y|k',
  'panose-1|slope|stemh|stemv|underline-position|underline-thickness|unicode|units-per-em|u1|u2|g1|g2|x-height',
);

/** Of names with a prefix, by what it stands for. */
export const PREFIXED_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['http://www.w3.org/XML/1998/namespace', words('lang|space')],
  [XLINK, words('actuate|show|title|type')],
]);

/** What drawing programs write for themselves, and licences and titles: browsers do nothing with it. */
export const NOTES = new Set([
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  // Inkscape.
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd',
  // Adobe Illustrator, and what Adobe's programs note down.
  'http://ns.adobe.com/AdobeIllustrator/10.0/',
  'http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/',
  'http://ns.adobe.com/Extensibility/1.0/',
  'http://ns.adobe.com/Flows/1.0/',
  'http://ns.adobe.com/GenericCustomNamespace/1.0/',
  'http://ns.adobe.com/Graphs/1.0/',
  'http://ns.adobe.com/ImageReplacement/1.0/',
  'http://ns.adobe.com/SaveForWeb/1.0/',
  'http://ns.adobe.com/Variables/1.0/',
  'http://ns.adobe.com/XPath/1.0/',
  'adobe:ns:meta/',
  'http://ns.adobe.com/illustrator/1.0/',
  'http://ns.adobe.com/pdf/1.3/',
  'http://ns.adobe.com/pdfx/1.3/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/xap/1.0/g/',
  'http://ns.adobe.com/xap/1.0/g/img/',
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  'http://ns.adobe.com/xap/1.0/sType/ResourceRef#',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/Identifier/qual/1.0/',
  // CorelDRAW, Affinity, Sketch, Figma, LibreOffice, Boxy SVG, Vectornator, SVG.js.
  'http://www.corel.com/coreldraw/odm/2003',
  'http://www.serif.com/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.figma.com/figma/ns',
  'http://xml.openoffice.org/svg/export',
  'http://sun.com/xmlns/staroffice/presentation',
  'https://boxy-svg.com',
  'http://vectornator.io',
  'http://svgjs.com/svgjs',
  'http://svgjs.dev/svgjs',
]);

/** Where the document types of SVG itself are, which browsers do not fetch; and how those are called in public. */
export const DOCUMENT_TYPES = new Set([
  'http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-basic.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-tiny.dtd',
]);
export const PUBLIC_NAME = /^-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN$/;

/** Instructions of Adobe's programs to themselves, around what they note down. */
export const INSTRUCTIONS = new Set(['xpacket']);
