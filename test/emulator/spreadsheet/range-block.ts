import type { Execution } from "../core/execution.ts";
import type { WritePlace } from "../core/write-queue.ts";
import { ServiceObject } from "../core/service-object.ts";
import { columnLetters, rectName } from "./model/a1.ts";
import type { Grid } from "./model/grid.ts";
import { outsideGrid, SheetProblem } from "./model/problem.ts";
import type { Rect } from "./model/rect.ts";
import { checkProtection } from "./model/write.ts";
import { Range } from "./range.ts";
import { Sheet } from "./sheet.ts";
import { originalOf, seenBy, seesOwnWrite } from "./views.ts";

/** Which sides of a block follow the edge of the sheet ("A:A" has open rows, "1:3" open columns). */
export interface OpenSides {
  top?: boolean;
  bottom?: boolean;
  left?: boolean;
  right?: boolean;
}

/** Where a range lies, and how its methods read and write: the ground under all of Range's methods. */
export class RangeBlock extends ServiceObject {
  private readonly source: Grid;

  constructor(
    run: Execution,
    grid: Grid,
    private readonly fixed: Rect,
    readonly open: OpenSides = {},
  ) {
    super(run);
    this.source = originalOf(grid);
  }

  /** The sheet as this execution sees it. */
  get grid(): Grid {
    return seenBy(this.run, this.source);
  }

  /** The block in 0-based numbers; open sides reach to the edge of the sheet as it is now. */
  get rect(): Rect {
    const { top, left } = this.fixed;
    const rows = this.open.bottom ? Math.max(1, this.grid.maxRows - top) : this.fixed.rows;
    const columns = this.open.right ? Math.max(1, this.grid.maxColumns - left) : this.fixed.columns;
    return { top, left, rows, columns };
  }

  get size(): number {
    const { rows, columns } = this.rect;
    return rows * columns;
  }

  /** Another block of the same sheet. */
  at(rect: Rect): Range {
    return new Range(this.run, this.grid, rect);
  }

  private get self(): Range {
    return this as unknown as Range;
  }

  /** Sends waiting writes and makes sure the block still lies inside the sheet; the block to read. */
  protected reading(cells = this.size): Rect {
    this.run.read(cells);
    return this.checked();
  }

  checked(rect = this.rect): Rect {
    const { grid, source } = this;
    if (!source.book.grids.includes(source)) throw new SheetProblem("Sheet not found");
    if (rect.top + rect.rows > grid.maxRows || rect.left + rect.columns > grid.maxColumns) throw outsideGrid();
    return rect;
  }

  /** Queues a change of this block; protections are asked when it takes effect. Answers the range, for chaining. */
  protected writing(apply: (rect: Rect, grid: Grid) => void): Range {
    const { run, source: grid, rect: asked } = this;
    const place: WritePlace = { grid, rect: asked };
    const write = (): void => {
      if (!place.rect) return;
      const rect = this.checked(place.rect === asked ? this.rect : place.rect);
      checkProtection(grid, rect, run.effectiveUser);
      apply(rect, grid);
      seesOwnWrite(run, grid, rect);
    };
    run.write(this.size, write, place);
    return this.self;
  }

  /** Does something to the block at once, after everything that waits. */
  protected changing<T>(change: (rect: Rect, grid: Grid) => T): T {
    this.run.flush();
    const { run, source } = this;
    const rect = this.checked();
    checkProtection(source, rect, run.effectiveUser);
    const answer = change(rect, source);
    seesOwnWrite(run, source, rect);
    return answer;
  }

  /** Throws Google's text when a two-dimensional argument has not the form of this range. */
  protected checkForm(data: readonly (readonly unknown[])[]): void {
    const { rows, columns } = this.rect;
    if (data.length !== rows) throw new SheetProblem(mismatch("rows", data.length, rows));
    const odd = data.find((line) => line.length !== columns);
    if (odd) throw new SheetProblem(mismatch("columns", odd.length, columns));
  }

  /** Collects one fact of every cell, row by row. */
  protected collect<T>(fact: (row: number, column: number) => T): T[][] {
    const { top, left, rows, columns } = this.reading();
    const result: T[][] = [];
    for (let r = top; r < top + rows; r++) {
      const line: T[] = [];
      for (let c = left; c < left + columns; c++) line.push(fact(r, c));
      result.push(line);
    }
    return result;
  }

  /** One fact of the first cell. */
  protected first<T>(fact: (row: number, column: number) => T): T {
    const { top, left } = this.reading(1);
    return fact(top, left);
  }

  getSheet(): Sheet {
    return new Sheet(this.run, this.grid);
  }
  getGridId(): number {
    return this.grid.id;
  }
  getRow(): number {
    return this.rect.top + 1;
  }
  getRowIndex(): number {
    return this.getRow();
  }
  getColumn(): number {
    return this.rect.left + 1;
  }
  getColumnIndex(): number {
    return this.getColumn();
  }
  getLastRow(): number {
    return this.rect.top + this.rect.rows;
  }
  getLastColumn(): number {
    return this.rect.left + this.rect.columns;
  }
  getNumRows(): number {
    return this.rect.rows;
  }
  getNumColumns(): number {
    return this.rect.columns;
  }
  getHeight(): number {
    return this.rect.rows;
  }
  getWidth(): number {
    return this.rect.columns;
  }
  get rowStart(): number {
    return this.getRow();
  }
  get rowEnd(): number {
    return this.getLastRow();
  }
  get columnStart(): number {
    return this.getColumn();
  }
  get columnEnd(): number {
    return this.getLastColumn();
  }

  isStartRowBounded(): boolean {
    return !this.open.top;
  }
  isEndRowBounded(): boolean {
    return !this.open.bottom;
  }
  isStartColumnBounded(): boolean {
    return !this.open.left;
  }
  isEndColumnBounded(): boolean {
    return !this.open.right;
  }

  getA1Notation(): string {
    const { rect, open } = this;
    if (!open.bottom && !open.right) return rectName(rect);
    const from = `${open.left ? "" : columnLetters(rect.left)}${open.top ? "" : rect.top + 1}`;
    const toColumn = open.right ? "" : columnLetters(rect.left + rect.columns - 1);
    return `${from}:${toColumn}${open.bottom ? "" : rect.top + rect.rows}`;
  }

  getCell(row: number, column: number): Range {
    const { top, left, rows, columns } = this.rect;
    if (row < 1 || column < 1 || row > rows || column > columns) throw new SheetProblem("Cell reference out of range");
    return this.at({ top: top + row - 1, left: left + column - 1, rows: 1, columns: 1 });
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    const { top, left, rows, columns } = this.rect;
    const sheet = this.getSheet();
    return sheet.block(top + 1 + rowOffset, left + 1 + columnOffset, numRows ?? rows, numColumns ?? columns);
  }
}

function mismatch(what: "rows" | "columns", data: number, range: number): string {
  return (
    `The number of ${what} in the data does not match the number of ${what} in the range. ` +
    `The data has ${data} but the range has ${range}.`
  );
}
