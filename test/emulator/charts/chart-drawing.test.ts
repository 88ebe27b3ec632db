import { drawingOf, type ChartSpec } from "./chart-drawing.ts";
import { svgOf } from "./chart-picture.ts";
import type { ChartColumn } from "./chart-table.ts";

const texts = (label: string, ...values: string[]): ChartColumn => ({
  label,
  kind: "text",
  cells: values.map((value) => ({ value, text: value })),
});
const numbers = (label: string, values: (number | undefined)[], format?: string): ChartColumn => ({
  label,
  kind: "number",
  cells: values.map((value) => ({ value, text: value === undefined ? "" : String(value) })),
  ...(format === undefined ? {} : { format }),
});
const days = (label: string, ...serials: number[]): ChartColumn => ({
  label,
  kind: "date",
  format: "d mmm",
  cells: serials.map((value) => ({ value, text: `day ${value}` })),
});

const WEEKS = [texts("Week", "w1", "w2", "w3"), numbers("In", [4, 6, undefined]), numbers("Out", [1, 3, 8], "0%")];

function draw(type: string, options: Record<string, unknown>, columns: ChartColumn[] = WEEKS) {
  const spec: ChartSpec = { type, options, table: { columns, locale: "en_US" }, inSheet: true };
  const { option, ignored } = drawingOf(spec);
  return { option: option as Record<string, never>, ignored };
}

/** What lies at a path of an option, e.g. "series.1.type". */
const at = (option: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], option);

