import type { CellValue } from "./cell.ts";
import { type Parsed, evaluateFormula, formatOfFormula, parseFormulaText, type Spill } from "./engine.ts";
import type { Grid } from "./grid.ts";
import { isGoogleFunction } from "../../formulas/functions/google-functions.ts";
import { translateFormula } from "../../formulas/translate.ts";

/** Columns of one grid that a result was made from; newer versions of them make it stale. */
interface Dependency {
  grid: Grid;
  left: number;
  right: number;
}

const VOLATILE = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;
const MAY_SPILL =
  /\{|\b(ARRAYFORMULA|FILTER|SORTN?|UNIQUE|SPLIT|TRANSPOSE|SEQUENCE|QUERY|FLATTEN|MAP|BYROW|BYCOL|MAKEARRAY|REGEXEXTRACT|IMPORTRANGE|TOCOL|TOROW|HSTACK|VSTACK|CHOOSECOLS|CHOOSEROWS|INDEX|XLOOKUP|RANDARRAY|FREQUENCY|GROWTH|TREND|LINEST|MMULT|SCAN|LET|LAMBDA|OFFSET|INDIRECT|ARRAY_CONSTRAIN)\b/i;

/** A formula in a cell with its last result; evaluated when read and only if something it saw has changed. */
export class FormulaCell {
  row = 0;
  column = 0;
  /** An array result that finds other content in its way shows #REF! instead. */
  blocked = false;
  /** Functions that are not known here and that the value hangs on. */
  unknown: readonly string[] = [];
  readonly maySpill: boolean;
  private grid: Grid | undefined;
  private parsed: Parsed | undefined;
  private result: CellValue | Spill | undefined;
  private dependencies: Dependency[] = [];
  private seen = -1;
  private seenClock = NaN;
  private running = false;

  constructor(
    readonly text: string,
    /** The value a file brought along, shown while the formula uses a function that is not known here. */
    readonly cached?: CellValue,
  ) {
    this.maySpill = MAY_SPILL.test(text) || callsCustomFunction(text);
  }

  place(grid: Grid, row: number, column: number): void {
    if (this.grid === grid && this.row === row && this.column === column) return;
    this.grid = grid;
    this.row = row;
    this.column = column;
    this.seen = -1;
  }

  /** As snapshots keep it; the last good value is the file's, results are computed anew. */
  toJSON(): { f: string; c?: CellValue } {
    return this.cached === undefined ? { f: this.text } : { f: this.text, c: this.cached };
  }

  /** The value that the formula's own cell shows. */
  value(): CellValue {
    const result = this.current();
    for (const name of this.unknown) this.grid?.book.unknownFunctions.add(name);
    if (!Array.isArray(result)) return result;
    this.grid?.spills.refresh();
    return this.blocked ? "#REF!" : (result[0]?.[0] ?? "");
  }

  /** The whole array where the result is one; the same array as long as nothing it saw has changed. */
  matrix(): Spill | undefined {
    const result = this.current();
    return Array.isArray(result) ? result : undefined;
  }

  /** The number format that the result brings along where a cell that shows it has none of its own (a date, a percentage). */
  format(at = { row: this.row, column: this.column }): string | undefined {
    const { grid, row, column } = this;
    const offset = { row: at.row - row, column: at.column - column };
    return grid && formatOfFormula(this.parse(grid), { grid, row, column }, offset);
  }

  private parse({ book }: Grid): Parsed {
    return (this.parsed ??= parseFormulaText(this.text, book.locale));
  }

  private current(): CellValue | Spill {
    const { grid } = this;
    if (!grid) return "";
    if (this.running) return "#REF!";
    if (this.result === undefined || !this.isFresh(grid)) this.evaluate(grid);
    grid.book.tracker?.push(...this.dependencies);
    return this.result ?? "";
  }

  private isFresh({ book }: Grid): boolean {
    if (VOLATILE.test(this.text) && (this.seenClock !== book.now() || this.seen !== book.version)) return false;
    if (this.seen === book.version) return true;
    for (const { grid, left, right } of this.dependencies) {
      if (grid.structureVersion > this.seen) return false;
      for (let c = left; c <= right; c++) if ((grid.columnVersions[c] ?? 0) > this.seen) return false;
    }
    this.seen = book.version;
    return true;
  }

  private evaluate(grid: Grid): void {
    const { book } = grid;
    const outer = book.tracker;
    const tracker: Dependency[] = [];
    book.tracker = tracker;
    this.running = true;
    try {
      const place = { grid, row: this.row, column: this.column };
      const { value, unknown } = evaluateFormula(this.parse(grid), place);
      const isKept = unknown.length > 0 && this.cached !== undefined;
      this.result = isKept ? this.cached : value;
      this.unknown = isKept ? [] : unknown;
    } finally {
      this.running = false;
      book.tracker = outer;
    }
    this.dependencies = compact(tracker);
    this.seen = book.version;
    this.seenClock = book.now();
  }
}

export type { Dependency };

/** Whether a name is called that is none of Google's; a script's function may answer rows of values. */
function callsCustomFunction(text: string): boolean {
  return [...text.matchAll(/\b([A-Za-z_][\w.]*)\s*\(/g)].some(([, name = ""]) => !isGoogleFunction(name.toUpperCase()));
}

function compact(dependencies: Dependency[]): Dependency[] {
  const kept: Dependency[] = [];
  for (const one of dependencies) {
    const known = kept.find(({ grid, left, right }) => grid === one.grid && left <= one.left && right >= one.right);
    if (!known) kept.push(one);
  }
  return kept;
}

/**
 * What a formula would give in a cell, as custom conditions of validation and conditional formats need it;
 * `by` shifts its relative references, `instead` stands for what the cell holds now.
 */
export function evaluateFor(
  place: { grid: Grid; row: number; column: number },
  text: string,
  { by, instead }: { by?: { row: number; column: number }; instead?: CellValue } = {},
): CellValue {
  const formula = text.startsWith("=") ? text : `=${text}`;
  const here = by && (by.row !== 0 || by.column !== 0) ? translateFormula(formula, by.row, by.column) : formula;
  const at = instead === undefined ? place : { ...place, instead };
  const { value } = evaluateFormula(parseFormulaText(here, place.grid.book.locale), at);
  return Array.isArray(value) ? (value[0]?.[0] ?? "") : value;
}
