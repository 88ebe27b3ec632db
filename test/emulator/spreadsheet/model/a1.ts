import type { Rect } from "./rect.ts";

/** A block read from A1 or R1C1 notation; an open side (`A:A`, `A2:A`, `1:3`) is undefined. 0-based, inclusive. */
export interface Notation {
  sheetName?: string;
  top?: number;
  left?: number;
  bottom?: number;
  right?: number;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,8})?$/;
const R1C1 = /^R([0-9]+)C([0-9]+)(?::R([0-9]+)C([0-9]+))?$/i;

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for "A", 26 for "aa". */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellName = (row: number, column: number): string => columnLetters(column) + String(row + 1);

/** "C5" or "A1:B2". */
export function rectName(rect: Rect): string {
  const first = cellName(rect.top, rect.left);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${cellName(rect.top + rect.rows - 1, rect.left + rect.columns - 1)}`;
}

/** A sheet name as it stands before "!", quoted where a formula needs it. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

function splitSheet(text: string): { sheetName?: string; cells: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheetName: (quoted[1] ?? "").replaceAll("''", "'"), cells: quoted[2] ?? "" };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { cells: text } : { sheetName: text.slice(0, bang), cells: text.slice(bang + 1) };
}

function fromR1C1(cells: string): Notation | undefined {
  const found = R1C1.exec(cells);
  if (!found) return undefined;
  const [r1, c1, r2, c2] = found.slice(1).map((part) => Number(part) - 1);
  if (r1 === undefined || c1 === undefined) return undefined;
  const bottom = Number.isNaN(r2 ?? NaN) ? r1 : (r2 ?? r1);
  const right = Number.isNaN(c2 ?? NaN) ? c1 : (c2 ?? c1);
  return ordered({ top: r1, left: c1, bottom, right });
}

function corner(text: string): { row?: number; column?: number } | undefined {
  const found = CELL.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) return undefined;
  return {
    ...(found[1] === undefined ? {} : { column: columnIndex(found[1]) }),
    ...(found[2] === undefined ? {} : { row: Number(found[2]) - 1 }),
  };
}

function ordered(area: Notation): Notation {
  const { top, bottom, left, right } = area;
  const result = { ...area };
  if (top !== undefined && bottom !== undefined && top > bottom) Object.assign(result, { top: bottom, bottom: top });
  if (left !== undefined && right !== undefined && left > right) Object.assign(result, { left: right, right: left });
  return result;
}

function fromA1(cells: string): Notation | undefined {
  const parts = cells.split(":");
  const first = corner(parts[0] ?? "");
  if (!first || parts.length > 2) return undefined;
  if (parts.length === 1) {
    const { row, column } = first;
    return row === undefined || column === undefined
      ? undefined
      : { top: row, bottom: row, left: column, right: column };
  }
  const second = corner(parts[1] ?? "");
  if (!second) return undefined;
  const rowsOnly = first.column === undefined && second.column === undefined;
  const columnsOnly = first.row === undefined && second.row === undefined;
  if (first.column === undefined && !rowsOnly) return undefined;
  const area: Notation = {};
  if (first.row !== undefined) area.top = first.row;
  if (first.column !== undefined) area.left = first.column;
  if (!columnsOnly && second.row !== undefined) area.bottom = second.row;
  if (!rowsOnly && second.column !== undefined) area.right = second.column;
  return ordered(area);
}

/** Reads `A1`, `A1:B2`, `A:A`, `1:3`, `A2:A`, `R1C1:R2C2`, each with or without `Sheet!`; undefined when it is none. */
export function parseNotation(text: string): Notation | undefined {
  const { sheetName, cells } = splitSheet(text.trim());
  const area = fromR1C1(cells) ?? fromA1(cells);
  if (!area) return undefined;
  return sheetName === undefined ? area : { ...area, sheetName };
}
