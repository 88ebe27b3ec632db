import { parseTyped } from "../values/typed.ts";
import { evaluate } from "./evaluate.ts";
import type { Host, Raw } from "./host.ts";
import { parseFormula } from "./parse.ts";

const NOW = Date.UTC(2026, 2, 2, 9, 30);

type Sheets = Record<string, Raw[][]>;

/** A small book for tests of formulas: sheets of plain values, the formula's own cell at Z1 unless told otherwise. */
export function hostOf(sheets: Sheets, settings: Partial<Host> = {}): Host {
  const own = Object.keys(sheets)[0] ?? "Sheet1";
  const find = (sheet: string | null) => sheets[sheet ?? own];
  const rows = Math.max(50, ...Object.values(sheets).map((sheet) => sheet.length));
  return {
    row: 0,
    column: 25,
    nowMs: NOW,
    timeZone: "Europe/Berlin",
    locale: "en_US",
    cell: (sheet, row, column) => {
      const cells = find(sheet);
      return cells ? cells[row]?.[column] : "#REF!";
    },
    range: (sheet, { top, left, bottom = rows - 1, right = 25 }) => {
      const cells = find(sheet);
      if (!cells) return undefined;
      const usedRows = Math.max(0, Math.min(cells.length - top, bottom - top + 1));
      return {
        rows: bottom - top + 1,
        columns: right - left + 1,
        usedRows,
        at: (row, column) => cells[top + row]?.[left + column],
      };
    },
    name: (name) => (name.toLowerCase() === "prices" ? "Sheet1!B1:B3" : undefined),
    format: (_, __, column) => (column === 3 ? "yyyy-mm-dd" : ""),
    random: () => 0.5,
    ...settings,
  };
}

/** The sheet from rows of typed text, cells separated by " | ". */
export function sheetOf(...lines: string[]): Raw[][] {
  return lines.map((line) =>
    line.split("|").map((piece) => {
      const typed = parseTyped(piece.trim(), { locale: "en_US", timeZone: "Europe/Berlin", nowMs: NOW });
      return "formula" in typed || typed.value === "" ? undefined : typed.value;
    }),
  );
}

/** The result of a formula in a book. */
export function resultOf(formula: string, host: Host): ReturnType<typeof evaluate> {
  return evaluate(parseFormula(formula), host);
}
