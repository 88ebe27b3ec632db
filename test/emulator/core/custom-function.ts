import { types } from "node:util";
import type { Book } from "../spreadsheet/model/book.ts";
import type { CellValue } from "../spreadsheet/model/cell.ts";
import { scriptInput } from "../spreadsheet/model/input.ts";
import { serialOf } from "../values/serial.ts";
import type { Workspace } from "../workspace.ts";
import type { Caller } from "./execution.ts";

const CELL: Caller = { activeUser: "", effectiveUser: "", authMode: "CUSTOM_FUNCTION", trigger: "custom" };

/** Runs a function of a book's script for a formula: one value or rows of values, #ERROR! where it throws. */
export function runCustomFunction(
  workspace: Workspace,
  book: Book,
  { name, argsOf }: { name: string; argsOf: () => unknown[] },
): CellValue | CellValue[][] | undefined {
  for (const project of workspace.projects) {
    const found = project.container === book ? project.customFunction(name) : undefined;
    if (found === undefined) continue;
    const args = argsOf();
    const { value, error } = project.runAs(CELL, found, () => args);
    return error ? "#ERROR!" : cellsOf(book, value);
  }
  return undefined;
}

/** An array of arrays is rows, a plain array a column. */
function cellsOf(book: Book, value: unknown): CellValue | CellValue[][] {
  if (!Array.isArray(value)) return cellOf(book, value);
  return value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map((item: unknown) => cellOf(book, item)));
}

function cellOf(book: Book, value: unknown): CellValue {
  if (typeof value === "string") return value;
  if (types.isDate(value)) return serialOf(value.getTime(), book.timeZone);
  const input = scriptInput(book, value);
  return "formula" in input ? input.formula : input.value;
}
