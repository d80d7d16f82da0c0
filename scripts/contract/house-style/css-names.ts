function names(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split('|')));
}

/**
 * CSS properties for pages, print and drawings; without those for scroll-driven animation and those that few browsers
 * support.
 */
export const PROPERTIES = names(
  'accent-color|align-content|align-items|align-self|all|animation|animation-composition|animation-delay',
  'animation-direction|animation-duration|animation-fill-mode|animation-iteration-count|animation-name',
  'animation-play-state|animation-timing-function|appearance|aspect-ratio|backdrop-filter|backface-visibility',
  'background|background-attachment|background-blend-mode|background-clip|background-color|background-image',
  'background-origin|background-position|background-position-x|background-position-y|background-repeat',
  'background-size|block-size|border|border-block|border-block-color|border-block-end|border-block-end-color',
  'border-block-end-style|border-block-end-width|border-block-start|border-block-start-color',
  'border-block-start-style|border-block-start-width|border-block-style|border-block-width|border-bottom',
  'border-bottom-color|border-bottom-left-radius|border-bottom-right-radius|border-bottom-style|border-bottom-width',
  'border-collapse|border-color|border-end-end-radius|border-end-start-radius|border-image|border-image-outset',
  'border-image-repeat|border-image-slice|border-image-source|border-image-width|border-inline|border-inline-color',
  'border-inline-end|border-inline-end-color|border-inline-end-style|border-inline-end-width|border-inline-start',
  'border-inline-start-color|border-inline-start-style|border-inline-start-width|border-inline-style',
  'border-inline-width|border-left|border-left-color|border-left-style|border-left-width|border-radius|border-right',
  'border-right-color|border-right-style|border-right-width|border-spacing|border-start-end-radius',
  'border-start-start-radius|border-style|border-top|border-top-color|border-top-left-radius',
  'border-top-right-radius|border-top-style|border-top-width|border-width|bottom|box-decoration-break|box-shadow',
  'box-sizing|break-after|break-before|break-inside|caption-side|caret|caret-color|clear|clip|clip-path|color',
  'color-scheme|column-count|column-fill|column-gap|column-rule|column-rule-color|column-rule-style',
  'column-rule-width|column-span|column-width|columns|contain|container|container-name|container-type|content',
  'content-visibility|counter-increment|counter-reset|counter-set|cursor|direction|display|empty-cells|field-sizing',
  'filter|flex|flex-basis|flex-direction|flex-flow|flex-grow|flex-shrink|flex-wrap|float|font|font-family',
  'font-feature-settings|font-kerning|font-optical-sizing|font-size|font-size-adjust|font-stretch|font-style',
  'font-synthesis|font-synthesis-position|font-synthesis-small-caps|font-synthesis-style|font-synthesis-weight',
  'font-variant|font-variant-alternates|font-variant-caps|font-variant-east-asian|font-variant-ligatures',
  'font-variant-numeric|font-variant-position|font-variation-settings|font-weight|font-width|forced-color-adjust',
  'gap|grid|grid-area|grid-auto-columns|grid-auto-flow|grid-auto-rows|grid-column|grid-column-end|grid-column-gap',
  'grid-column-start|grid-gap|grid-row|grid-row-end|grid-row-gap|grid-row-start|grid-template|grid-template-areas',
  'grid-template-columns|grid-template-rows|height|hyphenate-character|hyphens|image-orientation|image-rendering',
  'inline-size|inset|inset-block|inset-block-end|inset-block-start|inset-inline|inset-inline-end|inset-inline-start',
  'interpolate-size|isolation|justify-content|justify-items|justify-self|left|letter-spacing|line-break|line-height',
  'list-style|list-style-image|list-style-position|list-style-type|margin|margin-block|margin-block-end',
  'margin-block-start|margin-bottom|margin-inline|margin-inline-end|margin-inline-start|margin-left|margin-right',
  'margin-top|mask|mask-clip|mask-composite|mask-image|mask-mode|mask-origin|mask-position|mask-repeat|mask-size',
  'max-block-size|max-height|max-inline-size|max-width|min-block-size|min-height|min-inline-size|min-width',
  'mix-blend-mode|object-fit|object-position|opacity|order|orphans|outline|outline-color|outline-offset',
  'outline-style|outline-width|overflow|overflow-anchor|overflow-clip-margin|overflow-wrap|overflow-x|overflow-y',
  'overscroll-behavior|overscroll-behavior-block|overscroll-behavior-inline|overscroll-behavior-x',
  'overscroll-behavior-y|padding|padding-block|padding-block-end|padding-block-start|padding-bottom|padding-inline',
  'padding-inline-end|padding-inline-start|padding-left|padding-right|padding-top|page|page-break-after',
  'page-break-before|page-break-inside|perspective|perspective-origin|place-content|place-items|place-self',
  'pointer-events|position|print-color-adjust|quotes|resize|right|rotate|row-gap|ruby-align|ruby-position|scale',
  'scroll-behavior|scroll-margin|scroll-margin-block|scroll-margin-block-end|scroll-margin-block-start',
  'scroll-margin-bottom|scroll-margin-inline|scroll-margin-inline-end|scroll-margin-inline-start|scroll-margin-left',
  'scroll-margin-right|scroll-margin-top|scroll-padding|scroll-padding-block|scroll-padding-block-end',
  'scroll-padding-block-start|scroll-padding-bottom|scroll-padding-inline|scroll-padding-inline-end',
  'scroll-padding-inline-start|scroll-padding-left|scroll-padding-right|scroll-padding-top|scroll-snap-align',
  'scroll-snap-stop|scroll-snap-type|scrollbar-color|scrollbar-gutter|scrollbar-width|shape-image-threshold',
  'shape-margin|shape-outside|tab-size|table-layout|text-align|text-align-last|text-autospace|text-combine-upright',
  'text-decoration|text-decoration-color|text-decoration-line|text-decoration-skip-ink|text-decoration-style',
  'text-decoration-thickness|text-emphasis|text-emphasis-color|text-emphasis-position|text-emphasis-style',
  'text-indent|text-justify|text-orientation|text-overflow|text-rendering|text-shadow|text-size-adjust',
  'text-transform|text-underline-offset|text-underline-position|text-wrap|text-wrap-mode|text-wrap-style|top',
  'touch-action|transform|transform-box|transform-origin|transform-style|transition|transition-delay',
  'transition-duration|transition-property|transition-timing-function|translate|unicode-bidi|user-select',
  'vertical-align|visibility|white-space|white-space-collapse|widows|width|will-change|word-break|word-spacing',
  'word-wrap|writing-mode|z-index',
  'color-adjust|overflow-block|overflow-inline|text-decoration-skip',
  // For drawings.
  'alignment-baseline|baseline-shift|clip-rule|color-interpolation|color-interpolation-filters|color-rendering|cx',
  'cy|d|dominant-baseline|fill|fill-opacity|fill-rule|flood-color|flood-opacity|lighting-color|marker|marker-end',
  'marker-mid|marker-start|mask-type|paint-order|r|rx|ry|shape-rendering|stop-color|stop-opacity|stroke',
  'stroke-dasharray|stroke-dashoffset|stroke-linecap|stroke-linejoin|stroke-miterlimit|stroke-opacity|stroke-width',
  'text-anchor|vector-effect|x|y',
  '-inkscape-font-specification|-inkscape-stroke|block-progression|color-profile|enable-background',
  'glyph-orientation-horizontal|glyph-orientation-vertical|kerning|shape-inside|shape-padding|shape-subtract',
  'solid-color|solid-opacity|stroke-color',
  // Only known with a browser's prefix.
  '-moz-osx-font-smoothing|-ms-overflow-style|-webkit-box-orient|-webkit-font-smoothing|-webkit-line-clamp',
  '-webkit-overflow-scrolling|-webkit-tap-highlight-color|-webkit-text-fill-color|-webkit-text-stroke',
  '-webkit-text-stroke-color|-webkit-text-stroke-width|-webkit-touch-callout',
);

