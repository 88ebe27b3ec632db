import type { Cell } from "./cell.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Stands in the hidden corner of the SLA sheet: names of rows below it, of columns beside it. They move with rows and columns that people insert. */
export const CORNER = "sheetdesk";
export const COLUMNS = 25;
export const columnMark = (index: number): string => `c${index}`;

/** The SLA sheet as its marks tell it: where our rows and columns stand now, whatever was inserted between. */
export class MarkedSheet {
  private readonly values: readonly (readonly Cell[])[];
  private readonly rows = new Map<string, number>();
  private readonly columns: number[] = [];

  constructor(readonly sheet: Sheet) {
    this.values = sheet.getDataRange().getValues() as Cell[][];
    const top = this.values.findIndex((row) => row.includes(CORNER));
    const corner = this.values[top] ?? [];
    const left = corner.indexOf(CORNER);
    if (top < 0) return;
    this.values.forEach((row, index) => {
      const mark = String(row[left] ?? "");
      if (mark !== "") this.rows.set(mark, index + 1);
    });
    for (let index = 1; index <= COLUMNS; index++) this.columns.push(corner.indexOf(columnMark(index)) + 1);
  }

  get isBlank(): boolean {
    return this.values.every((row) => row.every((cell) => cell === ""));
  }

  /** Whether the marks are there: without them nothing of ours can be found. */
  get isWhole(): boolean {
    return this.rows.has(CORNER) && !this.columns.includes(0);
  }

  /** 1-based; undefined where somebody deleted the row. */
  rowOf(mark: string): number | undefined {
    return this.rows.get(mark);
  }

  /** 1-based, of our columns counted from 1. */
  columnOf(index: number): number {
    return this.columns[index - 1] ?? 0;
  }

  valueAt(mark: string, index: number): Cell {
    return this.values[(this.rowOf(mark) ?? 0) - 1]?.[this.columnOf(index) - 1] ?? "";
  }

  /** Whether a row still holds what it held when the sheet was read: nobody chose otherwise, nothing moved. */
  isAsRead(mark: string): boolean {
    const row = this.rowOf(mark);
    if (row === undefined) return true;
    const now = (this.sheet.getRange(`${row}:${row}`).getValues()[0] ?? []) as Cell[];
    return textOf(now) === textOf(this.values[row - 1] ?? []);
  }

  /** Calls back for each block of our cells in these rows that people's rows and columns don't interrupt, with which of ours it holds. */
  eachBlock(
    marks: readonly string[],
    visit: (range: GoogleAppsScript.Spreadsheet.Range, rows: readonly number[], columns: readonly number[]) => void,
  ): void {
    const rowRuns = runsOf(marks.map((mark) => this.rowOf(mark)));
    const columnRuns = runsOf(this.columns);
    for (const rows of rowRuns) {
      for (const columns of columnRuns) {
        const range = this.sheet.getRange(rows.at, columns.at, rows.indices.length, columns.indices.length);
        visit(range, rows.indices, columns.indices);
      }
    }
  }
}

const textOf = (row: readonly Cell[]): string => JSON.stringify(row).replace(/(,"")+]$/, "]");

interface Run {
  readonly at: number;
  readonly indices: number[];
}

/** Neighbouring positions as runs; indices say which of ours they are. What has no position is left out. */
function runsOf(positions: readonly (number | undefined)[]): Run[] {
  const runs: Run[] = [];
  positions.forEach((position, index) => {
    if (position === undefined) return;
    const last = runs[runs.length - 1];
    if (last && last.at + last.indices.length === position) last.indices.push(index);
    else runs.push({ at: position, indices: [index] });
  });
  return runs;
}
