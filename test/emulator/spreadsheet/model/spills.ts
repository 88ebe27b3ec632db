import type { CellValue } from "./cell.ts";
import type { FormulaCell } from "./formula-cell.ts";
import type { Spill } from "./engine.ts";
import type { Grid } from "./grid.ts";

const STRIDE = 20_000;

/** The values that array formulas of one sheet lay over the empty cells below and beside them. */
export class Spills {
  private readonly sources = new Set<FormulaCell>();
  private overlay = new Map<number, CellValue>();
  private results: unknown[] = [];
  private size = { rows: 0, columns: 0 };
  private isStale = true;
  private building = false;
  private seen = 0;

  constructor(private readonly grid: Grid) {}

  get any(): boolean {
    return this.sources.size > 0;
  }

  add(formula: FormulaCell): void {
    this.sources.add(formula);
    this.isStale = true;
  }

  remove(formula: FormulaCell): void {
    if (this.sources.delete(formula)) this.isStale = true;
  }

  stale(): void {
    this.isStale = true;
  }

  at(row: number, column: number): CellValue | undefined {
    this.refresh();
    return this.overlay.get(row * STRIDE + column);
  }

  /** The formula that lays a value over that cell. */
  sourceOf(row: number, column: number): FormulaCell | undefined {
    if (!this.any || this.at(row, column) === undefined) return undefined;
    for (const source of this.sources) {
      const line = source.blocked ? undefined : source.matrix()?.[row - source.row];
      if (line?.[column - source.column] !== undefined) return source;
    }
    return undefined;
  }

  /** How far spilled values reach, as counts from the first cell. */
  extent(): { rows: number; columns: number } {
    this.refresh();
    return this.size;
  }

  /** Lays the results anew where something has changed; formulas learn whether they are blocked. */
  refresh(): void {
    if (this.building) return;
    this.building = true;
    try {
      const results = [...this.sources].map((source) => source.matrix());
      const same = results.length === this.results.length && results.every((result, i) => result === this.results[i]);
      if (same && !this.isStale && this.overlayStillFree()) return;
      this.results = results;
      this.isStale = false;
      this.rebuild();
    } finally {
      this.building = false;
    }
  }

  /** A value typed into a spilled cell blocks the formula, clearing it frees it again: both touch a column's version. */
  private overlayStillFree(): boolean {
    for (let c = 0; c < this.size.columns; c++) if ((this.grid.columnVersions[c] ?? 0) > this.seen) return false;
    return this.grid.structureVersion <= this.seen;
  }

  private rebuild(): void {
    this.overlay = new Map();
    this.size = { rows: 0, columns: 0 };
    this.seen = this.grid.book.version;
    for (const source of this.sources) {
      const matrix = source.matrix();
      if (!matrix) continue;
      source.blocked = !this.isFree(source, matrix);
      this.size.columns = Math.max(this.size.columns, source.column + (matrix[0]?.length ?? 1));
      if (!source.blocked) this.lay(source, matrix);
    }
  }

  private isFree(source: FormulaCell, matrix: Spill): boolean {
    for (let r = 0; r < matrix.length; r++) {
      for (let c = 0; c < (matrix[r]?.length ?? 0); c++) {
        if (r === 0 && c === 0) continue;
        const [row, column] = [source.row + r, source.column + c];
        if (this.grid.slotAt(row, column) !== undefined || this.overlay.has(row * STRIDE + column)) return false;
      }
    }
    return true;
  }

  private lay(source: FormulaCell, matrix: Spill): void {
    for (let r = 0; r < matrix.length; r++) {
      const line = matrix[r] ?? [];
      for (let c = 0; c < line.length; c++) {
        const value = line[c];
        if ((r === 0 && c === 0) || value === undefined) continue;
        this.overlay.set((source.row + r) * STRIDE + source.column + c, value);
        this.size.rows = Math.max(this.size.rows, source.row + r + 1);
        this.size.columns = Math.max(this.size.columns, source.column + c + 1);
      }
    }
  }
}
