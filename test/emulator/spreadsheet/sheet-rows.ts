import { SheetProblem } from "./model/problem.ts";
import type { Grid } from "./model/grid.ts";
import { appendedInput } from "./model/input.ts";
import { deleteColumns, deleteRows, insertColumns, insertRows, moveColumns, moveRows } from "./model/structure.ts";
import { sortBlock } from "./model/sorting.ts";
import { writeBlock } from "./model/write.ts";
import type { Range } from "./range.ts";
import type { Sheet } from "./sheet.ts";
import { SheetBlock } from "./sheet-block.ts";

const rowsOf = (at: number, count: number) => (grid: Grid) => ({
  top: at,
  left: 0,
  rows: count,
  columns: grid.maxColumns,
});
const columnsOf = (at: number, count: number) => (grid: Grid) => ({
  top: 0,
  left: at,
  rows: grid.maxRows,
  columns: count,
});

/** Rows and columns: appending, inserting, deleting, moving, sorting. Positions are Google's, from 1 on. */
export class SheetRows extends SheetBlock {
  appendRow(contents: unknown[]): Sheet {
    const { book } = this.grid;
    return this.writing(
      (grid) => ({
        top: Math.min(grid.lastRow(), grid.maxRows - 1),
        left: 0,
        rows: 1,
        columns: Math.max(1, contents.length),
      }),
      (grid) => {
        const row = grid.lastRow();
        if (row >= grid.maxRows) insertRows(grid, grid.maxRows, 1, grid.maxRows - 1);
        const missing = contents.length - grid.maxColumns;
        if (missing > 0) insertColumns(grid, grid.maxColumns, missing, grid.maxColumns - 1);
        if (contents.length === 0) return;
        const rect = { top: row, left: 0, rows: 1, columns: contents.length };
        writeBlock(grid, rect, (_r, c, format) => appendedInput(book, contents[c], format));
      },
      contents.length,
    );
  }

  insertRowAfter(position: number): Sheet {
    return this.insertRowsAfter(position, 1);
  }
  insertRowBefore(position: number): Sheet {
    return this.insertRowsBefore(position, 1);
  }
  insertRowsAfter(position: number, howMany: number): Sheet {
    return this.insertingRows(position, howMany, position - 1);
  }
  insertRowsBefore(position: number, howMany: number): Sheet {
    return this.insertingRows(position - 1, howMany, position - 1);
  }
  insertRows(rowIndex: number, numRows = 1): void {
    this.insertingRows(rowIndex - 1, numRows, rowIndex - 1);
  }
  private insertingRows(at: number, count: number, inheritFrom: number): Sheet {
    this.assertRows(inheritFrom + 1, 1);
    return this.writing(rowsOf(Math.max(0, at - 1), 1), (grid) => {
      if (at > grid.maxRows) throw new SheetProblem("Those rows are out of bounds.");
      insertRows(grid, at, count, inheritFrom);
    });
  }
  deleteRow(position: number): Sheet {
    this.deleteRows(position, 1);
    return this.self;
  }
  deleteRows(position: number, howMany: number): void {
    this.assertRows(position, howMany);
    this.writing(rowsOf(position - 1, howMany), (grid) => deleteRows(grid, position - 1, howMany));
  }
  moveRows(rows: Range, destination: number): void {
    const { top, rows: count } = rows.rect;
    this.assertRows(destination, 0);
    this.writing(rowsOf(top, count), (grid) => moveRows(grid, top, count, destination - 1));
  }

