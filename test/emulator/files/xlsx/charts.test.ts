import { unzip } from "../../services/utilities/zip.ts";
import { Book } from "../../spreadsheet/model/book.ts";
import { addChart, type ChartModel } from "../../spreadsheet/model/charts.ts";
import type { SheetFile } from "../book-file.ts";
import { fileOfBook } from "../from-model.ts";
import { bookFromFile, type BookMaker } from "../to-model.ts";
import { readBook } from "./read.ts";
import { writeBook } from "./write.ts";

const workspace: BookMaker = { createSpreadsheet: (options) => new Book({ id: "read", ...options }) };

const ROWS = [
  ["Week", "In", "Out", "Share"],
  [46027, 4, 1, 0.2],
  [46034, 6, 3, 0.5],
  [46041, 5, 8, 0.9],
];

/** A board whose chart shows the numbers of another sheet, whose name has to be quoted. */
function boardWith(type: string, options: Record<string, unknown> = {}, rest: Partial<ChartModel> = {}): Book {
  const book = new Book({ id: "board", name: "Board" });
  const [board] = book.grids;
  if (!board) throw new Error("A book has a sheet.");
  const data = book.addGrid({ name: "Ann's data & more" });
  ROWS.forEach((row, r) => row.forEach((value, c) => data.store(r, c, value)));
  data.changeLook({ top: 1, left: 0, rows: 3, columns: 1 }, (look) => ({ ...look, numberFormat: "d mmm" }));
  data.changeLook({ top: 1, left: 3, rows: 3, columns: 1 }, (look) => ({ ...look, numberFormat: "0%" }));
  addChart(board, {
    id: 0,
    type,
    ranges: [0, 1, 3].map((left) => ({ gridId: data.id, rect: { top: 0, left, rows: 4, columns: 1 } })),
    options: { title: "Weeks & <more>", width: 420, height: 252, ...options },
    position: { row: 5, column: 3, x: 30, y: 10 },
    numHeaders: 1,
    transposed: false,
    mergeStrategy: "MERGE_COLUMNS",
    hiddenDimensionStrategy: "IGNORE_BOTH",
    ...rest,
  });
  return book;
}

const sheetOf = (book: Book): SheetFile => fileOfBook(book).sheets[0]!;

async function partsOf(book: Book): Promise<Map<string, string>> {
  const entries = unzip(Buffer.from(await writeBook(fileOfBook(book))));
  return new Map(entries.map(({ name, bytes }) => [name, bytes.toString("utf8")]));
}

const RIGHT = { series: { 0: { type: "bars" }, 1: { type: "line", targetAxisIndex: 1, lineDashStyle: [4, 4] } } };

describe("charts in xlsx", () => {
  const cases: [type: string, options: Record<string, unknown>][] = [
    ["COLUMN", {}],
    ["COLUMN", { isStacked: true }],
    ["COLUMN", { isStacked: "percent" }],
    ["COLUMN", { "legend.position": "none", "vAxes.0.title": "Tickets", "hAxis.title": "Week" }],
    ["BAR", { "legend.position": "bottom" }],
    ["LINE", { pointSize: 5, curveType: "function", "vAxes.0.viewWindow": { min: 0, max: 10 } }],
    ["LINE", { "series.1.targetAxisIndex": 1 }],
    ["AREA", { isStacked: true }],
    ["COMBO", RIGHT],
    ["COMBO", { ...RIGHT, isStacked: true, "vAxes.1.title": "Share of <all>" }],
    ["SCATTER", {}],
  ];
  test.each(cases)("a %s chart with %j comes back as what it was", async (type, options) => {
    const written = fileOfBook(boardWith(type, options));
    const [before] = written.sheets[0]?.charts ?? [];
    const [after] = (await readBook(await writeBook(written))).sheets[0]?.charts ?? [];
    const short = (chart: typeof before) =>
      chart && {
        ...{ kind: chart.kind, title: chart.title, stacking: chart.stacking, legend: chart.legend },
        place: chart.place,
        ...{ domain: chart.domain.title, measure: chart.measures[0] },
        series: chart.series.map(({ name, kind, values, categories, axis, color }) =>
          chart.kind === "scatter" ? { name, values } : { name, kind, values, categories, axis, color },
        ),
      };
    expect(before).toBeDefined();
    expect(short(after)).toEqual(short(before));
  });

  test("opened again it stands over the same cells with the same options", async () => {
    const [grid] = bookFromFile(
      await readBook(await writeBook(fileOfBook(boardWith("COMBO", RIGHT)))),
      workspace,
    ).grids;
    const [chart] = grid?.parts.charts ?? [];
    expect(
      chart?.ranges.map(({ gridId, rect }) => [grid?.book.findGrid(gridId)?.name, rect.top, rect.left, rect.rows]),
    ).toEqual([0, 1, 3].map((column) => ["Ann's data & more", 1, column, 3]));
    expect(chart?.position).toEqual({ row: 5, column: 3, x: 30, y: 10 });
    expect([chart?.type, chart?.numHeaders, chart?.options["width"], chart?.options["height"]]).toEqual([
      "COMBO",
      0,
      420,
      252,
    ]);
    expect(chart?.options).toMatchObject({
      title: "Weeks & <more>",
      "series.0.type": "bars",
      "series.1.type": "line",
      "series.1.targetAxisIndex": 1,
      "series.1.lineDashStyle": [6, 4],
      "series.1.labelInLegend": "Share",
    });
  });

  test("lines over a scale of numbers become joined points, and lines again", async () => {
    const book = boardWith("LINE");
    book.grids[1]?.changeLook({ top: 1, left: 0, rows: 3, columns: 1 }, (look) => ({ ...look, numberFormat: "0" }));
    const file = fileOfBook(book);
    expect(file.sheets[0]?.charts[0]?.kind).toBe("scatter");
    const [grid] = bookFromFile(await readBook(await writeBook(file)), workspace).grids;
    expect(grid?.parts.charts[0]?.type).toBe("LINE");
  });

  test.each([
    ["a histogram", boardWith("HISTOGRAM")],
    ["a table", boardWith("TABLE")],
    ["steps", boardWith("STEPPED_AREA")],
    ["turned ranges", boardWith("COLUMN", {}, { transposed: true })],
    ["no ranges", boardWith("COLUMN", {}, { ranges: [] })],
  ])("%s: a picture", async (_, book) => {
    const sheet = sheetOf(book);
    expect([sheet.charts.length, sheet.pictures.map(({ title }) => title)]).toEqual([0, ["Weeks & <more>"]]);
    expect([...(await partsOf(book)).keys()]).toContain("xl/media/image1.png");
  });

  test("lies where it lay, to the pixel, over columns as wide as Google's", async () => {
    const parts = await partsOf(boardWith("COLUMN"));
    const numbers = [...(parts.get("xl/drawings/drawing1.xml") ?? "").matchAll(/<xdr:(?:col|row)(?:Off)?>(\d+)/g)];
    expect(numbers.map(([, number]) => Number(number))).toEqual([2, 285750, 4, 95250, 6, 476250, 16, 95250]);
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain('<row r="17" ht="15.75" customHeight="1"/>');
    expect(sheet).not.toContain('<row r="2"');
  });

  test("a sheet with charts prints on one page of A4, lying; others as they like", async () => {
    const parts = await partsOf(boardWith("COMBO", RIGHT));
    expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(
      /<pageSetUpPr fitToPage="1"\/>[\s\S]*<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"\/>/,
    );
    expect(parts.get("xl/worksheets/sheet2.xml")).not.toContain("<pageSetup");
  });
});
