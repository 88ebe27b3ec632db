import { signatureMismatch } from "../core/argument-types.ts";
import type { EnumValue } from "../core/service-object.ts";
import { deleteCells, insertCells } from "./model/cell-shift.ts";
import { removeDuplicateRows } from "./model/duplicates.ts";
import { copyBlock, moveBlock, pastedRect, type PasteKind } from "./model/fill.ts";
import { autoFill, checkFill, neighbourFill } from "./model/auto-fill.ts";
import { dataRegion, nextDataCell, type DirectionName } from "./model/navigation.ts";
import { SheetProblem } from "./model/problem.ts";
import { reorder, sortBlock, type SortKey } from "./model/sorting.ts";
import { splitToColumns } from "./model/split-text.ts";
import { checkProtection } from "./model/write.ts";
import type { Range } from "./range.ts";
import { RangeRules } from "./range-rules.ts";
import { Sheet } from "./sheet.ts";
import { forgetView } from "./views.ts";

interface CopyOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
}

/** Copying, moving, sorting, filling and finding one's way. */
export class RangeMoves extends RangeRules {
  copyTo(destination: Range, how?: EnumValue | CopyOptions, transposed = false): void {
    this.paste(destination, kindOf(how), transposed);
  }

  private paste(destination: Range, kind: PasteKind, transposed = false): void {
    const { run } = this;
    run.write(this.size, () => {
      const target = destination.grid;
      const covered = pastedRect(this.rect, destination.rect, transposed);
      destination.checked(covered);
      checkProtection(target, covered, run.effectiveUser);
      copyBlock(this.checked(), destination.rect, { source: this.grid, target, kind, transposed });
      forgetView(run, target);
    });
  }

  copyValuesToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.paste(this.placeOn(sheet, { column, columnEnd, row, rowEnd }), "PASTE_VALUES");
  }
  copyFormatToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.paste(this.placeOn(sheet, { column, columnEnd, row, rowEnd }), "PASTE_FORMAT");
  }
  private placeOn(
    sheet: Sheet | number,
    { column, columnEnd, row, rowEnd }: { column: number; columnEnd: number; row: number; rowEnd: number },
  ): Range {
    const grid = typeof sheet === "number" ? this.grid.book.findGrid(sheet) : sheet.grid;
    if (!grid) throw new SheetProblem("Sheet not found");
    return new Sheet(this.run, grid).block(row, column, rowEnd - row + 1, columnEnd - column + 1);
  }

  moveTo(target: Range): void {
    const { run } = this;
    run.write(this.size, () => {
      const from = this.checked();
      const { top, left } = target.rect;
      const to = target.checked({ ...from, top, left });
      checkProtection(this.grid, from, run.effectiveUser);
      checkProtection(target.grid, to, run.effectiveUser);
      moveBlock(this.grid, from, { target: target.grid, at: { row: top, column: left } });
      forgetView(run);
    });
  }

  insertCells(dimension: EnumValue): Range {
    return this.writing((rect, grid) => insertCells(grid, rect, dimension.name as "ROWS" | "COLUMNS"));
  }
  deleteCells(dimension: EnumValue): void {
    this.writing((rect, grid) => deleteCells(grid, rect, dimension.name as "ROWS" | "COLUMNS"));
  }

  sort(order: unknown): Range {
    const keys = sortKeys(order);
    const { left, columns } = this.rect;
    if (keys.some(({ column }) => column < left || column >= left + columns)) {
      throw new SheetProblem("The column index must be within the range's columns.");
    }
    return this.writing((rect, grid) => void sortBlock(grid, rect, keys));
  }

  randomize(): Range {
    return this.writing((rect, grid) => {
      const order = Array.from({ length: rect.rows }, (_, i) => i);
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(grid.book.random() * (i + 1));
        [order[i], order[j]] = [order[j] ?? j, order[i] ?? i];
      }
      grid.reach(rect.top + rect.rows - 1);
      reorder(grid, rect, order);
    });
  }

  removeDuplicates(columnsToCompare?: number[]): Range {
    return this.changing((rect, grid) => {
      const columns = columnsToCompare?.map((column) => column - 1);
      return this.at({ ...rect, rows: removeDuplicateRows(grid, rect, columns) });
    });
  }

  splitTextToColumns(delimiter?: string | EnumValue): void {
    const sign = typeof delimiter === "object" ? DELIMITERS[delimiter.name] : delimiter;
    this.writing((rect, grid) => splitToColumns(grid, rect, sign));
  }

  autoFill(destination: Range, series: EnumValue): void {
    const to = destination.rect;
    checkFill(this.rect, to);
    this.run.write(destination.size, () => {
      checkProtection(this.grid, destination.checked(), this.run.effectiveUser);
      autoFill(this.grid, this.checked(), { to, alternate: series.name === "ALTERNATE_SERIES" });
      forgetView(this.run, this.grid);
    });
  }
  autoFillToNeighbor(series: EnumValue): void {
    this.writing((rect, grid) => {
      const to = neighbourFill(grid, rect);
      if (to) autoFill(grid, rect, { to, alternate: series.name === "ALTERNATE_SERIES" });
    });
  }

  getNextDataCell(direction: EnumValue): Range {
    const { top, left } = this.reading(1);
    const { row, column } = nextDataCell(this.grid, { row: top, column: left }, direction.name as DirectionName);
    return this.at({ top: row, left: column, rows: 1, columns: 1 });
  }
  getDataRegion(dimension?: EnumValue): Range {
    const rect = this.reading(1);
    return this.at(dataRegion(this.grid, rect, dimension?.name as "ROWS" | "COLUMNS" | undefined));
  }
}

const DELIMITERS: Record<string, string> = { COMMA: ",", SEMICOLON: ";", PERIOD: ".", SPACE: " " };

function kindOf(how: EnumValue | CopyOptions | undefined): PasteKind {
  if (!how) return "PASTE_NORMAL";
  if ("name" in how) return how.name as PasteKind;
  if (how.formatOnly) return "PASTE_FORMAT";
  return how.contentsOnly ? "PASTE_VALUES" : "PASTE_NORMAL";
}

/** What `Range.sort` takes: a column number, `{column, ascending}`, or an array of either; columns count from 1. */
function sortKeys(order: unknown): SortKey[] {
  return (Array.isArray(order) ? order : [order]).map((one: unknown) => {
    if (typeof one === "number") return { column: one - 1, ascending: true };
    if (!isSortSpec(one)) throw signatureMismatch("SpreadsheetApp.Range.sort", [order]);
    return { column: one.column - 1, ascending: one.ascending ?? true };
  });
}

function isSortSpec(value: unknown): value is { column: number; ascending?: boolean } {
  return typeof value === "object" && value !== null && "column" in value && typeof value.column === "number";
}
