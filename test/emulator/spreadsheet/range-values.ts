import { NotEmulated } from "../core/errors.ts";
import { isGoogleFunction } from "../formulas/functions/google-functions.ts";
import { epochOf } from "../values/serial.ts";
import type { CellValue, Input } from "./model/cell.ts";
import { displayAt, numberFormatAt } from "./model/display.ts";
import { fromR1C1, toR1C1 } from "../formulas/r1c1.ts";
import { translateFormula } from "../formulas/translate.ts";
import type { Grid } from "./model/grid.ts";
import { scriptInput } from "./model/input.ts";
import type { Rect } from "./model/rect.ts";
import { checkHeadersAllowed } from "./model/tables.ts";
import { writeBlock } from "./model/write.ts";
import type { Range } from "./range.ts";
import { RangeBlock } from "./range-block.ts";
import { isDateFormat } from "../values/pattern.ts";

/** What `getValue` answers for a cell: a number under a date format is a Date of the spreadsheet's zone. */
function scriptValue(grid: Grid, row: number, column: number): CellValue | Date {
  const value = grid.valueAt(row, column);
  if (typeof value !== "number") return value;
  const isDate =
    typeof grid.slotAt(row, column) === "number"
      ? grid.book.looks.dates[grid.lookIdAt(row, column)]
      : isDateFormat(numberFormatAt(grid, row, column) ?? "");
  return isDate ? new Date(epochOf(value, grid.book.timeZone)) : value;
}

/** A block of script values; plain cells are read straight from the rows. */
export function scriptValues(grid: Grid, { top, left, rows, columns }: Rect): (CellValue | Date)[][] {
  const result: (CellValue | Date)[][] = [];
  const { dates } = grid.book.looks;
  const { timeZone } = grid.book;
  const spilled = grid.spills.any;
  for (let r = top; r < top + rows; r++) {
    const slots = grid.values[r];
    const look = grid.looks[r];
    const line = new Array<CellValue | Date>(columns);
    for (let i = 0; i < columns; i++) {
      const slot = slots?.[left + i];
      if (slot === undefined && !spilled) line[i] = "";
      else if (typeof slot === "number") {
        line[i] = dates[look?.[left + i] ?? 0] ? new Date(epochOf(slot, timeZone)) : slot;
      } else if (typeof slot === "string" || typeof slot === "boolean") line[i] = slot;
      else line[i] = scriptValue(grid, r, left + i);
    }
    result.push(line);
  }
  return result;
}

/** Reading and writing what cells hold. */
export class RangeValues extends RangeBlock {
  getValue(): unknown {
    return this.known(() => this.first((r, c) => scriptValue(this.grid, r, c)));
  }
  getValues(): unknown[][] {
    return this.known(() => {
      const rect = this.reading();
      return scriptValues(this.grid, rect);
    });
  }
  getDisplayValue(): string {
    return this.known(() => this.first((r, c) => displayAt(this.grid, r, c)));
  }
  getDisplayValues(): string[][] {
    return this.known(() => this.collect((r, c) => displayAt(this.grid, r, c)));
  }
  /** Refuses a #NAME? that Google would not answer: the formula's function exists there. */
  private known<T>(read: () => T): T {
    const { book } = this.grid;
    book.unknownFunctions.clear();
    const answer = read();
    const name = [...book.unknownFunctions].find(isGoogleFunction);
    if (!name) return answer;
    if (!this.run.workspace.showsUnknownFormulas) throw new NotEmulated(`${name} in a formula`);
    this.run.missing.add(`${name} in a formula`);
    return answer;
  }
  getFormula(): string {
    return this.first((r, c) => this.grid.formulaAt(r, c));
  }
  getFormulas(): string[][] {
    return this.collect((r, c) => this.grid.formulaAt(r, c));
  }
  getFormulaR1C1(): string | null {
    return this.first((r, c) => this.r1c1At(r, c));
  }
  getFormulasR1C1(): (string | null)[][] {
    return this.collect((r, c) => this.r1c1At(r, c));
  }
  private r1c1At(row: number, column: number): string | null {
    const text = this.grid.formulaAt(row, column);
    return text === "" ? null : toR1C1(text, row, column);
  }