describe("options of a chart", () => {
  const cases: [type: string, options: Record<string, unknown>, path: string, expected: unknown][] = [
    ["COLUMN", { title: "T" }, "title.text", "T"],
    ["COLUMN", { title: "T", titlePosition: "none" }, "title.show", false],
    ["COLUMN", {}, "xAxis.data", ["w1", "w2", "w3"]],
    ["COLUMN", {}, "series.0.data", [4, 6, null]],
    ["COLUMN", {}, "series.1.name", "Out"],
    ["COLUMN", { "series.1.labelInLegend": "Done" }, "series.1.name", "Done"],
    ["COLUMN", {}, "color.0", "#4285f4"],
    ["COLUMN", { colors: ["#111111"] }, "series.1.itemStyle.color", "#111111"],
    ["COLUMN", { series: { 1: { color: "red" } } }, "series.1.itemStyle.color", "red"],
    ["COLUMN", { series: [{}, { color: "red" }] }, "series.1.itemStyle.color", "red"],
    ["COLUMN", { isStacked: true }, "series.0.stack", "bars 0"],
    ["COLUMN", { isStacked: "percent" }, "series.1.data", [0.2, 3 / 9, 1]],
    ["COLUMN", { isStacked: "percent" }, "yAxis.0.max", 1],
    ["COLUMN", { useFirstColumnAsDomain: false }, "xAxis.data", ["1", "2", "3"]],
    ["COLUMN", { "hAxis.slantedText": true, "hAxis.slantedTextAngle": 60 }, "xAxis.axisLabel.rotate", 60],
    ["COLUMN", { width: 100 }, "xAxis.axisLabel.rotate", 0],
    ["COLUMN", { width: 50 }, "xAxis.axisLabel.rotate", 30],
    ["COLUMN", { width: 50, "hAxis.slantedText": false }, "xAxis.axisLabel.rotate", 0],
    ["COLUMN", { "bar.groupWidth": "80%" }, "series.0.barCategoryGap", "20%"],
    ["COLUMN", { reverseCategories: true }, "xAxis.inverse", true],
    ["BAR", {}, "yAxis.data", ["w1", "w2", "w3"]],
    ["BAR", {}, "yAxis.inverse", true],
    ["BAR", { "hAxis.title": "n" }, "xAxis.0.name", "n"],
    ["LINE", { vAxes: { 0: { title: "Tickets" } } }, "yAxis.0.name", "Tickets"],
    ["LINE", { "vAxes.0.viewWindow": { min: 0.5, max: 1 } }, "yAxis.0.min", 0.5],
    ["LINE", { "vAxes.0.logScale": true }, "yAxis.0.type", "log"],
    ["LINE", { curveType: "function" }, "series.0.smooth", 0.35],
    ["LINE", { pointSize: 6 }, "series.0.symbolSize", 6],
    ["LINE", {}, "series.0.showSymbol", false],
    ["LINE", { "series.0.lineDashStyle": [4, 2], "series.0.lineWidth": 5 }, "series.0.lineStyle", { color: "#4285f4", width: 5, type: [4, 2] }],
    ["LINE", { isStacked: true }, "series.0.stack", undefined],
    ["AREA", { areaOpacity: 0.7 }, "series.0.areaStyle.opacity", 0.7],
    ["STEPPED_AREA", {}, "series.0.step", "middle"],
    ["COMBO", {}, "series.0.type", "line"],
    ["COMBO", { seriesType: "bars", series: { 1: { type: "line", targetAxisIndex: 1 } } }, "series.0.type", "bar"],
    ["COMBO", { seriesType: "bars", series: { 1: { type: "line", targetAxisIndex: 1 } } }, "series.1.yAxisIndex", 1],
    ["COMBO", { "series.1.targetAxisIndex": 1 }, "yAxis.1.position", "right"],
    ["COLUMN", { "legend.position": "none" }, "legend.show", false],
    ["COLUMN", { legend: "none" }, "legend.show", false],
    ["COLUMN", { legend: { position: "bottom" } }, "legend.bottom", 8],
    ["COLUMN", { "series.0.visibleInLegend": false }, "legend.data", ["Out"]],
    ["COLUMN", { chartArea: { left: "10%", top: 20, width: "80%", height: 100 } }, "grid", { left: 60, top: 20, width: 480, height: 100, outerBoundsMode: "none", outerBoundsContain: "all" }],
    ["PIE", {}, "series.0.data.1.name", "w2"],
    ["PIE", { pieHole: 0.5 }, "series.0.data.length", 2],
    ["PIE", { "slices.1.color": "red" }, "series.0.data.1.itemStyle.color", "red"],
    ["HISTOGRAM", { "histogram.bucketSize": 5 }, "xAxis.data", ["0 – 5", "5 – 10"]],
    ["HISTOGRAM", { "histogram.bucketSize": 5 }, "series.0.data", [1, 1]],
    ["TABLE", {}, "graphic.length", 16],
  ]; // prettier-ignore
  test.each(cases)("%s %j: %s", (type, options, path, expected) => {
    expect(at(draw(type, options).option, path)).toEqual(expected);
  });

  test.each([
    ["LINE", "time", [Date.UTC(2026, 0, 5), 1], [days("Day", 46027, 46034), numbers("n", [1, 2])]],
    ["LINE", "value", [0.5, 1], [numbers("Hours", [0.5, 9]), numbers("n", [1, 2])]],
    ["COLUMN", "category", 1, [days("Day", 46027, 46034), numbers("n", [1, 2])]],
    ["SCATTER", "value", [0.5, 1], [numbers("Hours", [0.5, 9]), numbers("n", [1, 2])]],
  ] as const)("%s over a %s axis", (type, axis, first, columns) => {
    const { option } = draw(type, {}, [...columns]);
    expect([at(option, "xAxis.type"), at(option, "series.0.data.0")]).toEqual([axis, first]);
  });

  test("the places of a time axis are named in the format of their column", () => {
    const { option } = draw("LINE", {}, [days("Day", 46027, 46034), numbers("n", [1, 2])]);
    const write = at(option, "xAxis.axisLabel.formatter") as (ms: number) => string;
    expect(write(Date.UTC(2026, 0, 5))).toBe("5 Jan");
  });

  test.each([
    ["the column's own format", {}, "yAxis.1.axisLabel.formatter", 0.25, "25%"],
    ["a pattern", { "vAxes.0.format": "#,##0.0" }, "yAxis.0.axisLabel.formatter", 1234.56, "1,234.6"],
    ["a format that Google names", { "vAxes.0.format": "short" }, "yAxis.0.axisLabel.formatter", 12_500, "12.5K"],
    ["no format: no digits of rounding", {}, "yAxis.0.axisLabel.formatter", 0.1 + 0.2, "0.3"],
  ])("numbers of an axis: %s", (_, options, path, value, expected) => {
    const { option } = draw("COMBO", { ...options, "series.1.targetAxisIndex": 1 });
    expect((at(option, path) as (value: number) => string)(value)).toBe(expected);
  });

  test("a linear trend is the nearest straight line", () => {
    const columns = [numbers("x", [0, 1, 2]), numbers("y", [1, 3, 5])];
    const { option } = draw("SCATTER", { "trendlines.0.type": "linear" }, columns);
    expect(at(option, "series.1.data")).toEqual([[0, 1], [2, 5]]); // prettier-ignore
  });

  test("options without a part in the drawing are listed, known ones are not", () => {
    const options = {
      tooltip: { isHtml: true },
      "vAxis.title": "n",
      "hAxis.title": "Week",
      animation: { duration: 5 },
    };
    expect(draw("COLUMN", options).ignored).toEqual(["tooltip.isHtml", "vAxis.title", "animation.duration"]);
  });
});

describe("charts without numbers", () => {
  const types = ["COLUMN", "BAR", "LINE", "AREA", "COMBO", "STEPPED_AREA", "PIE", "SCATTER", "HISTOGRAM", "TABLE"];
  const tables: [string, ChartColumn[]][] = [
    ["no column", []],
    ["no row", [texts("Week"), numbers("n", [])]],
    ["only empty cells", [texts("Week", "w1"), numbers("n", [undefined])]],
  ];
  test.each(types.flatMap((type) => tables.map(([what, columns]) => [type, what, columns] as const)))(
    "a %s chart with %s is a frame with its title",
    (type, _, columns) => {
      const spec: ChartSpec = {
        type,
        options: { title: "Nothing <yet>" },
        table: { columns, locale: "en_US" },
        inSheet: true,
      };
      expect(svgOf(drawingOf(spec))).toContain("Nothing &lt;yet&gt;");
    },
  );
});