/** Properties that can be set directly in a block; null if a block may contain only rules. */
export type Settable = ReadonlySet<string> | null;

const FONT_FACE = names(
  'ascent-override|descent-override|font-display|font-family|font-feature-settings|font-language-override',
  'font-stretch|font-style|font-variant|font-variation-settings|font-weight|font-width|line-gap-override',
  'size-adjust|src|unicode-range',
);

const PAGE = new Set([...PROPERTIES, 'marks', 'bleed', 'page-orientation', 'size']);

/**
 * At-rules, each with the properties that can be set directly in its block: `around` for the same as outside the block,
 * null if the block may contain only rules.
 */
export const AT_RULES: ReadonlyMap<string, Settable | 'around'> = new Map<string, Settable | 'around'>([
  ['charset', null],
  ['container', 'around'],
  ['font-face', FONT_FACE],
  ['keyframes', null],
  ['-webkit-keyframes', null],
  ['layer', 'around'],
  ['media', 'around'],
  ['page', PAGE],
  ['property', names('inherits|initial-value|syntax')],
  ['supports', 'around'],
  ...[
    'top-left-corner|top-left|top-center|top-right|top-right-corner',
    'bottom-left-corner|bottom-left|bottom-center|bottom-right|bottom-right-corner',
    'left-top|left-middle|left-bottom|right-top|right-middle|right-bottom',
  ].flatMap((line) => line.split('|').map((name) => [name, PROPERTIES] as const)),
]);

/**
 * Functions in values, selectors and conditions. None of them fetches anything; arguments of `url()` and `attr()` are
 * checked separately.
 */
export const FUNCTIONS = names(
  // Numbers.
  'abs|acos|asin|atan|atan2|calc|clamp|cos|exp|hypot|log|max|min|mod|pow|rem|round|sign|sin|sqrt|tan|var',
  // Colours.
  'color|color-mix|hsl|hsla|hwb|lab|lch|light-dark|oklab|oklch|rgb|rgba',
  'conic-gradient|linear-gradient|radial-gradient',
  'repeating-conic-gradient|repeating-linear-gradient|repeating-radial-gradient',
  'blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia',
  // Shapes and movements.
  'circle|ellipse|inset|path|polygon|rect|xywh',
  'matrix|matrix3d|perspective|rotate|rotate3d|rotatex|rotatey|rotatez|scale|scale3d|scalex|scaley|scalez',
  'skew|skewx|skewy|translate|translate3d|translatex|translatey|translatez',
  'cubic-bezier|linear|steps',
  // Layout and text.
  'counter|counters|fit-content|minmax|repeat',
  // Fonts.
  'format|local|tech',
  // Selectors and conditions.
  'dir|has|host|is|lang|not|nth-child|nth-last-child|nth-last-of-type|nth-of-type|selector|style|where',
);

/** Whether a name is listed, with or without a browser's prefix. */
export function isListed(list: ReadonlySet<string>, name: string): boolean {
  return list.has(name) || list.has(name.replace(/^-(?:moz|ms|o|webkit)-/, ''));
}