  isBlank(): boolean {
    const { top, left, rows, columns } = this.reading();
    for (let r = top; r < top + rows; r++) {
      for (let c = left; c < left + columns; c++) if (!this.grid.isBlank(r, c)) return false;
    }
    return true;
  }

  setValue(value: unknown): Range {
    return this.putAll((r, c, format) => {
      const input = scriptInput(this.grid.book, value, format);
      return "formula" in input ? { formula: this.moved(input.formula, r, c) } : input;
    });
  }

  setValues(values: unknown[][]): Range {
    this.checkForm(values);
    const { top, left } = this.rect;
    return this.putAll((r, c, format) => scriptInput(this.grid.book, values[r - top]?.[c - left], format));
  }

  setFormula(formula: string): Range {
    return this.putAll((r, c) => formulaInput(this.moved(formula, r, c)));
  }

  setFormulas(formulas: string[][]): Range {
    this.checkForm(formulas);
    const { top, left } = this.rect;
    return this.putAll((r, c) => formulaInput(formulas[r - top]?.[c - left] ?? ""));
  }

  setFormulaR1C1(formula: string): Range {
    return this.putAll((r, c) => formulaInput(fromR1C1(withSign(formula), r, c)));
  }

  setFormulasR1C1(formulas: string[][]): Range {
    this.checkForm(formulas);
    const { top, left } = this.rect;
    return this.putAll((r, c) => {
      const formula = formulas[r - top]?.[c - left] ?? "";
      return formulaInput(formula === "" ? "" : fromR1C1(withSign(formula), r, c));
    });
  }

  /** A formula set on several cells is meant for the first; the others get it as if it were filled. */
  private moved(formula: string, row: number, column: number): string {
    const { top, left } = this.rect;
    return translateFormula(withSign(formula), row - top, column - left);
  }

  protected putAll(inputOf: (row: number, column: number, format: string | undefined) => Input | undefined): Range {
    const { top, left } = this.rect;
    return this.writing((rect, grid) => {
      checkHeadersAllowed(grid, rect);
      writeBlock(grid, rect, (r, c, format) => inputOf(r - rect.top + top, c - rect.left + left, format));
    });
  }

  /** Fills a checkbox rule's own values in, or looks at them; used by check, uncheck and isChecked. */
  protected checkboxValues(row: number, column: number): { on: CellValue; off: CellValue } | undefined {
    const rule = this.grid.lookAt(row, column).validation;
    if (rule?.criteria !== "CHECKBOX") return undefined;
    const [on, off] = rule.values;
    if (on === undefined) return { on: true, off: false };
    return { on, off: off ?? "" };
  }

  check(): Range {
    return this.tick("on");
  }
  uncheck(): Range {
    return this.tick("off");
  }

  private tick(which: "on" | "off"): Range {
    return this.putAll((r, c) => {
      const values = this.checkboxValues(r, c);
      return values && { value: values[which] };
    });
  }

  isChecked(): boolean | null {
    const states = this.collect((r, c) => {
      const values = this.checkboxValues(r, c);
      return values && this.grid.valueAt(r, c) === values.on;
    }).flat();
    const [first] = states;
    return first === undefined || states.some((state) => state !== first) ? null : first;
  }

  trimWhitespace(): Range {
    return this.writing((rect, grid) => {
      writeBlock(grid, rect, (r, c) => {
        const slot = grid.slotAt(r, c);
        if (typeof slot !== "string") return undefined;
        const value = slot.replace(/[\s\u00a0]+/g, " ").trim();
        return value === slot ? undefined : { value };
      });
    });
  }
}

function formulaInput(text: string): Input {
  return text === "" || text === "=" ? { value: "" } : { formula: withSign(text) };
}

function withSign(formula: string): string {
  return formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
}
