import { fromR1C1, toR1C1 } from "./r1c1.ts";
import type { SheetEdit } from "./shift.ts";
import { shiftFormula } from "./shift.ts";
import { translateFormula } from "./translate.ts";

test.each([
  ["=A1+$A$1", 1, 1, "=B2+$A$1"],
  ["=A$1+$A1", 2, 3, "=D$1+$A3"],
  ["=SUM(A2:A)", 1, 1, "=SUM(B3:B)"],
  ["=SUM(B:B, 3:4)", 1, 1, "=SUM(C:C, 4:5)"],
  ["=A1", -1, 0, "=#REF!"],
  ["='My sheet'!A1 & \"A1\"", 1, 0, "='My sheet'!A2 & \"A1\""],
  ["=VLOOKUP( A1 ; Data!$A:$C ; 2 )", 1, 0, "=VLOOKUP( A2 ; Data!$A:$C ; 2 )"],
  ["=LOG10(A1)", 1, 0, "=LOG10(A2)"],
  ["=total1a + A1x", 1, 0, "=total1a + A1x"],
  ["=1 +", 1, 0, "=1 +"],
])("%s moved by %d, %d is %s", (formula, rows, columns, expected) => {
  expect(translateFormula(formula, rows, columns)).toBe(expected);
});

const lines = (
  kind: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns",
  at: number,
  count: number,
): SheetEdit => ({
  kind,
  sheet: "Tickets",
  at,
  count,
});
const move = (kind: "moveRows" | "moveColumns", at: number, count: number, to: number): SheetEdit => ({
  kind,
  sheet: "Tickets",
  at,
  count,
  to,
});

test.each<[string, SheetEdit, string]>([
  ["=A1+A5", lines("insertRows", 2, 3), "=A1+A8"],
  ["=SUM(A1:A5)", lines("insertRows", 2, 1), "=SUM(A1:A6)"],
  ["=SUM(A1:A5)", lines("insertRows", 5, 1), "=SUM(A1:A5)"],
  ["=SUM(A2:A5)", lines("insertRows", 1, 1), "=SUM(A3:A6)"],
  ["=$A$5", lines("insertRows", 0, 1), "=$A$6"],
  ["=SUM(A2:A)", lines("insertRows", 0, 1), "=SUM(A3:A)"],
  ["=SUM(A:C)", lines("insertRows", 0, 1), "=SUM(A:C)"],
  ["=SUM(A:C)", lines("insertColumns", 1, 1), "=SUM(A:D)"],
  ["=A3", lines("deleteRows", 2, 1), "=#REF!"],
  ["=A5", lines("deleteRows", 2, 1), "=A4"],
  ["=SUM(A2:A5)", lines("deleteRows", 1, 2), "=SUM(A2:A3)"],
  ["=SUM(A2:A5)", lines("deleteRows", 3, 5), "=SUM(A2:A3)"],
  ["=SUM(A2:A5)", lines("deleteRows", 0, 9), "=SUM(#REF!)"],
  ["=SUM(A2:A)", lines("deleteRows", 1, 1), "=SUM(A2:A)"],
  ["=SUM(A5:A2)", lines("insertRows", 3, 1), "=SUM(A2:A6)"],
  ["=B1+D1", lines("deleteColumns", 1, 1), "=#REF!+C1"],
  ["=Other!A5", lines("insertRows", 0, 1), "=Other!A5"],
  ["=tickets!A5", lines("insertRows", 0, 1), "=tickets!A6"],
  ["=A2", move("moveRows", 1, 1, 5), "=A5"],
  ["=A4", move("moveRows", 1, 1, 5), "=A3"],
  ["=A2", move("moveRows", 4, 2, 0), "=A4"],
  ["=SUM(A2:A3)", move("moveRows", 1, 2, 6), "=SUM(A5:A6)"],
  ["=C1", move("moveColumns", 2, 1, 0), "=A1"],
  [
    "=A1+Tickets!A1+'Tickets'!B2",
    { kind: "renameSheet", sheet: "Tickets", to: "My tickets" },
    "=A1+'My tickets'!A1+'My tickets'!B2",
  ],
  ["=A1+Tickets!A1", { kind: "deleteSheet", sheet: "Tickets" }, "=A1+#REF!"],
])("%s after %j is %s", (formula, edit, expected) => {
  expect(shiftFormula(formula, "Tickets", edit)).toBe(expected);
});

test.each([
  ["=SUM($A$1:B$2)", "B3", "=SUM(R1C1:R2C[0])"],
  ["=G10", "F6", "=R[4]C[1]"],
  ["=E$1", "D4", "=R1C[1]"],
  ["=$A$1", "C3", "=R1C1"],
  ["=F6+$A$1*H8", "G7", "=R[-1]C[-1]+R1C1*R[1]C[1]"],
  ["=J20", "J20", "=R[0]C[0]"],
  ["=SUM(A:B)", "C1", "=SUM(C[-2]:C[-1])"],
  ["='My sheet'!A1&\"R1C1\"", "A1", "='My sheet'!R[0]C[0]&\"R1C1\""],
])("%s in %s is %s, and back", (a1, cell, r1c1) => {
  const column = cell.charCodeAt(0) - 65;
  const row = Number(cell.slice(1)) - 1;
  expect(toR1C1(a1, row, column)).toBe(r1c1);
  expect(fromR1C1(r1c1, row, column)).toBe(a1);
});

test.each([
  ["=RC[-1]", "=A2"],
  ["=SUM(R[-1]C:RC)", "=SUM(B1:B2)"],
  ["=R[-5]C", "=#REF!"],
  ["=SUM(C)", "=SUM(B:B)"],
  ["=ROUND(RC1,2)", "=ROUND($A2,2)"],
  ["=r1c1", "=$A$1"],
])("%s in B2 is %s", (r1c1, a1) => {
  expect(fromR1C1(r1c1, 1, 1)).toBe(a1);
});
