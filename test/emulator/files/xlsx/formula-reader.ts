import { translateFormula } from "../../formulas/translate.ts";
import { readBlock } from "../blocks.ts";
import type { SheetFile } from "../book-file.ts";
import { readFormula } from "./formula.ts";
import type { Cell } from "./library.ts";

interface Shared {
  text: string;
  row: number;
  column: number;
}

/** Collects a sheet's formulas. Excel writes a filled-down formula once, at its first cell, and numbers the others. */
export class FormulaReader {
  private readonly shared = new Map<number, Shared>();

  constructor(private readonly file: SheetFile) {}

  read(cell: Cell, row: number, column: number): void {
    const text = this.textOf(cell, row, column);
    if (text === undefined) this.file.spilled.push({ row, column });
    else if (text !== "=") this.file.formulas.push({ row, column, text });
  }

  private textOf(cell: Cell, row: number, column: number): string | undefined {
    const { formula = "", formulaSharedIndex, formulaType } = cell;
    const first = formulaSharedIndex === undefined ? undefined : this.shared.get(formulaSharedIndex);
    if (formula === "" && first) return translateFormula(first.text, row - first.row, column - first.column);
    const text = readFormula(formula);
    if (text === undefined) return undefined;
    if (formulaSharedIndex !== undefined) this.shared.set(formulaSharedIndex, { text, row, column });
    return formulaType === "array" ? this.arrayFormula(text, cell, { row, column }) : text;
  }

  /** What Excel enters as an array formula is ARRAYFORMULA in Sheets; the other cells of its block only show its result. */
  private arrayFormula(text: string, { formulaRef }: Cell, at: { row: number; column: number }): string {
    const block = formulaRef === undefined ? undefined : readBlock(formulaRef)?.block;
    for (let row = block?.top ?? 0; block && row < block.top + block.rows; row++) {
      for (let column = block.left; column < block.left + block.columns; column++) {
        if (row !== at.row || column !== at.column) this.file.spilled.push({ row, column });
      }
    }
    return /^=\s*ARRAYFORMULA\(/i.test(text) ? text : `=ARRAYFORMULA(${text.slice(1)})`;
  }
}
