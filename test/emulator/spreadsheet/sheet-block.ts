import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import { type Notation, parseNotation } from "./model/a1.ts";
import type { Grid } from "./model/grid.ts";
import { outsideGrid, SheetProblem } from "./model/problem.ts";
import type { Rect } from "./model/rect.ts";
import { checkProtection } from "./model/write.ts";
import { Range } from "./range.ts";
import { RangeList } from "./range-list.ts";
import { scriptValues } from "./range-values.ts";
import type { Sheet } from "./sheet.ts";
import { forgetView, originalOf, seenBy } from "./views.ts";

/** A sheet's ranges, and how its methods read and write: the ground under all of Sheet's methods. */
export class SheetBlock extends ServiceObject {
  private readonly source: Grid;

  constructor(run: Execution, grid: Grid) {
    super(run);
    this.source = originalOf(grid);
  }

  /** The sheet as this execution sees it. */
  get grid(): Grid {
    return seenBy(this.run, this.source);
  }

  protected get self(): Sheet {
    return this as unknown as Sheet;
  }

  /** The grid, after waiting writes; throws when the sheet is gone. */
  protected reading(cells = 1): Grid {
    this.run.read(cells);
    return this.existing();
  }

  protected existing(): Grid {
    if (!this.source.book.grids.includes(this.source)) throw new SheetProblem("Sheet not found");
    return this.grid;
  }

  /** Queues a change of the sheet's cells or structure; asks the protections of the touched block. */
  protected writing(touched: (grid: Grid) => Rect, apply: (grid: Grid) => void, cells = 1): Sheet {
    this.run.write(cells, () => {
      const grid = this.existing();
      checkProtection(grid, touched(grid), this.run.effectiveUser);
      apply(grid);
      forgetView(this.run, grid);
    });
    return this.self;
  }

  /** Queues a change that no protection of cells forbids. */
  protected setting(apply: (grid: Grid) => void): Sheet {
    this.run.write(1, () => {
      apply(this.existing());
      forgetView(this.run, this.source);
    });
    return this.self;
  }

  /** A range in Google's numbers (1-based); refuses what lies outside the grid, unless rows are still to be inserted. */
  block(row: number, column: number, numRows: number, numColumns: number): Range {
    if (row < 1) throw new SheetProblem("The starting row of the range is too small.");
    if (column < 1) throw new SheetProblem("The starting column of the range is too small.");
    if (numRows < 1) throw new SheetProblem("The number of rows in the range must be at least 1.");
    if (numColumns < 1) throw new SheetProblem("The number of columns in the range must be at least 1.");
    const rect = { top: row - 1, left: column - 1, rows: numRows, columns: numColumns };
    this.assertInside(rect);
    return new Range(this.run, this.grid, rect);
  }

  private assertInside({ top, left, rows, columns }: Rect): void {
    const isOutside = top + rows > this.grid.maxRows || left + columns > this.grid.maxColumns;
    if (isOutside && !this.run.hasQueuedWrites) throw outsideGrid();
  }

  getRange(first: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    if (typeof first === "string") return this.named(first);
    return this.block(Math.trunc(first), Math.trunc(column ?? 1), Math.trunc(numRows), Math.trunc(numColumns));
  }

  private named(text: string): Range {
    const notation = parseNotation(text);
    if (notation) return this.ofNotation(notation);
    const area = this.grid.book.namedArea(text);
    const grid = area && this.grid.book.findGrid(area.gridId);
    if (!area || grid !== this.source) throw new SheetProblem("Range not found");
    return new Range(this.run, this.grid, area.rect);
  }

  /** A range of this sheet from A1 notation; open sides follow the edge of the sheet. Outside the grid it is refused at its first use. */
  ofNotation({ sheetName, top, left, bottom, right }: Notation): Range {
    const grid = sheetName === undefined ? this.grid : this.grid.book.gridNamed(sheetName);
    if (!grid) throw new SheetProblem("Range not found");
    const open = {
      top: top === undefined,
      left: left === undefined,
      bottom: bottom === undefined,
      right: right === undefined,
    };
    const rect = {
      top: top ?? 0,
      left: left ?? 0,
      rows: bottom === undefined ? 1 : bottom - (top ?? 0) + 1,
      columns: right === undefined ? 1 : right - (left ?? 0) + 1,
    };
    if (rect.top < 0 || rect.rows < 1) throw new SheetProblem("Range not found");
    return new Range(this.run, grid, rect, open);
  }

  getRangeList(notations: string[]): RangeList {
    return new RangeList(
      this.run,
      notations.map((text) => this.named(text)),
    );
  }

  getDataRange(): Range {
    const grid = this.reading();
    return this.block(1, 1, Math.max(1, grid.lastRow()), Math.max(1, grid.lastColumn()));
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    const grid = this.reading();
    const rows = numRows === -1 ? Math.max(1, grid.lastRow() - startRow + 1) : numRows;
    const columns = numColumns === -1 ? Math.max(1, grid.lastColumn() - startColumn + 1) : numColumns;
    const { rect } = this.block(startRow, startColumn, rows, columns);
    this.run.read(rows * columns);
    return scriptValues(grid, rect);
  }

  getLastRow(): number {
    return this.reading().lastRow();
  }
  getLastColumn(): number {
    return this.reading().lastColumn();
  }
  getMaxRows(): number {
    return this.reading().maxRows;
  }
  getMaxColumns(): number {
    return this.reading().maxColumns;
  }
}
