import type { Cell } from "./cell.ts";
import { guarded } from "./guard.ts";
import { findOrInsert, markSheet, trimGrid } from "./make-sheet.ts";
import type { Memory } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import {
  DATA_COLUMNS,
  DATA_ROWS,
  FIRST_ROW,
  HEADER_ROW,
  LISTED_AT_MOST,
  TABLES,
  type TableKey,
  type TablePlace,
  TITLE_ROW,
} from "./report-layout.ts";
import type { ReportTable } from "./report-list-tables.ts";
import { AGENT_HEADERS } from "./report-tables.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const PLAN = { key: "slaData", title: "SLA data" };
const ABOUT =
  "The numbers behind the SLA sheet, written anew at each refresh. Whatever you write here is overwritten: copy what you need elsewhere.";
const HEADER_COLOR = "#e8eef9";
const END = "end";

export interface FoundData {
  readonly data: Sheet;
  /** People inserted rows or columns: charts' ranges went along with them, the tables didn't. */
  readonly isStretched: boolean;
}

/** The sheet of numbers; undefined where somebody deleted it or parts of it. */
export function findDataSheet(memory: Memory): FoundData | undefined {
  const id = rememberedSheets(memory)[PLAN.key];
  const data = id === undefined ? null : SpreadsheetApp.getActive().getSheetById(id);
  if (!data) return undefined;
  const [rows, columns] = sizeOf(data);
  if (rows < DATA_ROWS || columns < DATA_COLUMNS) return undefined;
  return { data, isStretched: rows > DATA_ROWS || columns > DATA_COLUMNS };
}

/** Makes it anew where it is missing, and says its title then; needs the lock. */
export function ensureDataSheet(memory: Memory): string[] {
  const sheet = findOrInsert(SpreadsheetApp.getActive(), memory, PLAN);
  const [rows, columns] = sizeOf(sheet);
  if (rows >= DATA_ROWS && columns >= DATA_COLUMNS) return [];
  dress(sheet);
  return [sheet.getName()];
}

/** By the word in its last corner, which is written last, and one call. */
function sizeOf(sheet: Sheet): [rows: number, columns: number] {
  const used = sheet.getDataRange();
  return [used.getLastRow(), used.getLastColumn()];
}

function dress(sheet: Sheet): void {
  markSheet(sheet, PLAN.key);
  sheet.setFrozenRows(HEADER_ROW);
  sheet.setTabColor("#5f6368");
  sheet.getRange(`${TITLE_ROW}:${HEADER_ROW}`).setFontWeight("bold").setBackground(HEADER_COLOR);
  sheet.getRange(TITLE_ROW, 1).setNote(ABOUT);
  trimGrid(sheet, DATA_ROWS, DATA_COLUMNS);
  for (const share of ["Fix rate", "Logged late"]) {
    const column = TABLES.agents.column + AGENT_HEADERS.indexOf(share);
    sheet.getRange(FIRST_ROW, column, LISTED_AT_MOST, 1).setNumberFormat("0.0%");
  }
  sheet.getRange(DATA_ROWS, DATA_COLUMNS).setValue(END);
}

/** Writes every table in one call, and blanks over what an earlier one left below them. */
export function writeTables(sheet: Sheet, tables: Readonly<Record<TableKey, ReportTable>>): void {
  const cells: Cell[][] = Array.from({ length: DATA_ROWS }, () => new Array<Cell>(DATA_COLUMNS - 1).fill(""));
  for (const key of Object.keys(tables) as TableKey[]) place(cells, TABLES[key], tables[key]);
  cells[DATA_ROWS - 1]?.splice(DATA_COLUMNS - 2, 1, END);
  sheet.getRange(1, 2, DATA_ROWS, DATA_COLUMNS - 1).setValues(cells);
}

/** A table longer or wider than its place is cut: nothing may stand in the next one's. */
function place(cells: Cell[][], { title, column, width }: TablePlace, { headers, rows }: ReportTable): void {
  const put = (row: number, values: readonly (string | number)[]): void => {
    const target = cells[row - 1];
    if (!target) return;
    values.slice(0, width).forEach((value, index) => (target[column - 2 + index] = textOrNumber(value)));
  };
  put(TITLE_ROW, [title]);
  put(HEADER_ROW, headers);
  rows.forEach((row, index) => put(FIRST_ROW + index, row));
}

const textOrNumber = (value: string | number): Cell => (typeof value === "string" ? guarded(value) : value);
