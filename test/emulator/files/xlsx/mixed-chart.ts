import type { FileAxis, FileChart, FileSeries } from "../chart-file.ts";

const MAIN = ["111111111", "222222222"] as const;
const RIGHT = ["333333333", "444444444"] as const;
const ELEMENTS = { bars: "barChart", line: "lineChart", area: "areaChart" } as const;
/** Areas lie below columns, lines above them. */
const ORDER = ["area", "bars", "line"] as const;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** Turns the library's column chart into one that mixes kinds of series and measures some of them at the right. */
export function mixed(xml: string, chart: FileChart): string {
  const groups = ([0, 1] as const).flatMap((axis) => ORDER.map((kind) => groupOf(chart, kind, axis)));
  const hasRight = chart.series.some(({ axis }) => axis === 1);
  const right = hasRight ? rightAxes(chart.measures[1] ?? {}) : "";
  return xml
    .replace(/<c:barChart>[\s\S]*<\/c:barChart>/, () => groups.join(""))
    .replace("</c:plotArea>", () => `${right}</c:plotArea>`);
}

function groupOf(chart: FileChart, kind: FileSeries["kind"], axis: 0 | 1): string {
  const own = chart.series
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.kind === kind && one.axis === axis);
  if (own.length === 0) return "";
  const stacked = chart.stacking !== "none" && kind !== "line";
  const plain = kind === "bars" ? "clustered" : "standard";
  const grouping = !stacked ? plain : chart.stacking === "percent" ? "percentStacked" : "stacked";
  const element = ELEMENTS[kind];
  const [first, second] = axis === 0 ? MAIN : RIGHT;
  return [
    `<c:${element}>`,
    kind === "bars" ? '<c:barDir val="col"/>' : "",
    `<c:grouping val="${grouping}"/><c:varyColors val="0"/>`,
    ...own.map(({ one, index }) => seriesXml(one, index)),
    kind === "bars" ? `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}` : "",
    kind === "line" ? '<c:marker val="1"/>' : "",
    `<c:axId val="${first}"/><c:axId val="${second}"/></c:${element}>`,
  ].join("");
}

function seriesXml(series: FileSeries, index: number): string {
  const { name, kind, values, categories, color, width = 2, isDashed, isSmooth, hasPoints } = series;
  const fill = `<a:solidFill><a:srgbClr val="${color.replace("#", "").toUpperCase()}"/></a:solidFill>`;
  const line = `<a:ln w="${Math.round(width * 9525)}" cap="rnd">${fill}<a:prstDash val="${isDashed ? "dash" : "solid"}"/></a:ln>`;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escaped(name)}</c:v></c:tx>`,
    `<c:spPr>${fill}${kind === "line" ? line : ""}</c:spPr>`,
    kind === "bars" ? '<c:invertIfNegative val="0"/>' : "",
    kind === "line" ? `<c:marker><c:symbol val="${hasPoints ? "circle" : "none"}"/></c:marker>` : "",
    categories === undefined ? "" : `<c:cat><c:strRef><c:f>${escaped(categories)}</c:f></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escaped(values)}</c:f></c:numRef></c:val>`,
    kind === "line" ? `<c:smooth val="${isSmooth ? 1 : 0}"/>` : "",
    "</c:ser>",
  ].join("");
}

/** The right axis of values; the axis of categories that it needs is hidden. */
function rightAxes({ title, format, min, max }: FileAxis): string {
  const [categories, values] = RIGHT;
  const limits = [max === undefined ? "" : `<c:max val="${max}"/>`, min === undefined ? "" : `<c:min val="${min}"/>`];
  const text =
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>';
  return [
    `<c:catAx><c:axId val="${categories}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>`,
    `<c:axPos val="b"/><c:crossAx val="${values}"/><c:crosses val="autoZero"/><c:auto val="0"/></c:catAx>`,
    `<c:valAx><c:axId val="${values}"/><c:scaling><c:orientation val="minMax"/>${limits.join("")}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="r"/>${title === undefined ? "" : titleXml(title)}`,
    format === undefined ? "" : `<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/>`,
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/>${text}<c:crossAx val="${categories}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
}

const titleXml = (title: string): string =>
  '<c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr>' +
  `<a:r><a:rPr lang="en-US" sz="900" b="0"/><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
