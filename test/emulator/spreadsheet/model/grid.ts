import type { Book } from "./book.ts";
import type { CellValue, ColumnExtra, RowExtra, Slot } from "./cell.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Look, LookChange, LookRow } from "./look.ts";
import type { SheetParts } from "./sheet-parts.ts";
import { newParts } from "./sheet-parts.ts";
import type { Rect } from "./rect.ts";
import { Spills } from "./spills.ts";

/** One sheet: row-major values, looks and extras side by side, each row made when something first stands in it. */
export class Grid {
  readonly id: number;
  name: string;
  maxRows: number;
  maxColumns: number;
  /** The three arrays always have the same length, at most `maxRows`. */
  values: (Slot[] | undefined)[] = [];
  looks: (LookRow | undefined)[] = [];
  extras: (RowExtra | undefined)[] = [];
  columns: (ColumnExtra | undefined)[] = [];
  readonly parts: SheetParts = newParts();
  readonly formulas = new Set<FormulaCell>();
  readonly spills = new Spills(this);
  /** When a column last changed, in the book's versions; `structureVersion` is newer after any move of cells. */
  columnVersions: number[] = [];
  structureVersion = 0;
  /** How many cells of a column hold something; keeps getLastColumn cheap. */
  counts: number[] = [];
  private bottom = 0;

  constructor(
    readonly book: Book,
    { id, name, rows, columns }: { id: number; name: string; rows: number; columns: number },
  ) {
    this.id = id;
    this.name = name;
    this.maxRows = rows;
    this.maxColumns = columns;
  }

  get whole(): Rect {
    return { top: 0, left: 0, rows: this.maxRows, columns: this.maxColumns };
  }

  /** Makes the three arrays reach a row. */
  reach(row: number): void {
    for (let r = this.values.length; r <= row; r++) {
      this.values.push(undefined);
      this.looks.push(undefined);
      this.extras.push(undefined);
    }
  }

  /** Puts a slot into a cell as it is: no parsing, no rules. */
  store(row: number, column: number, slot: Slot): void {
    const line = this.values[row] ?? this.newLine(row, slot);
    if (!line) return;
    const before = line[column];
    if (before === slot) return;
    while (line.length < column) line.push(undefined);
    line[column] = slot;
    if (typeof before === "object") this.forget(before);
    if (typeof slot === "object") this.adopt(slot, row, column);
    if (before === undefined) this.counts[column] = (this.counts[column] ?? 0) + 1;
    else if (slot === undefined) this.counts[column] = (this.counts[column] ?? 1) - 1;
    if (row >= this.bottom && slot !== undefined) this.bottom = row + 1;
    this.columnVersions[column] = ++this.book.version;
  }

  private newLine(row: number, slot: Slot): Slot[] | undefined {
    if (slot === undefined) return undefined;
    this.reach(row);
    return (this.values[row] = []);
  }

  adopt(formula: FormulaCell, row: number, column: number): void {
    formula.place(this, row, column);
    this.formulas.add(formula);
    if (formula.maySpill) this.spills.add(formula);
  }

  forget(formula: FormulaCell): void {
    this.formulas.delete(formula);
    this.spills.remove(formula);
  }

  slotAt(row: number, column: number): Slot {
    return this.values[row]?.[column];
  }

  /** What the cell shows as a value: a formula's result, a spilled value, "" when empty. */
  valueAt(row: number, column: number): CellValue {
    const slot = this.values[row]?.[column];
    if (slot === undefined) return this.spills.any ? (this.spills.at(row, column) ?? "") : "";
    return typeof slot === "object" ? slot.value() : slot;
  }

  /** All values of a block, row by row. */
  valuesOf({ top, left, rows, columns }: Rect): CellValue[][] {
    const result: CellValue[][] = [];
    for (let r = top; r < top + rows; r++) {
      const line: CellValue[] = [];
      for (let c = left; c < left + columns; c++) line.push(this.valueAt(r, c));
      result.push(line);
    }
    return result;
  }

  formulaAt(row: number, column: number): string {
    const slot = this.values[row]?.[column];
    return typeof slot === "object" ? slot.text : "";
  }

  lookIdAt(row: number, column: number): number {
    return this.looks[row]?.[column] ?? 0;
  }

  lookAt(row: number, column: number): Look {
    return this.book.looks.at(this.lookIdAt(row, column));
  }

  isBlank(row: number, column: number): boolean {
    const slot = this.values[row]?.[column];
    return slot === undefined && !(this.spills.any && this.spills.at(row, column) !== undefined);
  }

  /** Changes the look of every cell of a block. */
  changeLook({ top, left, rows, columns }: Rect, change: LookChange): void {
    const changed = this.book.looks.changer(left, columns, change);
    this.reach(top + rows - 1);
    for (let r = top; r < top + rows; r++) this.looks[r] = changed(this.looks[r]);
  }

  setLookId(row: number, column: number, id: number): void {
    if (this.lookIdAt(row, column) === id) return;
    this.reach(row);
    const ids = [...(this.looks[row] ?? [])];
    while (ids.length < column) ids.push(0);
    ids[column] = id;
    this.looks[row] = this.book.looks.row(ids);
  }

  extraOf(row: number): RowExtra {
    this.reach(row);
    return (this.extras[row] ??= {});
  }

  noteAt(row: number, column: number): string {
    return this.extras[row]?.notes?.get(column) ?? "";
  }

  setNote(row: number, column: number, note: string): void {
    if (note === "") this.extras[row]?.notes?.delete(column);
    else (this.extraOf(row).notes ??= new Map()).set(column, note);
  }

  /** Number of the last row (1-based) that holds anything, 0 for an empty sheet. */
  lastRow(): number {
    while (this.bottom > 0 && !this.rowHolds(this.bottom - 1)) this.bottom--;
    return Math.max(this.bottom, this.spills.any ? this.spills.extent().rows : 0);
  }

  private rowHolds(row: number): boolean {
    const line = this.values[row];
    if (!line) return false;
    for (const slot of line) if (slot !== undefined) return true;
    return false;
  }

  lastColumn(): number {
    let column = this.counts.length;
    while (column > 0 && !this.counts[column - 1]) column--;
    return Math.max(column, this.spills.any ? this.spills.extent().columns : 0);
  }

  /** To be called after rows or columns were moved about: counts everything anew where `counts` is not kept up. */
  moved(bottom: number = this.values.length): void {
    this.bottom = Math.max(0, Math.min(bottom, this.values.length));
    this.structureVersion = ++this.book.version;
    this.spills.stale();
  }

  get knownBottom(): number {
    return this.bottom;
  }
}
