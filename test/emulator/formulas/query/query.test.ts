import { impliedFormat } from "../implied-format.ts";
import { parseFormula } from "../parse.ts";
import { hostOf, resultOf, sheetOf } from "../sheet-host.ts";

const sales = sheetOf(
  "Name | Team | Amount | Day",
  "Ann | East | 10 | 2026-03-02",
  "Bob | West | 5 | 2026-03-04",
  "ann | East | 7.5 | 2026-02-01",
  "Eve | | | 2026-03-09",
);
const host = hostOf({ Sales: sales });
const answer = (data: string, query: string, headers = "1") =>
  resultOf(`=QUERY(${data},"${query}"${headers && `,${headers}`})`, host);

test.each([
  ["select A, C where C > 6", [["Name", "Amount"], ["Ann", 10], ["ann", 7.5]]],
  ["select A where B = 'East' and not C < 8", [["Name"], ["Ann"]]],
  ["select A where B is null or (C = 5)", [["Name"], ["Bob"], ["Eve"]]],
  ["select A where B is not null order by C", [["Name"], ["Bob"], ["ann"], ["Ann"]]],
  ["select A order by C desc limit 2 offset 1", [["Name"], ["ann"], ["Bob"]]],
  ["select A where D >= date '2026-03-04'", [["Name"], ["Bob"], ["Eve"]]],
  ["select A where A contains 'nn'", [["Name"], ["Ann"], ["ann"]]],
  ["select A where A starts with 'A'", [["Name"], ["Ann"]]],
  ["select A where A matches '.*b|Eve'", [["Name"], ["Bob"], ["Eve"]]],
  ["select A where A like '_nn'", [["Name"], ["Ann"], ["ann"]]],
  ["select B, sum(C), count(A) group by B", [["Team", "sum Amount", "count Name"], [undefined, undefined, 1], ["East", 17.5, 2], ["West", 5, 1]]],
  ["select B, max(C) where C > 0 group by B order by max(C) label B 'T', max(C) 'Most'", [["T", "Most"], ["West", 5], ["East", 10]]],
  ["select avg(C), min(C) label avg(C) '', min(C) ''", [[7.5, 5]]],
  ["select A where C > 100", "Name"],
  ["select A, sum(C)", "#VALUE!"],
  ["select sum(A)", "#VALUE!"],
  ["select F", "#VALUE!"],
  ["select A where", "#VALUE!"],
  ["select A limit 1 where C > 6", "#VALUE!"],
])("%s", (query, expected) => {
  const rows = answer("A1:D5", query);
  expect(rows).toEqual(expected);
}); // prettier-ignore

test("in an array the columns are Col1, Col2 …; without headers there is no row of labels", () => {
  expect(answer("{A2:A3,C2:C3}", "select Col2 where Col1 = 'Bob'", "0")).toBe(5);
  expect(answer("A2:C3", "select Col2", "0")).toBe("#VALUE!");
  expect(answer("A2:C3", "select A where C > 99", "0")).toBe("#N/A");
});

test("the letters are those of the sheet", () =>
  expect(answer("B1:C5", "select C limit 1")).toEqual([["Amount"], [10]]));

test("cells of another type than most of their column are nothing", () => {
  const mixed = hostOf({ Mixed: sheetOf("1 | a", "2 | b", "x | c") });
  expect(resultOf('=QUERY(A1:B3,"select A, B",0)', mixed)).toEqual([[1, "a"], [2, "b"], [undefined, "c"]]); // prettier-ignore
});

test("header rows are guessed where numbers tell them", () => {
  expect(answer("A1:C5", "select A limit 1", "")).toEqual([["Name"], ["Ann"]]);
  expect(answer("C2:C4", "select sum(C)", "")).toEqual([["sum "], [22.5]]);
});

test.each([
  ["select A, C*2"],
  ["select B, sum(C) group by B pivot A"],
  ["select C format C '0'"],
  ["select A where upper(A) = 'ANN'"],
  ["select year(D)"],
])("%s is told as unknown", (query) => {
  const unknown: string[] = [];
  const telling = { ...host, unknownFunction: (name: string) => unknown.push(name) };
  expect(resultOf(`=QUERY(A1:D5,"${query}",1)`, telling)).toBe("#NAME?");
  expect(unknown).toEqual(["QUERY"]);
});

test("so is a guess of header rows among texts only", () => {
  const unknown: string[] = [];
  resultOf('=QUERY(A1:B5,"select A")', { ...host, unknownFunction: (name: string) => unknown.push(name) });
  expect(unknown).toEqual(["QUERY"]);
});

test.each([
  ["select A, D", 1, "yyyy-mm-dd"],
  ["select A, max(D) group by A", 1, "yyyy-mm-dd"],
  ["select A, count(D) group by A", 1, undefined],
  ["select *", 3, "yyyy-mm-dd"],
])("%s shows column %i under %j", (query, column, format) =>
  expect(impliedFormat(parseFormula(`=QUERY(A1:D5,"${query}",1)`), host, { row: 1, column })).toBe(format),
);
