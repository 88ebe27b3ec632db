import type { Input, Slot } from "./cell.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";
import { protectedCell, SheetProblem, tooLong } from "./problem.ts";
import { contains, intersects, type Rect } from "./rect.ts";
import type { ProtectedArea } from "./sheet-parts.ts";
import { accepts, refusal } from "./validation.ts";

const LONGEST_TEXT = 50_000;
/** A format under which typing a date, an amount or a percentage brings its own format along. */
const AUTOMATIC = "General";

/** The address in whose name cells are written; undefined asks no permission (a restore, a demo). */
export type Writer = string | undefined;

export type InputOf = (row: number, column: number, numberFormat: string | undefined) => Input | undefined;

/** Whether a protection lets this person edit; the owner always may, and a warning never stops anybody here. */
export function mayEdit(grid: Grid, area: ProtectedArea, email: string): boolean {
  return area.warningOnly || email === grid.book.owner || area.editors.includes(email);
}

/** Whether a protection that only warns touches the block. */
export function isWarned(grid: Grid, rect: Rect): boolean {
  return grid.parts.protections.some(
    (area) => area.warningOnly && (area.kind === "SHEET" || (area.rect !== undefined && intersects(area.rect, rect))),
  );
}

/** Throws Google's refusal when any cell of the block is protected from the writer. */
export function checkProtection(grid: Grid, rect: Rect, writer: Writer): void {
  if (writer === undefined) return;
  for (const area of grid.parts.protections) {
    if (mayEdit(grid, area, writer)) continue;
    const guarded = area.kind === "SHEET" || (area.rect !== undefined && intersects(area.rect, rect));
    const open = area.unprotected.some((hole) => contains(hole, rect));
    if (guarded && !open) throw protectedCell();
  }
}

/**
 * Writes a block whole or not at all: every input is checked for length and strict validation before the first is
 * stored. `inputOf` answers undefined for a cell to be left alone. Number formats that typing implies are added.
 */
export function writeBlock(grid: Grid, rect: Rect, inputOf: InputOf): void {
  const { looks } = grid.book;
  const inputs: (Input | undefined)[] = [];
  for (let r = rect.top; r < rect.top + rect.rows; r++) {
    const row = grid.looks[r];
    for (let c = rect.left; c < rect.left + rect.columns; c++) {
      const look = looks.at(row?.[c] ?? 0);
      const input = inputOf(r, c, look.numberFormat);
      if (input) check(grid, { row: r, column: c }, input);
      inputs.push(input);
    }
  }
  let next = 0;
  for (let r = rect.top; r < rect.top + rect.rows; r++) {
    for (let c = rect.left; c < rect.left + rect.columns; c++) {
      const input = inputs[next++];
      if (input) put(grid, { row: r, column: c }, input);
    }
  }
}

interface At {
  row: number;
  column: number;
}

function check(grid: Grid, at: At, input: Input): void {
  const text = "formula" in input ? input.formula : input.value;
  if (typeof text === "string" && text.length > LONGEST_TEXT) throw tooLong();
  const id = grid.lookIdAt(at.row, at.column);
  const rule = id === 0 ? undefined : grid.book.looks.at(id).validation;
  if (!rule || rule.allowInvalid) return;
  const place = { grid, ...at };
  const value = "formula" in input ? resultOf(grid, at, input.formula) : input.value;
  if (!accepts(rule, value, place)) throw new SheetProblem(refusal(rule, place));
}

function resultOf(grid: Grid, { row, column }: At, text: string): string | number | boolean {
  const formula = new FormulaCell(text);
  formula.place(grid, row, column);
  return formula.value();
}

/** Stores an input as it is, without asking the rules. */
export function put(grid: Grid, { row, column }: At, input: Input): void {
  grid.store(row, column, slotOf(input));
  const runs = grid.extras[row]?.runs;
  if (runs) runs.delete(column);
  if ("formula" in input || input.format === undefined) return;
  const id = grid.lookIdAt(row, column);
  const look = grid.book.looks.at(id);
  if (look.numberFormat !== undefined && look.numberFormat !== AUTOMATIC) return;
  grid.setLookId(row, column, grid.book.looks.idOf({ ...look, numberFormat: input.format }));
}

function slotOf(input: Input): Slot {
  if ("formula" in input) return new FormulaCell(input.formula);
  return input.value === "" ? undefined : input.value;
}
