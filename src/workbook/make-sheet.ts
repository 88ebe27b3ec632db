import type { Memory } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import type { PlannedColumn, SheetPlan } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

const MARK = "sheetdesk.sheet";
const HEADER_COLOR = "#e8eef9";

/** What a sheet is found by, and called at first. */
type Named = Pick<SheetPlan, "title"> & { readonly key: string };

/** The sheet made before (by its id, else by its mark), else an empty one of our name, else a new one. */
export function findOrInsert(book: Book, memory: Memory, plan: Named): Sheet {
  const sheet = findSheet(book, memory, plan) ?? adoptBlank(book, plan) ?? insertSheet(book, plan);
  remember(memory, plan.key, sheet.getSheetId());
  return sheet;
}

export function markSheet(sheet: Sheet, key: string): void {
  if (sheet.getDeveloperMetadata().every((mark) => mark.getKey() !== MARK)) sheet.addDeveloperMetadata(MARK, key);
}

/** The planned sheet: the one made before (by its id, else by its mark), or a new one. A foreign sheet of that name is left alone. */
export function ensureSheet(book: Book, memory: Memory, plan: SheetPlan): { sheet: Sheet; isNew: boolean } {
  const sheet = findOrInsert(book, memory, plan);
  const isNew = sheet.getLastRow() === 0;
  if (isNew) furnish(sheet, plan);
  return { sheet, isNew };
}

function findSheet(book: Book, memory: Memory, plan: Named): Sheet | null {
  const id = rememberedSheets(memory)[plan.key];
  const byId = id === undefined ? null : book.getSheetById(id);
  if (byId) return byId;
  const [mark] = book.createDeveloperMetadataFinder().withKey(MARK).withValue(plan.key).find();
  return mark?.getLocation().getSheet() ?? null;
}

/** An empty sheet of our name is what a killed set-up leaves behind. */
function adoptBlank(book: Book, plan: Named): Sheet | null {
  const found = [plan.title, foreignTitle(plan)]
    .map((name) => book.getSheetByName(name))
    .filter((sheet) => sheet?.getLastRow() === 0);
  return found[0] ?? null;
}

function insertSheet(book: Book, plan: Named): Sheet {
  const names = book.getSheets().map((sheet) => sheet.getName().toLowerCase()); // two names may not differ in case alone
  let title = plan.title;
  for (let n = 1; names.includes(title.toLowerCase()); n++)
    title = n === 1 ? foreignTitle(plan) : `${plan.title} (Helpdesk ${n})`;
  return book.insertSheet(title, book.getNumSheets());
}

const foreignTitle = (plan: Named): string => `${plan.title} (Helpdesk)`;

function remember(memory: Memory, key: string, id: number): void {
  const sheets = rememberedSheets(memory);
  if (sheets[key] !== id) memory.set("sheets", JSON.stringify({ ...sheets, [key]: id }));
}

/** The contents are written last, in one call: a sheet that holds anything is a finished one. */
function furnish(sheet: Sheet, plan: SheetPlan): void {
  const rows = 1 + plan.firstRows.length + plan.spareRows;
  trimGrid(sheet, rows, plan.columns.length);
  plan.columns.forEach((column, index) => dressColumn(sheet, index + 1, column));
  markSheet(sheet, plan.key);
  sheet.setFrozenRows(1);
  sheet.setTabColor(plan.tabColor);
  dressHeader(sheet, plan);
  const contents = [plan.columns.map(({ header }) => header), ...plan.firstRows.map((row) => [...row])];
  sheet.getRange(1, 1, contents.length, plan.columns.length).setValues(contents);
}

/** A log's header row, where somebody deleted it: its first entry stands there then. A header of other words is a person's. */
export function restoreHeader(sheet: Sheet, plan: SheetPlan): void {
  const cell: unknown = sheet.getRange(1, 1).getValue();
  const isEntry = typeof cell === "number";
  if (!isEntry && cell !== "") return;
  if (isEntry) sheet.insertRowBefore(1); // killed here, the next set-up finds the row empty
  const header = sheet.getRange(1, 1, 1, plan.columns.length);
  header.setNumberFormat("@");
  dressHeader(sheet, plan);
  header.setValues([plan.columns.map(({ header: text }) => text)]);
}

function dressHeader(sheet: Sheet, plan: SheetPlan): void {
  const header = sheet.getRange(1, 1, 1, plan.columns.length);
  header.setFontWeight("bold").setBackground(HEADER_COLOR).setVerticalAlignment("middle");
  header.setNotes([plan.columns.map(({ note }) => note)]);
}

export function trimGrid(sheet: Sheet, rows: number, columns: number): void {
  const maxRows = sheet.getMaxRows();
  const maxColumns = sheet.getMaxColumns();
  if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

/** Width and number format of one column, below the header. */
export function dressColumn(sheet: Sheet, position: number, { width, format }: PlannedColumn): void {
  sheet.setColumnWidth(position, width);
  sheet.getRange(2, position, sheet.getMaxRows() - 1, 1).setNumberFormat(format ?? "@");
}
