import { evaluate } from "../../formulas/evaluate.ts";
import type { Ast } from "../../formulas/ast.ts";
import type { Host, Raw, RawCells } from "../../formulas/host.ts";
import { impliedFormat, type Offset } from "../../formulas/implied-format.ts";
import { parseFormula } from "../../formulas/parse.ts";
import { conventionsOf } from "../../values/locale.ts";
import { rectName, quotedSheetName } from "./a1.ts";
import type { CellValue } from "./cell.ts";
import { numberFormatAt } from "./display.ts";
import type { Grid } from "./grid.ts";

/** A formula's text, read; `ast` is undefined where it can't be read. */
export interface Parsed {
  ast: Ast | undefined;
}

export interface Place {
  grid: Grid;
  row: number;
  column: number;
  /** Stands for what the cell itself holds. */
  instead?: CellValue;
}

export function parseFormulaText(text: string, locale: string): Parsed {
  try {
    return { ast: parseFormula(text, conventionsOf(locale).decimal === ",") };
  } catch (error) {
    if (error instanceof Error && error.name === "FormulaSyntaxError") return { ast: undefined };
    throw error;
  }
}

/** Rows of values that an array formula lays over its neighbours; where it has none, the cell stays empty. */
export type Spill = (CellValue | undefined)[][];

export interface Evaluated {
  /** One value, or rows of values that spill. */
  value: CellValue | Spill;
  /** The functions that are not known here and that the value hangs on, be it through other cells. */
  unknown: string[];
}

export function evaluateFormula({ ast }: Parsed, place: Place): Evaluated {
  if (!ast) return { value: "#ERROR!", unknown: [] };
  const unknown = new Set<string>();
  const value = evaluate(ast, new FormulaHost(place, (name) => unknown.add(name)));
  return { value, unknown: [...unknown] };
}

/** References may go in circles; a circle has no format. */
const DEEPEST = 50;
let depth = 0;

/** What a running formula sees: its own book, with every column it looks at noted as a dependency. */
class FormulaHost implements Host {
  readonly row: number;
  readonly column: number;
  readonly nowMs: number;
  readonly timeZone: string;
  readonly locale: string;
  private readonly grid: Grid;

  constructor(
    private readonly place: Place,
    readonly unknownFunction: (name: string) => unknown = () => undefined,
  ) {
    const { grid, row, column } = place;
    this.grid = grid;
    this.row = row;
    this.column = column;
    this.nowMs = grid.book.now();
    this.timeZone = grid.book.timeZone;
    this.locale = grid.book.locale;
  }

  customFunction(name: string, argsOf: () => unknown[]): Exclude<Raw, undefined> | Raw[][] | undefined {
    return this.grid.book.customFunction?.(name, argsOf);
  }

  cell(sheet: string | null, row: number, column: number): Raw {
    const grid = this.gridNamed(sheet);
    if (!grid || row < 0 || column < 0 || row >= grid.maxRows || column >= grid.maxColumns) return "#REF!";
    this.note(grid, column, column);
    return this.rawAt(grid, row, column);
  }

  range(
    sheet: string | null,
    area: { top: number; left: number; bottom?: number; right?: number },
  ): RawCells | undefined {
    const grid = this.gridNamed(sheet);
    const { top, left } = area;
    if (!grid || top < 0 || left < 0 || top >= grid.maxRows || left >= grid.maxColumns) return undefined;
    const bottom = Math.min(area.bottom ?? grid.maxRows - 1, grid.maxRows - 1);
    const right = Math.min(area.right ?? grid.maxColumns - 1, grid.maxColumns - 1);
    this.note(grid, left, right);
    const used = Math.max(grid.values.length, grid.spills.any ? grid.spills.extent().rows : 0);
    return {
      rows: bottom - top + 1,
      columns: right - left + 1,
      usedRows: Math.max(0, Math.min(bottom + 1, used) - top),
      at: (row, column) => this.rawAt(grid, top + row, left + column),
    };
  }

  name(name: string): string | undefined {
    const { book } = this.grid;
    const area = book.namedArea(name);
    const grid = area && book.findGrid(area.gridId);
    return grid && `${quotedSheetName(grid.name)}!${rectName(area.rect)}`;
  }

  format(sheet: string | null, row: number, column: number): string {
    const grid = this.gridNamed(sheet);
    if (!grid || depth > DEEPEST) return "";
    depth++;
    try {
      return numberFormatAt(grid, row, column) ?? "";
    } finally {
      depth--;
    }
  }

  random(): number {
    return this.grid.book.random();
  }

  private gridNamed(sheet: string | null): Grid | undefined {
    return sheet === null ? this.grid : this.grid.book.gridNamed(sheet);
  }

  private rawAt(grid: Grid, row: number, column: number): Raw {
    const { instead } = this.place;
    if (instead !== undefined && grid === this.grid && row === this.row && column === this.column) return instead;
    const slot = grid.slotAt(row, column);
    if (slot === undefined) return grid.spills.any ? grid.spills.at(row, column) : undefined;
    if (typeof slot !== "object") return slot;
    const value = slot.value();
    slot.unknown.forEach(this.unknownFunction);
    return value;
  }

  private note(grid: Grid, left: number, right: number): void {
    grid.book.tracker?.push({ grid, left, right });
  }
}

/** The number format that a formula's result brings along where its cell has none of its own. */
export function formatOfFormula({ ast }: Parsed, place: Place, at?: Offset): string | undefined {
  return ast && impliedFormat(ast, new FormulaHost(place), at);
}
