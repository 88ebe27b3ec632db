import type { Book } from "./book.ts";
import { shiftCharts } from "./charts.ts";
import { shiftFormula, type SheetEdit } from "../../formulas/shift.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";
import { shiftRect, type Rect, type Shift } from "./rect.ts";
import type { SheetFilter } from "./sheet-parts.ts";
import type { Validation } from "./validation.ts";

/** Lets everything that points at cells of a sheet follow its rows or columns: formulas, rules, names, metadata. */
export function followShift(grid: Grid, shift: Shift): void {
  replaceFormulas(grid, shift);
  shiftParts(grid, shift);
  shiftBook(grid, shift);
  grid.book.onShift?.(grid, shift);
}

function replaceFormulas(grid: Grid, shift: Shift): void {
  for (const formula of [...grid.formulas]) {
    const place = shiftRect({ top: formula.row, left: formula.column, rows: 1, columns: 1 }, shift);
    if (place) formula.place(grid, place.top, place.left);
  }
  rewriteFormulas(grid.book, editOf(grid, shift));
}

function editOf(grid: Grid, { kind, at, count, to = at }: Shift): SheetEdit {
  const sheet = grid.name;
  return kind === "moveRows" || kind === "moveColumns" ? { kind, sheet, at, count, to } : { kind, sheet, at, count };
}

/** Rewrites every formula of a book, rules' conditions included, after an edit that moves what they refer to. */
export function rewriteFormulas(book: Book, edit: SheetEdit): void {
  for (const grid of book.grids) {
    for (const formula of [...grid.formulas]) {
      const text = shiftFormula(formula.text, grid.name, edit);
      if (text !== formula.text) grid.store(formula.row, formula.column, new FormulaCell(text, formula.cached));
    }
    for (const { boolean } of grid.parts.conditionalFormats) {
      const [first] = boolean?.values ?? [];
      if (boolean?.criteria === "CUSTOM_FORMULA") boolean.values = [shiftFormula(String(first), grid.name, edit)];
    }
  }
}

const keep = (rects: Rect[], shift: Shift): Rect[] =>
  rects.map((rect) => shiftRect(rect, shift)).filter((rect) => rect !== undefined);

function shiftParts(grid: Grid, shift: Shift): void {
  const { parts } = grid;
  parts.merges = keep(parts.merges, shift).filter(({ rows, columns }) => rows * columns > 1);
  for (const rule of parts.conditionalFormats) rule.rects = keep(rule.rects, shift);
  parts.conditionalFormats = parts.conditionalFormats.filter(({ rects }) => rects.length > 0);
  parts.bandings = kept(parts.bandings, shift);
  parts.tables = kept(parts.tables, shift);
  for (const table of parts.tables) table.typed = keep(table.typed, shift);
  parts.protections = parts.protections.filter((area) => {
    area.unprotected = keep(area.unprotected, shift);
    if (!area.rect) return true;
    const rect = shiftRect(area.rect, shift);
    if (rect) area.rect = rect;
    return rect !== undefined;
  });
  if (parts.filter) {
    const filter = shiftFilter(parts.filter, shift);
    if (filter) parts.filter = filter;
    else delete parts.filter;
  }
}

function kept<T extends { rect: Rect }>(items: T[], shift: Shift): T[] {
  return items.flatMap((item) => {
    const rect = shiftRect(item.rect, shift);
    return rect ? [Object.assign(item, { rect })] : [];
  });
}

function shiftFilter(filter: SheetFilter, shift: Shift): SheetFilter | undefined {
  const rect = shiftRect(filter.rect, shift);
  if (!rect) return undefined;
  const columns: SheetFilter["columns"] = new Map();
  for (const [column, criteria] of filter.columns) {
    const moved = shiftIndex(column, "Columns", shift);
    if (moved !== undefined) columns.set(moved, criteria);
  }
  return { rect, columns, sorts: filter.sorts };
}

/** Where one row or column goes; undefined when it is deleted. */
function shiftIndex(index: number, dimension: "Rows" | "Columns", shift: Shift): number | undefined {
  if (!shift.kind.endsWith(dimension)) return index;
  const rect = shiftRect({ top: index, left: index, rows: 1, columns: 1 }, shift);
  return dimension === "Rows" ? rect?.top : rect?.left;
}

function shiftBook(grid: Grid, shift: Shift): void {
  const { book } = grid;
  book.namedAreas = book.namedAreas.flatMap((area) => {
    if (area.gridId !== grid.id) return [area];
    const rect = shiftRect(area.rect, shift);
    return rect ? [Object.assign(area, { rect })] : [];
  });
  book.metadata = book.metadata.filter(({ at }) => {
    if ((at.kind !== "ROW" && at.kind !== "COLUMN") || at.gridId !== grid.id) return true;
    const index = shiftIndex(at.index, at.kind === "ROW" ? "Rows" : "Columns", shift);
    if (index !== undefined) at.index = index;
    return index !== undefined;
  });
  for (const rule of book.validations.values()) shiftValidation(rule, grid, shift);
  shiftCharts(grid, shift);
}

function shiftValidation(rule: Validation, grid: Grid, shift: Shift): void {
  if (rule.source?.gridId === grid.id) {
    const rect = shiftRect(rule.source.rect, shift);
    if (rect) rule.source = { gridId: grid.id, rect };
    else delete rule.source;
  }
  if (rule.anchor?.gridId !== grid.id) return;
  const { row, column } = rule.anchor;
  rule.values = [shiftFormula(String(rule.values[0]), grid.name, editOf(grid, shift))];
  rule.anchor = {
    gridId: grid.id,
    row: shiftIndex(row, "Rows", shift) ?? shift.at,
    column: shiftIndex(column, "Columns", shift) ?? shift.at,
  };
}
