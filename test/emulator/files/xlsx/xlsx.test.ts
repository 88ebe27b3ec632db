import fc from "fast-check";
import type { Raw } from "../../formulas/host.ts";
import type { Block, BookFile, FileCondition, FileValidation, SheetFile } from "../book-file.ts";
import { emptySheetFile } from "../book-file.ts";
import { writeXlsx } from "./library.ts";
import { readBook } from "./read.ts";
import { writeBook } from "./write.ts";

const block = (top: number, left: number, rows = 1, columns = 1): Block => ({ top, left, rows, columns });

function bookOf(sheet: Partial<SheetFile>, rest: Partial<BookFile> = {}): BookFile {
  return { sheets: [{ ...emptySheetFile("Tickets"), ...sheet }], looks: [{}], namedAreas: [], ...rest };
}

async function again(book: BookFile): Promise<BookFile> {
  return readBook(await writeBook(book));
}

async function sheetAgain(sheet: Partial<SheetFile>, rest: Partial<BookFile> = {}): Promise<SheetFile> {
  const { sheets } = await again(bookOf(sheet, rest));
  const [first] = sheets;
  if (!first) throw new Error("The sheet is lost.");
  return first;
}

const full = (rows: Raw[][]): Raw[][] => rows.map((row) => Array.from(row, (value) => value));

test("values of every kind come back, dates as serials under their formats", async () => {
  const rows: Raw[][] = [
    ["text", 12.5, true, false, "#N/A"],
    ["007", "=not a formula", "  padded ", "two\nlines", "ünïcode ✓ 🙂"],
    [46083.375, 0.5, -3, 1e21, undefined],
    ["<b>&amp;\"'", "'apostrophe", "TRUE", "1/2", "x"],
  ];
  const looks = [{}, { numberFormat: "yyyy-MM-dd HH:mm:ss" }, { numberFormat: "h:mm AM/PM" }];
  const sheet = await sheetAgain({ rows, looks: [undefined, undefined, [1, 2], undefined] }, { looks });
  expect(full(sheet.rows)).toEqual(rows);
  expect(sheet.looks[2]?.slice(0, 2)).toEqual([1, 2]);
});

test("any texts and numbers come back", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 }).filter((value) => value !== "");
  const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), async (row) => {
      const expected = row.map((one) => (Object.is(one, -0) ? 0 : one));
      expect((await sheetAgain({ rows: [row] })).rows[0]?.map((one) => (Object.is(one, -0) ? 0 : one))).toEqual(
        expected,
      );
    }),
    { numRuns: 60 },
  );
});

test.each<[string, Raw]>([
  ['=IF(A1>1,"x","")', "x"],
  ["=SUM(A1:A3)/2", 4.5],
  ["=ARRAYFORMULA(A2:A*2)", 8],
  ['=REGEXMATCH(A1,"^""T"" ")', true],
  ["=XLOOKUP(A1,B1:B3,C1:C3)", "#N/A"],
  ['=TEXTJOIN(", ",TRUE,A1:A3)', "a, b"],
  ["='My sheet'!A1&\"_xlfn.\"", "x"],
  ["={A1;B1}", 3],
])("the formula %s comes back with its last result %j", async (text, result) => {
  const sheet = await sheetAgain({ rows: [[result]], formulas: [{ row: 0, column: 0, text }] });
  expect(sheet.formulas).toEqual([{ row: 0, column: 0, text }]);
  expect(sheet.rows).toEqual([[result]]);
});

test("what Google and Excel write around formulas is taken off again", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Sheet1",
        rows: [],
        cells: new Map([
          [
            "0,0",
            { formula: 'IFERROR(__xludf.DUMMYFUNCTION("FILTER(B:B,C:C=""x"")"),"first")', formulaResult: "first" },
          ],
          [
            "1,0",
            { formula: 'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"second")', formulaResult: "second" },
          ],
          ["2,0", { formula: "_xlfn._xlws.SORT(_xlfn.UNIQUE(B1:B3))", formulaResult: "x" }],
        ]),
      },
    ],
  });
  const { sheets } = await readBook(bytes);
  expect(sheets[0]?.formulas.map(({ text }) => text)).toEqual(['=FILTER(B:B,C:C="x")', "=SORT(UNIQUE(B1:B3))"]);
  expect(sheets[0]?.spilled).toEqual([{ row: 1, column: 0 }]);
});

