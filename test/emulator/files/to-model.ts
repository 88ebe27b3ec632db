import type { Book } from "../spreadsheet/model/book.ts";
import type { CellValue } from "../spreadsheet/model/cell.ts";
import { FormulaCell } from "../spreadsheet/model/formula-cell.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { typedInput } from "../spreadsheet/model/input.ts";
import type { LookRow } from "../spreadsheet/model/look.ts";
import { overlap } from "../spreadsheet/model/rect.ts";
import { put } from "../spreadsheet/model/write.ts";
import type { BookFile, SheetFile } from "./book-file.ts";
import { addFileCharts } from "./charts-to-model.ts";
import { lookOfFile } from "./model-look.ts";
import { blocksWithin, conditionOfFile, setValidation } from "./model-rules.ts";

/** What makes an empty book: a Workspace, or anything like it. */
export interface BookMaker {
  createSpreadsheet(options: {
    name: string;
    locale?: string;
    timeZone?: string;
    rows?: number;
    columns?: number;
  }): Book;
}

/** A new sheet of Google has so many rows and columns; a file with more brings its own. */
const ROWS = 1000;
const COLUMNS = 26;

/** Makes a spreadsheet from a file, as opening the file in Google Sheets would. Throws when it exceeds ten million cells. */
export function bookFromFile(file: BookFile, workspace: BookMaker): Book {
  const { name = "Untitled spreadsheet", locale, timeZone } = file;
  const book = workspace.createSpreadsheet({ name, ...(locale ? { locale } : {}), ...(timeZone ? { timeZone } : {}) });
  const grids = file.sheets.map((sheet, index) => gridFor(sheet, index, book));
  const lookIds = file.looks.map((look) => book.looks.idOf(lookOfFile(look)));
  file.sheets.forEach((sheet, index) => {
    const grid = grids[index];
    if (grid) fillGrid(grid, sheet, lookIds);
  });
  file.sheets.forEach((sheet, index) => {
    const grid = grids[index];
    if (grid) addFileCharts(grid, sheet);
  });
  for (const { name: area, sheet, block } of file.namedAreas) {
    const grid = book.gridNamed(sheet);
    const rect = grid && overlap(block, grid.whole);
    if (grid && rect) book.namedAreas.push({ name: area, gridId: grid.id, rect });
  }
  return book;
}

function gridFor(sheet: SheetFile, index: number, book: Book): Grid {
  const rows = Math.max(ROWS, sheet.rows.length, sheet.looks.length);
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), COLUMNS);
  const [first] = book.grids;
  if (index > 0 || !first) return book.addGrid({ name: sheet.name, rows, columns });
  book.makeRoom(rows * columns - first.maxRows * first.maxColumns);
  Object.assign(first, { name: sheet.name, maxRows: rows, maxColumns: columns });
  return first;
}

function fillGrid(grid: Grid, sheet: SheetFile, lookIds: number[]): void {
  setLooks(grid, sheet, lookIds);
  if (sheet.asTyped) typeValues(grid, sheet);
  else storeValues(grid, sheet);
  for (const rule of sheet.validations) setValidation(grid, rule);
  for (const { row, column, text } of sheet.notes) grid.setNote(row, column, text);
  for (const row of sheet.hiddenRows) grid.extraOf(row).hidden = true;
  for (const [row, height] of Object.entries(sheet.rowHeights)) grid.extraOf(Number(row)).height = height;
  for (const [column, width] of Object.entries(sheet.columnWidths)) grid.columns[Number(column)] = { width };
  for (const column of sheet.hiddenColumns) grid.columns[column] = { ...grid.columns[column], hidden: true };
  const filter = sheet.filter && overlap(sheet.filter, grid.whole);
  Object.assign(grid.parts, {
    merges: blocksWithin(sheet.merges, grid),
    conditionalFormats: sheet.conditions.map((condition) => conditionOfFile(condition, grid)),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hidden: sheet.hidden,
    hiddenGridlines: sheet.hiddenGridlines,
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    ...(filter ? { filter: { rect: filter, columns: new Map(), sorts: [] } } : {}),
  });
}

/** Rows that share their looks in the file share them in the grid. */
function setLooks(grid: Grid, sheet: SheetFile, lookIds: number[]): void {
  const made = new Map<readonly number[], LookRow | undefined>();
  sheet.looks.forEach((looks, row) => {
    if (!looks) return;
    if (!made.has(looks)) made.set(looks, grid.book.looks.row(Array.from(looks, (look) => lookIds[look] ?? 0)));
    grid.reach(row);
    grid.looks[row] = made.get(looks);
  });
}

function storeValues(grid: Grid, sheet: SheetFile): void {
  sheet.rows.forEach((line, row) => {
    for (let column = 0; column < line.length; column++) {
      const value = line[column];
      if (value !== undefined && value !== "") grid.store(row, column, value);
    }
  });
  for (const { row, column } of sheet.spilled) grid.store(row, column, undefined);
  for (const { row, column, text } of sheet.formulas) {
    const cached: CellValue | undefined = sheet.rows[row]?.[column];
    grid.store(row, column, new FormulaCell(text, cached));
  }
}

function typeValues(grid: Grid, sheet: SheetFile): void {
  sheet.rows.forEach((line, row) => {
    line.forEach((text, column) => {
      if (typeof text === "string" && text !== "")
        put(grid, { row, column }, typedInput(grid.book, text, grid.lookAt(row, column).numberFormat));
    });
  });
}
