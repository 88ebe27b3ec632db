import type { Book } from "../spreadsheet/model/book.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { dropChart } from "../spreadsheet/model/charts.ts";
import { copyGrid, deleteGrid, renameGrid } from "../spreadsheet/model/sheets.ts";
import { rememberReferences } from "../spreadsheet/model/references.ts";
import * as structure from "../spreadsheet/model/structure.ts";
import { checkProtection } from "../spreadsheet/model/write.ts";
import { addTable } from "../spreadsheet/model/tables.ts";
import type { Rect } from "../spreadsheet/model/rect.ts";
import type { Act } from "./act.ts";
import { memento } from "./memento.ts";

/** Whole rows or columns of one sheet; `at` is 0-based. */
export interface Lines {
  grid: Grid;
  of: "rows" | "columns";
  at: number;
  count: number;
  writer: string;
}

const OPERATIONS = {
  rows: { insert: structure.insertRows, remove: structure.deleteRows, move: structure.moveRows },
  columns: { insert: structure.insertColumns, remove: structure.deleteColumns, move: structure.moveColumns },
} as const;

/** Inserts empty lines before `at`. */
export function insertLines({ grid, of, at, count }: Lines): Act {
  const pointBack = rememberReferences(grid.book);
  OPERATIONS[of].insert(grid, at, count, at);
  const undo = () => {
    OPERATIONS[of].remove(grid, at, count);
    pointBack();
  };
  return { changeType: of === "rows" ? "INSERT_ROW" : "INSERT_COLUMN", undo };
}

/** Deletes lines; undo brings back their cells and what pointed at them. */
export function deleteLines(lines: Lines): Act {
  const { grid, of, at, count } = lines;
  checkProtection(grid, rectOfLines(lines), lines.writer);
  const bringBack = memento(grid, rectOfLines(lines));
  const pointBack = rememberReferences(grid.book);
  OPERATIONS[of].remove(grid, at, count);
  const undo = () => {
    OPERATIONS[of].insert(grid, at, count);
    bringBack();
    pointBack();
  };
  return { changeType: of === "rows" ? "REMOVE_ROW" : "REMOVE_COLUMN", undo };
}

/** Drags lines to stand before `to` (0-based, counted before the move); an edit event only if they hold data. */
export function moveLines(lines: Lines, to: number): Act {
  const { grid, of, at, count } = lines;
  checkProtection(grid, rectOfLines(lines), lines.writer);
  const holdsData = grid.valuesOf(rectOfLines(lines)).some((row) => row.some((value) => value !== ""));
  const pointBack = rememberReferences(grid.book);
  OPERATIONS[of].move(grid, at, count, to);
  const landed = to > at ? to - count : to;
  const undo = () => {
    OPERATIONS[of].move(grid, landed, count, landed < at ? at + count : at);
    pointBack();
  };
  const edited = { gridId: grid.id, rect: rectOfLines({ ...lines, at: landed }) };
  return { changeType: "OTHER", ...(holdsData && { edited }), undo };
}

export function addSheet(book: Book, name: string): Act {
  const grid = book.addGrid({ name });
  return { changeType: "INSERT_GRID", undo: () => deleteGrid(grid) };
}

/** A copy of a sheet, right behind it. */
export function duplicateSheet(grid: Grid): Act {
  const { book } = grid;
  const copy = copyGrid(grid, book, { name: `Copy of ${grid.name}`, index: book.grids.indexOf(grid) + 1 });
  return { changeType: "INSERT_GRID", undo: () => deleteGrid(copy) };
}

export function deleteSheet(grid: Grid): Act {
  const { book } = grid;
  const { grids } = book;
  const pointBack = rememberReferences(book);
  deleteGrid(grid);
  const undo = () => {
    Object.assign(book, { grids });
    pointBack();
    book.version++;
  };
  return { changeType: "REMOVE_GRID", undo };
}

export function renameSheet(grid: Grid, name: string): Act {
  const old = grid.name;
  renameGrid(grid, name);
  return { changeType: "OTHER", undo: () => renameGrid(grid, old) };
}

export function convertToTable(grid: Grid, rect: Rect, typed: string[]): Act {
  const { tables } = grid.parts;
  grid.parts.tables = [...tables];
  addTable(grid, rect, typed);
  return { changeType: "OTHER", undo: () => void (grid.parts.tables = tables) };
}

export function removeChart(grid: Grid, chartId: number): Act {
  const { charts } = grid.parts;
  if (!dropChart(grid, chartId)) throw new Error(`The sheet ${grid.name} has no chart ${chartId}.`);
  const undo = () => {
    grid.parts.charts = charts.filter(({ id }) => id === chartId || grid.parts.charts.some((other) => other.id === id));
    grid.book.version++;
  };
  return { changeType: "OTHER", undo };
}

export function rectOfLines({ grid, of, at, count }: Lines): Rect {
  return of === "rows"
    ? { top: at, left: 0, rows: count, columns: grid.maxColumns }
    : { top: 0, left: at, rows: Math.max(1, grid.values.length), columns: count };
}