test("formulas that Excel shares between cells or enters as arrays become formulas of their cells", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Sheet1",
        rows: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        cells: new Map([
          [
            "0,2",
            { formula: "A1+$B$1", formulaResult: 3, formulaType: "shared", formulaSharedIndex: 0, formulaRef: "C1:C3" },
          ],
          ["1,2", { formula: "", formulaResult: 5, formulaType: "shared", formulaSharedIndex: 0 }],
          ["2,2", { formula: "", formulaResult: 7, formulaType: "shared", formulaSharedIndex: 0 }],
          ["0,3", { formula: "A1:A2*2", formulaResult: 2, formulaType: "array", formulaRef: "D1:D2" }],
          ["1,3", { value: 6 }],
        ]),
      },
    ],
  });
  const sheet = (await readBook(bytes)).sheets[0];
  const texts = sheet?.formulas.map(({ row, column, text }) => [row, column, text]);
  expect(texts?.sort()).toEqual([
    [0, 2, "=A1+$B$1"],
    [0, 3, "=ARRAYFORMULA(A1:A2*2)"],
    [1, 2, "=A2+$B$1"],
    [2, 2, "=A3+$B$1"],
  ]);
  expect(sheet?.rows.map((row) => row[2])).toEqual([3, 5, 7]);
  expect(sheet?.spilled).toEqual([{ row: 1, column: 3 }]);
});

test("looks come back cell by cell", async () => {
  const looks: BookFile["looks"] = [
    {},
    { bold: true, background: "#efefef", wrap: true, vertical: "middle", horizontal: "center" },
    { numberFormat: "yyyy-mm-dd", fontColor: "#cc0000", italic: true, strikethrough: true, underline: true },
    { numberFormat: "@", fontFamily: "Roboto", fontSize: 14 },
    { numberFormat: "#,##0.00" },
  ];
  const rows: Raw[][] = [
    ["Ticket", "Due", "Note"],
    ["T-1", 46000, "x"],
    ["T-2", 46001, "y"],
    ["T-3", undefined, "z"],
  ];
  const grid = [[1, 1, 1], [3, 2, 0], [3, 2, 4], [3, 2, 0]]; // prettier-ignore
  const back = await again(bookOf({ rows, looks: grid }, { looks }));
  const seen = (book: BookFile) =>
    rows.map((row, r) => row.map((_, c) => book.looks[book.sheets[0]?.looks[r]?.[c] ?? 0]));
  expect(seen(back)).toEqual(grid.map((row) => row.map((index) => looks[index])));
});

test.each<FileValidation>([
  {
    blocks: [block(1, 2, 99)],
    criteria: "VALUE_IN_LIST",
    values: ["New", "On hold"],
    allowInvalid: false,
    help: "Pick one.",
  },
  { blocks: [block(1, 2, 99)], criteria: "VALUE_IN_LIST", values: ["a, b", "c"], allowInvalid: true },
  {
    blocks: [block(1, 2)],
    criteria: "VALUE_IN_LIST",
    values: Array.from({ length: 40 }, (_, i) => `agent${i}@example.org`),
    allowInvalid: true,
  },
  {
    blocks: [block(1, 0, 9), block(1, 3, 9)],
    criteria: "VALUE_IN_RANGE",
    values: [],
    source: "'My people'!$A$2:$A$9",
    allowInvalid: false,
  },
  { blocks: [block(0, 0)], criteria: "NUMBER_BETWEEN", values: [1, 5], allowInvalid: false },
  { blocks: [block(0, 0)], criteria: "NUMBER_GREATER_THAN", values: [0.5], allowInvalid: false },
  { blocks: [block(0, 0)], criteria: "DATE_ON_OR_AFTER", values: [46000], allowInvalid: true },
  { blocks: [block(0, 0)], criteria: "DATE_IS_VALID_DATE", values: [], allowInvalid: false },
  { blocks: [block(4, 1, 5)], criteria: "CHECKBOX", values: [], allowInvalid: false },
  { blocks: [block(0, 0)], criteria: "TEXT_CONTAINS", values: ['a "b" (c)'], allowInvalid: false },
  { blocks: [block(0, 0)], criteria: "TEXT_IS_VALID_EMAIL", values: [], allowInvalid: true },
  { blocks: [block(1, 0, 9)], criteria: "CUSTOM_FORMULA", values: ["=COUNTIF($A$2:$A$10,A2)=1"], allowInvalid: false },
])("the validation $criteria $values comes back", async (rule) => {
  expect((await sheetAgain({ rows: [["x"]], validations: [rule] })).validations).toEqual([rule]);
});

