import type { CellValue, Slot, TextRun } from "./cell.ts";
import { translateFormula } from "../../formulas/translate.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";
import type { Look } from "./look.ts";
import type { Rect } from "./rect.ts";

/** A copy of one cell, free of its place; `formula` is its text. */
export interface CellCopy {
  value: CellValue;
  formula?: string;
  cached?: CellValue;
  look: number;
  note: string;
  runs?: readonly TextRun[];
}

/** A block of copied cells with the place it was copied from. */
export interface Region {
  rect: Rect;
  cells: CellCopy[][];
}

export function copyCell(grid: Grid, row: number, column: number): CellCopy {
  const slot = grid.slotAt(row, column);
  const copy: CellCopy = {
    value: typeof slot === "object" ? "" : (slot ?? ""),
    look: grid.lookIdAt(row, column),
    note: grid.noteAt(row, column),
  };
  if (typeof slot === "object") {
    copy.formula = slot.text;
    if (slot.cached !== undefined) copy.cached = slot.cached;
  }
  const runs = grid.extras[row]?.runs?.get(column);
  if (runs) copy.runs = runs;
  return copy;
}

export function capture(grid: Grid, rect: Rect): Region {
  const cells: CellCopy[][] = [];
  for (let r = rect.top; r < rect.top + rect.rows; r++) {
    const line: CellCopy[] = [];
    for (let c = rect.left; c < rect.left + rect.columns; c++) line.push(copyCell(grid, r, c));
    cells.push(line);
  }
  return { rect: { ...rect }, cells };
}

/** The slot for a copied cell put down `dRow` rows and `dColumn` columns away; its relative references move along. */
export function slotFor(copy: CellCopy, dRow: number, dColumn: number): Slot {
  if (copy.formula === undefined) return copy.value === "" ? undefined : copy.value;
  const text = dRow || dColumn ? translateFormula(copy.formula, dRow, dColumn) : copy.formula;
  return new FormulaCell(text, copy.cached);
}

export function setRuns(grid: Grid, at: { row: number; column: number }, runs: readonly TextRun[] | undefined): void {
  if (runs && runs.length > 0) (grid.extraOf(at.row).runs ??= new Map()).set(at.column, runs);
  else grid.extras[at.row]?.runs?.delete(at.column);
}

/** Puts a copy down with everything it holds. */
export function paste(
  grid: Grid,
  at: { row: number; column: number },
  copy: CellCopy,
  by = { rows: 0, columns: 0 },
): void {
  grid.store(at.row, at.column, slotFor(copy, by.rows, by.columns));
  grid.setLookId(at.row, at.column, copy.look);
  grid.setNote(at.row, at.column, copy.note);
  setRuns(grid, at, copy.runs);
}

/** Puts a captured block back exactly as it was. */
export function restore(grid: Grid, { rect, cells }: Region): void {
  cells.forEach((line, r) => {
    line.forEach((copy, c) => paste(grid, { row: rect.top + r, column: rect.left + c }, copy));
  });
}

const BORDERS = ["top", "left", "bottom", "right"] as const;

/** What remains of a look when its formats are cleared: the rule on what the cell accepts. */
export function withoutFormat(look: Look): Look {
  return look.validation ? { validation: look.validation } : {};
}

/** What clearing formats alone leaves: the rule, and the number format, which decides what the cell holds. */
export function withNumberFormatOnly(look: Look): Look {
  return { ...withoutFormat(look), ...(look.numberFormat !== undefined && { numberFormat: look.numberFormat }) };
}

/** A look with the formats of one cell and the validation of another. */
export function withFormatOf(look: Look, source: Look): Look {
  const { validation: _gone, ...format } = source;
  return look.validation ? { ...format, validation: look.validation } : format;
}

export function withValidationOf(look: Look, source: Look): Look {
  const { validation: _gone, ...format } = look;
  return source.validation ? { ...format, validation: source.validation } : format;
}

export function withoutBorders(look: Look): Look {
  const copy = { ...look };
  for (const side of BORDERS) delete copy[side];
  return copy;
}

/** Empties cells: contents only; formats, notes and rules stay. */
export function clearContents(grid: Grid, rect: Rect): void {
  const bottom = Math.min(rect.top + rect.rows, grid.values.length);
  for (let r = rect.top; r < bottom; r++) {
    const line = grid.values[r];
    if (!line) continue;
    const right = Math.min(rect.left + rect.columns, line.length);
    for (let c = rect.left; c < right; c++) {
      if (line[c] === undefined) continue;
      grid.store(r, c, undefined);
      grid.extras[r]?.runs?.delete(c);
    }
  }
}

/** Clears notes; `extras` of rows without a note are not touched. */
export function clearNotes(grid: Grid, rect: Rect): void {
  const bottom = Math.min(rect.top + rect.rows, grid.extras.length);
  for (let r = rect.top; r < bottom; r++) {
    const notes = grid.extras[r]?.notes;
    if (!notes) continue;
    for (const column of [...notes.keys()]) {
      if (column >= rect.left && column < rect.left + rect.columns) notes.delete(column);
    }
  }
}

/** Changes looks only where rows were ever made: for changes that leave the default look alone. */
export function changeExistingLooks(grid: Grid, rect: Rect, change: (look: Look) => Look): void {
  const rows = Math.min(rect.top + rect.rows, grid.looks.length) - rect.top;
  if (rows > 0) grid.changeLook({ ...rect, rows }, change);
}
