import { SheetProblem } from "./model/problem.ts";
import { copyGrid, deleteGrid } from "./model/sheets.ts";
import type { Range } from "./range.ts";
import type { RangeList } from "./range-list.ts";
import { selectionOf } from "./selected.ts";
import { Selection } from "./selection.ts";
import { Sheet } from "./sheet.ts";
import { SpreadsheetPeople } from "./spreadsheet-people.ts";

interface InsertOptions {
  template?: Sheet;
}

/** Sheets of a spreadsheet, the active one, and the methods that speak for the active sheet. */
export class SpreadsheetSheets extends SpreadsheetPeople {
  getSheets(): Sheet[] {
    return this.book.grids.map((grid) => new Sheet(this.run, grid));
  }
  getNumSheets(): number {
    return this.book.grids.length;
  }
  getSheetByName(name: string): Sheet | null {
    const grid = this.book.grids.find((one) => one.name === name);
    return grid ? new Sheet(this.run, grid) : null;
  }
  getSheetById(id: number): Sheet | null {
    const grid = this.book.findGrid(id);
    return grid ? new Sheet(this.run, grid) : null;
  }

  /** Every variant: a name, a 0-based position, a template, in this order, each left out or given. */
  insertSheet(...args: (string | number | InsertOptions | null | undefined)[]): Sheet {
    this.run.flush();
    const name = args.find((arg) => typeof arg === "string");
    const position = args.find((arg) => typeof arg === "number");
    const options = args.find((arg): arg is InsertOptions => typeof arg === "object" && arg !== null);
    const index = Math.min(position ?? this.activeIndex() + 1, this.book.grids.length);
    const grid = options?.template
      ? copyGrid(options.template.grid, this.book, { name: name ?? this.book.freeName(), index })
      : this.book.addGrid({ ...(name === undefined ? {} : { name }), index });
    selectionOf(this.run, this.book).show(grid);
    return new Sheet(this.run, grid);
  }

  deleteSheet(sheet: Sheet): void {
    this.run.flush();
    deleteGrid(sheet.grid);
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    this.run.flush();
    const source = this.getActiveSheet().grid;
    const grid = copyGrid(source, this.book, { name: `Copy of ${source.name}`, index: this.activeIndex() + 1 });
    selectionOf(this.run, this.book).show(grid);
    return new Sheet(this.run, grid);
  }
  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }
  moveActiveSheet(position: number): void {
    this.run.flush();
    const { grids } = this.book;
    if (position < 1 || position > grids.length) throw new SheetProblem("The sheet index is out of bounds.");
    const [grid] = grids.splice(this.activeIndex(), 1);
    if (grid) grids.splice(position - 1, 0, grid);
  }
  private activeIndex(): number {
    return this.book.grids.indexOf(selectionOf(this.run, this.book).grid);
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.run, selectionOf(this.run, this.book).grid);
  }
  setActiveSheet(sheet: Sheet, _restoreSelection?: boolean): Sheet {
    return sheet.activate();
  }
  getSelection(): Selection {
    return new Selection(this.run, selectionOf(this.run, this.book));
  }
  getActiveRange(): Range | null {
    return this.getSelection().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.getSelection().getActiveRangeList();
  }
  getActiveCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  getCurrentCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(list: RangeList): RangeList {
    return list.activate();
  }
  setActiveSelection(selected: Range | string): Range {
    return (typeof selected === "string" ? this.getActiveSheet().getRange(selected) : selected).activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  appendRow(contents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(contents);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getSheetValues(...args: [number, number, number, number]): unknown[][] {
    return this.getActiveSheet().getSheetValues(...args);
  }
  sort(columnPosition: number, ascending?: boolean): Sheet {
    return this.getActiveSheet().sort(columnPosition, ascending);
  }
  insertRowAfter(position: number): Sheet {
    return this.getActiveSheet().insertRowAfter(position);
  }
  insertRowBefore(position: number): Sheet {
    return this.getActiveSheet().insertRowBefore(position);
  }
  insertRowsAfter(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(position, howMany);
  }
  insertRowsBefore(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(position, howMany);
  }
  deleteRow(position: number): Sheet {
    return this.getActiveSheet().deleteRow(position);
  }
  deleteRows(position: number, howMany: number): void {
    this.getActiveSheet().deleteRows(position, howMany);
  }
  insertColumnAfter(position: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(position);
  }
  insertColumnBefore(position: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(position);
  }
  insertColumnsAfter(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(position, howMany);
  }
  insertColumnsBefore(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(position, howMany);
  }
  deleteColumn(position: number): Sheet {
    return this.getActiveSheet().deleteColumn(position);
  }
  deleteColumns(position: number, howMany: number): void {
    this.getActiveSheet().deleteColumns(position, howMany);
  }
  hideRow(row: Range): void {
    row.getSheet().hideRow(row);
  }
  unhideRow(row: Range): void {
    row.getSheet().unhideRow(row);
  }
  hideColumn(column: Range): void {
    column.getSheet().hideColumn(column);
  }
  unhideColumn(column: Range): void {
    column.getSheet().unhideColumn(column);
  }
  isRowHiddenByUser(position: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(position);
  }
  isRowHiddenByFilter(position: number): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(position);
  }
  isColumnHiddenByUser(position: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(position);
  }
  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }
  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }
  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }
  getColumnWidth(position: number): number {
    return this.getActiveSheet().getColumnWidth(position);
  }
  setColumnWidth(position: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(position, width);
  }
  getRowHeight(position: number): number {
    return this.getActiveSheet().getRowHeight(position);
  }
  setRowHeight(position: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(position, height);
  }
  autoResizeColumn(position: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(position);
  }
}