  insertColumnAfter(position: number): Sheet {
    return this.insertColumnsAfter(position, 1);
  }
  insertColumnBefore(position: number): Sheet {
    return this.insertColumnsBefore(position, 1);
  }
  insertColumnsAfter(position: number, howMany: number): Sheet {
    return this.insertingColumns(position, howMany, position - 1);
  }
  insertColumnsBefore(position: number, howMany: number): Sheet {
    return this.insertingColumns(position - 1, howMany, position - 1);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertingColumns(columnIndex - 1, numColumns, columnIndex - 1);
  }
  private insertingColumns(at: number, count: number, inheritFrom: number): Sheet {
    this.assertColumns(inheritFrom + 1, 1);
    return this.writing(columnsOf(Math.max(0, at - 1), 1), (grid) => {
      if (at > grid.maxColumns) throw new SheetProblem("Those columns are out of bounds.");
      insertColumns(grid, at, count, inheritFrom);
    });
  }
  deleteColumn(position: number): Sheet {
    this.deleteColumns(position, 1);
    return this.self;
  }
  deleteColumns(position: number, howMany: number): void {
    this.assertColumns(position, howMany);
    this.writing(columnsOf(position - 1, howMany), (grid) => deleteColumns(grid, position - 1, howMany));
  }
  moveColumns(columns: Range, destination: number): void {
    const { left, columns: count } = columns.rect;
    this.assertColumns(destination, 0);
    this.writing(columnsOf(left, count), (grid) => moveColumns(grid, left, count, destination - 1));
  }

  /** Known at once where nothing waits that could change the size of the sheet. */
  private assertRows(position: number, count: number): void {
    const isOut = position < 1 || position + Math.max(0, count - 1) > this.grid.maxRows + (count === 0 ? 1 : 0);
    if (isOut && !this.run.hasQueuedWrites) throw new SheetProblem("Those rows are out of bounds.");
  }
  private assertColumns(position: number, count: number): void {
    const isOut = position < 1 || position + Math.max(0, count - 1) > this.grid.maxColumns + (count === 0 ? 1 : 0);
    if (isOut && !this.run.hasQueuedWrites) throw new SheetProblem("Those columns are out of bounds.");
  }

  /** Sorts all rows below the frozen ones. */
  sort(columnPosition: number, ascending = true): Sheet {
    this.assertColumns(columnPosition, 1);
    const touched = (grid: Grid) => ({
      ...grid.whole,
      top: grid.parts.frozenRows,
      rows: grid.maxRows - grid.parts.frozenRows,
    });
    return this.writing(
      touched,
      (grid) => void sortBlock(grid, touched(grid), [{ column: columnPosition - 1, ascending }]),
    );
  }

  hideRow(row: Range): void {
    this.hideRows(row.rect.top + 1, row.rect.rows);
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.assertRows(rowIndex, numRows);
    this.markRows(rowIndex - 1, numRows, true);
  }
  unhideRow(row: Range): void {
    this.showRows(row.rect.top + 1, row.rect.rows);
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.assertRows(rowIndex, numRows);
    this.markRows(rowIndex - 1, numRows, false);
  }
  private markRows(top: number, rows: number, hidden: boolean): void {
    this.setting((grid) => {
      const end = hidden ? top + rows : Math.min(top + rows, grid.extras.length);
      for (let r = top; r < end; r++) {
        if (hidden) grid.extraOf(r).hidden = true;
        else delete grid.extras[r]?.hidden;
      }
    });
  }
  hideColumn(column: Range): void {
    this.hideColumns(column.rect.left + 1, column.rect.columns);
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    this.assertColumns(columnIndex, numColumns);
    this.markColumns(columnIndex - 1, numColumns, true);
  }
  unhideColumn(column: Range): void {
    this.showColumns(column.rect.left + 1, column.rect.columns);
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.assertColumns(columnIndex, numColumns);
    this.markColumns(columnIndex - 1, numColumns, false);
  }
  private markColumns(left: number, columns: number, hidden: boolean): void {
    this.setting((grid) => {
      for (let c = left; c < left + columns; c++) {
        const { hidden: _old, ...rest } = grid.columns[c] ?? {};
        grid.columns[c] = hidden ? { ...rest, hidden } : rest;
      }
    });
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.reading().extras[rowPosition - 1]?.hidden === true;
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.reading().columns[columnPosition - 1]?.hidden === true;
  }
}
