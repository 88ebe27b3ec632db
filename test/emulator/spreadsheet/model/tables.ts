import type { Grid } from "./grid.ts";
import { SheetProblem } from "./problem.ts";
import { intersects, type Rect } from "./rect.ts";

const refused = (): SheetProblem => new SheetProblem("This operation is not allowed on cells in typed columns.");

/** Makes a table of a block whose first row holds the headers; the columns under `typed` headers have a type. */
export function addTable(grid: Grid, rect: Rect, typed: readonly string[]): void {
  const headers = grid.valuesOf({ ...rect, rows: 1 })[0] ?? [];
  const columns = typed.map((header) => ({ ...rect, left: rect.left + headers.indexOf(header), columns: 1 }));
  const unknown = typed.find((header) => !headers.includes(header));
  if (unknown !== undefined) throw new Error(`The block has no header ${unknown}.`);
  grid.parts.tables.push({ rect, typed: columns });
}

/** Throws Google's refusal where a rule on what cells accept would meet a typed column of a table (platform C5). */
export function checkRulesAllowed(grid: Grid, rect: Rect): void {
  if (typedColumns(grid).some((column) => intersects(column, rect))) throw refused();
}

/** The same for values written over the header of a typed column, where Google is taken to refuse them. */
export function checkHeadersAllowed(grid: Grid, rect: Rect): void {
  if (grid.book.switches.headerOfTypedColumn === "written") return;
  if (typedColumns(grid).some((column) => intersects({ ...column, rows: 1 }, rect))) throw refused();
}

const typedColumns = (grid: Grid): Rect[] => grid.parts.tables.flatMap(({ typed }) => typed);
