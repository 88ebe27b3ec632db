import { impliedFormat } from "./implied-format.ts";
import { parseFormula } from "./parse.ts";
import { hostOf } from "./sheet-host.ts";

/** Column A dates, B money, C percentages, D plain. */
const FORMATS = ["yyyy-mm-dd", '"$"#,##0.00', "0%", ""];
const host = hostOf({ Sheet1: [] }, { format: (_, __, column) => FORMATS[column] ?? "" });

test.each([
  ["=TODAY()", "M/d/yyyy"],
  ["=NOW()", "M/d/yyyy H:mm:ss"],
  ["=TODAY()+7", "M/d/yyyy"],
  ["=A1", "yyyy-mm-dd"],
  ["=A1+D1", "yyyy-mm-dd"],
  ["=A1-A2", undefined],
  ["=TODAY()-A1", undefined],
  ['=IF(D1=1,"",A1)', "yyyy-mm-dd"],
  ["=MAX(A1:A9)", "yyyy-mm-dd"],
  ["=COUNT(A1:A9)", undefined],
  ["=YEAR(A1)", undefined],
  ['=IFERROR(VLOOKUP("x",D1:F9,2,FALSE),"")', undefined],
  ["=VLOOKUP(1,A1:B9,2)", '"$"#,##0.00'],
  ["=XLOOKUP(1,D1:D9,A1:A9)", "yyyy-mm-dd"],
  ["=ARRAYFORMULA(A1:A3+1)", "yyyy-mm-dd"],
  ["=B1*C1", '"$"#,##0.00'],
  ["=B1/B2", undefined],
  ["=SUM(B1:B9)", '"$"#,##0.00'],
  ['=A1&""', undefined],
  ["=A1>A2", undefined],
  ["=LET(x,1,A1)", "yyyy-mm-dd"],
  ["=WORKDAY(A1,3)", "M/d/yyyy"],
  ["=TO_DATE(D1)", "M/d/yyyy"],
])("%s shows under %j", (formula, format) => {
  expect(impliedFormat(parseFormula(formula), host)).toBe(format);
});

/** As above under a header row, which has no format. */
const table = hostOf({ Sheet1: [] }, { format: (_, row, column) => (row === 0 ? "" : (FORMATS[column] ?? "")) });

test.each([
  ["=FILTER(A1:D9,D1:D9>1)", 3, 0, "yyyy-mm-dd"],
  ["=FILTER(A1:D9,D1:D9>1)", 0, 1, '"$"#,##0.00'],
  ["=FILTER(A1:D9,D1:D9>1)", 2, 3, undefined],
  ["=SORT(FILTER(A1:D,D1:D>1),1,TRUE)", 5, 2, "0%"],
  ["=UNIQUE(B2:B9)", 4, 0, '"$"#,##0.00'],
  ["=ARRAYFORMULA(A2:A9+1)", 2, 0, "yyyy-mm-dd"],
  ['=ARRAYFORMULA(IF(D2:D9=1,"",A2:A9))', 2, 0, "yyyy-mm-dd"],
  ["={D2:D4,A2:A4}", 1, 1, "yyyy-mm-dd"],
  ["={D2:D4;A2:A4}", 1, 0, undefined],
  ["={D2:D4;A2:A4}", 3, 0, "yyyy-mm-dd"],
  ["=TRANSPOSE(A1:D9)", 1, 0, '"$"#,##0.00'],
  ["=INDEX(A1:D9,3)", 0, 2, "0%"],
  ["=INDEX(A1:D9,3,2)", 0, 0, '"$"#,##0.00'],
  ["=CHOOSECOLS(A1:D9,3,2)", 0, 1, '"$"#,##0.00'],
  ["=HSTACK(D1:D9,A2:A9)", 0, 1, "yyyy-mm-dd"],
  ["=VSTACK(A2:B9,A2:B9)", 12, 0, "yyyy-mm-dd"],
  ["=VLOOKUP(1,D:G,2)", 0, 0, undefined],
  ["=VLOOKUP(1,A:B,2,FALSE)", 0, 0, '"$"#,##0.00'],
  ["=XLOOKUP(1,D1:D9,A1:B9)", 0, 1, '"$"#,##0.00'],
])("%s shows its row %i and column %i under %j", (formula, row, column, format) => {
  expect(impliedFormat(parseFormula(formula), table, { row, column })).toBe(format);
});
