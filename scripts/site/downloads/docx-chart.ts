/**
 * One figure in a bar chart of a document, in percent; lower and upper bounds are equal where the percentage is known.
 */
export interface PaperBar {
  readonly label: string;
  /** As shown: "83%", "79–88%". */
  readonly text: string;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Stated by a source, not computed. */
  readonly reported: boolean;
}

/** Names of the series, for the legend; only those that occur are listed. */
export interface BarNames {
  readonly sure: string;
  readonly perhaps: string;
  readonly reported: string;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML does not allow. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text escaped for an XML element or attribute. */
export function xmlText(text: string): string {
  return text.replace(NO_XML, '\uFFFD').replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

/** In English Metric Units, the unit of drawings. */
const CENTIMETRE = 360_000;
const HIGHEST = 21;

/** Height of a chart with a number of bars. */
export function heightOfBars(bars: number): number {
  return Math.round(Math.min(HIGHEST, 1.8 + 0.9 * bars) * CENTIMETRE);
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** Style of each series; solid, striped and outlined differ without colours too. */
const LOOKS = {
  sure: `${solid('0B5563')}<a:ln w="12700">${solid('0B5563')}</a:ln>`,
  perhaps: `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="0B5563"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="12700">${solid('0B5563')}</a:ln>`,
  reported: `<a:noFill/><a:ln w="25400">${solid('8A5A00')}</a:ln>`,
} as const;

type SeriesName = keyof typeof LOOKS;

function valueIn(series: SeriesName, { lower, upper, reported }: PaperBar): number | null {
  if (lower === null || upper === null) return null;
  if (series === 'reported') return reported ? lower : null;
  if (reported) return null;
  return series === 'sure' ? lower : upper > lower ? Number((upper - lower).toFixed(4)) : null;
}

function points(values: readonly (string | number | null)[]): string {
  const given = values.map((value, at) =>
    value === null ? '' : `<c:pt idx="${at}"><c:v>${typeof value === 'string' ? xmlText(value) : value}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${given.join('')}`;
}

function lettersOf(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${solid('1B2733')}</a:defRPr></a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>`;
}

/** A bar chart on a scale from 0 to 100% as a part of a document (ECMA-376, DrawingML). */
export function barsPart(bars: readonly PaperBar[], names: BarNames): string {
  const series = (Object.keys(LOOKS) as SeriesName[]).filter((name) => bars.some((bar) => valueIn(name, bar) !== null));
  const labels = points(bars.map(({ label, text }) => `${label}: ${text}`));
  const drawn = series.map(
    (name, at) =>
      `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Reeks${at + 1}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(names[name])}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr>${LOOKS[name]}</c:spPr><c:invertIfNegative val="0"/><c:cat><c:strLit>${labels}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode>${points(bars.map((bar) => valueIn(name, bar)))}</c:numLit></c:val></c:ser>`,
  );
  const letters = lettersOf(bars.length > 25 ? 600 : 900);
  const line = `<c:spPr><a:ln w="6350">${solid('7F8A95')}</a:ln></c:spPr>`;
  const legend =
    series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${lettersOf(900)}</c:legend>` : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:lang val="nl-NL"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${drawn.join('')}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${letters}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines>${line}</c:majorGridlines><c:numFmt formatCode="0&quot;%&quot;" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}${letters}<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/><c:majorUnit val="25"/></c:valAx></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}
