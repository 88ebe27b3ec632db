import { FormulaSyntaxError } from "./tokens.ts";
import { parseFormula, referencesOf } from "./parse.ts";
import { writeReference } from "./reference.ts";
import { hostOf, resultOf, sheetOf } from "./sheet-host.ts";

const host = hostOf({
  Sheet1: sheetOf(
    "apple | 3 | TRUE | 2026-03-02",
    "pear | 5 | FALSE | 2026-03-09",
    "Apple | 7 | | 2026-04-01",
    "#N/A | | | ",
  ),
  "My data": sheetOf("10", "20"),
});

test.each([
  ["=1+2*3", 7],
  ["=(1+2)*3", 9],
  ["=-2^2", 4],
  ["=0-2^2", -4],
  ["=2^3^2", 64],
  ["=50%+1", 1.5],
  ["=10%%", 0.001],
  ["=2*-3", -6],
  ["=+5", 5],
  ['="a"&1&TRUE', "a1TRUE"],
  ['="say ""hi"""', 'say "hi"'],
  ["=1=1", true],
  ['="a"="A"', true],
  ['="a"<"B"', true],
  ["=0.1+0.2=0.3", true],
  ["=1<>2", true],
  ['=2<"a"', true],
  ["=1,5", "#ERROR!"],
  ["=E1=0", true],
  ['=E1=""', true],
  ['=""=0', false],
  ['=""+1', "#VALUE!"],
  ['="3"+1', 4],
  ['="1/2/2026"+1', 46025],
  ["=TRUE+1", 2],
  ["=1/0", "#DIV/0!"],
  ["=(-8)^0.5", "#NUM!"],
  ["=A1+1", "#VALUE!"],
  ["=A4", "#N/A"],
  ["=A4+1", "#N/A"],
  ['=A4&"x"', "#N/A"],
  ["=B1+B2", 8],
  ["=E9", ""],
  ["='My data'!A2/A9", "#DIV/0!"],
  ["='My data'!A2", 20],
  ["=Nowhere!A1", "#REF!"],
  ["=#REF!+1", "#REF!"],
  ["=nonsense", "#NAME?"],
  ["=NOPE(1)", "#NAME?"],
  ["=SUM(prices)", 15],
  ["=SUM()", "#N/A"],
  ["=SUM(B1:B, 1)", 16],
  ["=SUM(B1:B3;1)", 16],
  ["=SUM($B$1:$B$2)", 8],
  ["=SUM(1:1)", 46086],
  ["=TRUE()", true],
])("%s is %j", (formula, expected) => {
  const result = () => resultOf(formula, host);
  if (expected === "#ERROR!") expect(result).toThrow(FormulaSyntaxError);
  else expect(result()).toEqual(expected);
});

test.each([
  ["={1,2;3,4}", [[1, 2], [3, 4]]],
  ["={1\\2}", [[1, 2]]],
  ["={B1:B2}", [[3], [5]]],
  ["={B1:B2,A1:A2}", [[3, "apple"], [5, "pear"]]],
  ["={1,2;3}", "#VALUE!"],
  ["=ARRAYFORMULA(B1:B3*2)", [[6], [10], [14]]],
  ['=ARRAYFORMULA(IF(B1:B3>4,"big",B1:B3))', [[3], ["big"], ["big"]]],
  ["=ARRAYFORMULA(LEFT(A1:A2,2))", [["ap"], ["pe"]]],
  ["=ARRAYFORMULA(SUM(B1:B3*2))", 30],
  ["=ARRAYFORMULA(B1:B2+{10,20})", [[13, 23], [15, 25]]],
  ['=ARRAYFORMULA(IF(B1:B5="",,B1:B5))', [[3], [5], [7], [undefined], [undefined]]],
  ['=ARRAYFORMULA(IF(B3:B4="","",B3:B4))', [[7], [""]]],
  ["=ARRAYFORMULA(B1:B3+B1:B2)", [[6], [10], ["#N/A"]]],
  ["=ARRAYFORMULA(IFERROR(A1:A4,\"-\"))", [["apple"], ["pear"], ["Apple"], ["-"]]],
])("%s spills %j", (formula, expected) => {
  expect(resultOf(formula, host)).toEqual(expected);
}); // prettier-ignore

test("outside an array context a range is cut by the formula's own row or column", () => {
  const inRow2 = { ...host, row: 1 };
  expect(resultOf("=B1:B3*2", inRow2)).toBe(10);
  expect(resultOf("=B1:B3", inRow2)).toBe(5);
  expect(resultOf("=A2:D2", { ...host, row: 8, column: 1 })).toBe(5);
  expect(resultOf("=B1:B3*2", { ...host, row: 20 })).toBe("#VALUE!");
  expect(resultOf("=A1:B3", inRow2)).toBe("#VALUE!");
});

test("an unknown function is told by its name, even where IFERROR hides it", () => {
  const unknown: string[] = [];
  const asking = { ...host, unknownFunction: (name: string) => unknown.push(name) };
  expect(resultOf('=IFERROR(GOOGLEFINANCE("GOOG"), 0)', asking)).toBe(0);
  expect(unknown).toEqual(["GOOGLEFINANCE"]);
});

test("with a decimal comma the comma belongs to numbers and the backslash separates columns", () => {
  expect(parseFormula("=1,5+2", true)).toMatchObject({ left: { value: 1.5 } });
  expect(parseFormula("={1\\2;3\\4}", true)).toMatchObject({
    rows: [
      [{ value: 1 }, { value: 2 }],
      [{}, {}],
    ],
  });
});

test.each(["=1+", "=(1", "=SUM(1", "=1 2", "=A1:", "={1,2", '="open', "=1 555 010", "=- a bullet"])(
  "%s can't be parsed",
  (formula) => {
    expect(() => parseFormula(formula)).toThrow(FormulaSyntaxError);
  },
);

test("the references of a formula come in order", () => {
  const references = referencesOf(parseFormula("=IF($A1>0,SUM('My data'!B:B),-{C1;D$2:D})%"));
  expect(references.map(writeReference)).toEqual(["$A1", "'My data'!B:B", "C1", "D$2:D"]);
});
