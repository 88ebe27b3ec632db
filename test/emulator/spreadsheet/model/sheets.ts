import type { Book } from "./book.ts";
import { copyCharts } from "./charts.ts";
import { rewriteFormulas } from "./follow-shift.ts";
import { Grid } from "./grid.ts";
import { copySheetMetadata } from "./metadata.ts";
import { SheetProblem } from "./problem.ts";
import { capture, restore } from "./region.ts";
import type { SheetParts } from "./sheet-parts.ts";

/** Renames a sheet; formulas that name it follow. */
export function renameGrid(grid: Grid, name: string): void {
  if (name === "") throw new SheetProblem("The sheet name cannot be empty.");
  if (name.length > 100) throw new SheetProblem("The sheet name cannot be greater than 100 characters.");
  if (name === grid.name) return;
  grid.book.checkName(name, grid);
  const old = grid.name;
  grid.name = name;
  rewriteFormulas(grid.book, { kind: "renameSheet", sheet: old, to: name });
  grid.book.version++;
}

/** Takes a sheet out of its book; what pointed at it becomes #REF!. */
export function deleteGrid(grid: Grid): void {
  const { book } = grid;
  if (!book.grids.includes(grid)) throw new SheetProblem("Sheet not found");
  if (book.grids.length === 1) throw new SheetProblem("You can't remove all the sheets in a document.");
  const others = book.grids.filter((one) => one !== grid);
  if (others.every(({ parts }) => parts.hidden)) {
    throw new SheetProblem("You can't remove all the visible sheets in a document.");
  }
  book.grids = others;
  rewriteFormulas(book, { kind: "deleteSheet", sheet: grid.name });
  book.namedAreas = book.namedAreas.filter(({ gridId }) => gridId !== grid.id);
  book.metadata = book.metadata.filter(({ at }) => at.kind === "SPREADSHEET" || at.gridId !== grid.id);
  for (const one of book.grids) one.structureVersion = ++book.version;
}

/** A full copy of a sheet, in the same or another book, at a 0-based position. */
export function copyGrid(source: Grid, book: Book, { name, index }: { name: string; index?: number }): Grid {
  const { maxRows: rows, maxColumns: columns } = source;
  const copy = book.addGrid({ name: freeName(book, name), rows, columns, ...(index === undefined ? {} : { index }) });
  fillGrid(source, copy);
  copySheetMetadata(source, copy);
  return copy;
}

/** "Copy of X", "Copy of X 2", … */
function freeName(book: Book, wanted: string): string {
  let name = wanted;
  for (let n = 2; book.grids.some((grid) => grid.name.toLowerCase() === name.toLowerCase()); n++)
    name = `${wanted} ${n}`;
  return name;
}

/** Fills an empty sheet of the same size with what stands in another. */
export function fillGrid(source: Grid, copy: Grid): void {
  const rows = source.values.length;
  const columns = Math.max(source.counts.length, ...new Set(source.looks.map((row) => row?.length ?? 0)), 1);
  if (rows > 0) {
    const region = capture(source, { top: 0, left: 0, rows, columns: Math.min(columns, source.maxColumns) });
    if (source.book !== copy.book) translateLooks(source.book, copy.book, region.cells.flat());
    restore(copy, region);
  }
  source.extras.forEach((extra, row) => {
    if (extra?.height !== undefined) copy.extraOf(row).height = extra.height;
    if (extra?.hidden) copy.extraOf(row).hidden = true;
  });
  copy.columns = source.columns.map((column) => column && { ...column });
  Object.assign(copy.parts, copiedParts(source), { charts: copyCharts(source, copy) });
}

function translateLooks(from: Book, to: Book, cells: { look: number }[]): void {
  const known = new Map<number, number>();
  for (const cell of cells) {
    const look = known.get(cell.look) ?? to.looks.idOf(from.looks.at(cell.look));
    known.set(cell.look, look);
    cell.look = look;
  }
}

function copiedParts(source: Grid): Partial<SheetParts> {
  const { formUrl: _form, charts: _charts, ...parts } = source.parts;
  const copy = structuredClone(parts) as SheetParts;
  return { ...copy, protections: [], hidden: source.parts.hidden };
}

/** Fills a new book with copies of another's sheets and names; metadata goes along, people and triggers do not. */
export function copyBook(source: Book, copy: Book): void {
  const [placeholder] = copy.grids;
  copy.grids = [];
  for (const grid of source.grids) {
    const target = new Grid(copy, { id: grid.id, name: grid.name, rows: grid.maxRows, columns: grid.maxColumns });
    copy.grids.push(target);
    fillGrid(grid, target);
    target.parts.charts = structuredClone(grid.parts.charts);
  }
  if (copy.grids.length === 0 && placeholder) copy.grids.push(placeholder);
  copy.namedAreas = structuredClone(source.namedAreas);
  copy.metadata = structuredClone(source.metadata);
  copy.validations = new Map([...source.validations].map(([id, rule]) => [id, structuredClone(rule)]));
  copy.numbersGiven = source.numbersGiven;
}