test.each<Pick<FileCondition, "criteria" | "values">>([
  { criteria: "CUSTOM_FORMULA", values: ['=AND($C2="Open",$H2<NOW())'] },
  { criteria: "TEXT_EQUAL_TO", values: ['Urgent "now"'] },
  { criteria: "TEXT_CONTAINS", values: ["late"] },
  { criteria: "TEXT_DOES_NOT_CONTAIN", values: ["ok"] },
  { criteria: "TEXT_STARTS_WITH", values: ["T-"] },
  { criteria: "TEXT_ENDS_WITH", values: ["!"] },
  { criteria: "CELL_EMPTY", values: [] },
  { criteria: "CELL_NOT_EMPTY", values: [] },
  { criteria: "NUMBER_GREATER_THAN", values: [5] },
  { criteria: "NUMBER_BETWEEN", values: [1, 2.5] },
  { criteria: "DATE_BEFORE", values: [46000] },
  { criteria: "DATE_BEFORE_RELATIVE", values: ["TODAY"] },
  { criteria: "DATE_AFTER_RELATIVE", values: ["PAST_WEEK"] },
])("the conditional format $criteria $values comes back with its colours", async (condition) => {
  const look = { background: "#f4cccc", fontColor: "#990000", bold: true };
  const conditions = [{ blocks: [block(1, 2, 99)], ...condition, look }];
  expect((await sheetAgain({ rows: [["x"]], conditions })).conditions).toEqual(conditions);
});

test("gradients and the order of conditional formats come back", async () => {
  const conditions: SheetFile["conditions"] = [
    { blocks: [block(1, 2, 9), block(1, 4, 9)], criteria: "CELL_EMPTY", values: [], look: { background: "#ffffff" } },
    { blocks: [block(1, 7, 9)], points: [{ color: "#57bb8a", type: "MIN" }, { color: "#ffffff", type: "PERCENTILE", value: "50" }, { color: "#e67c73", type: "NUMBER", value: "9" }] },
    { blocks: [block(1, 2, 9)], criteria: "NUMBER_LESS_THAN", values: [0], look: { italic: true } },
  ]; // prettier-ignore
  expect((await sheetAgain({ rows: [["x"]], conditions })).conditions).toEqual(conditions);
});

test("frozen rows, widths, heights, hidden parts, merges, notes, filter and colour of a sheet come back", async () => {
  const layout: Partial<SheetFile> = {
    rows: [
      ["Ticket", "Subject", "State"],
      ["T-1", "x", "{}"],
    ],
    frozenRows: 1,
    frozenColumns: 2,
    columnWidths: { 0: 90, 1: 320 },
    rowHeights: { 1: 42 },
    hiddenColumns: [2],
    hiddenRows: [1],
    merges: [block(3, 0, 1, 3)],
    notes: [{ row: 0, column: 1, text: "What it is about.\nOne line." }],
    filter: block(0, 0, 2, 3),
    tabColor: "#4285f4",
  };
  const sheet = await sheetAgain(layout);
  expect(sheet).toMatchObject(layout);
});

test("several sheets, a hidden one, named areas, locale and zone come back", async () => {
  const book: BookFile = {
    locale: "de_DE",
    timeZone: "Europe/Berlin",
    sheets: [{ ...emptySheetFile("Tickets"), rows: [["a"]] }, { ...emptySheetFile("Anna's data"), rows: [[1]], hidden: true }],
    looks: [{}],
    namedAreas: [{ name: "People", sheet: "Anna's data", block: block(0, 0, 9) }],
  };
  const back = await again(book);
  expect(back).toMatchObject({ locale: "de_DE", timeZone: "Europe/Berlin", namedAreas: book.namedAreas });
  expect(back.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([["Tickets", false], ["Anna's data", true]]);
}); // prettier-ignore
