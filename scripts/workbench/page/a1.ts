/** A rectangle of cells, 0-based, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export function areaName({ top, left, bottom, right }: Area): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

/** Reads "B3", "B3:D9", "B:D" or "3:9" on a sheet of the given size; undefined where it is none of these. */
export function parseArea(text: string, rows: number, columns: number): Area | undefined {
  const match = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/.exec(text.trim().toUpperCase());
  if (!match || match[0] === "") return undefined;
  const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = match;
  if (match[3] === undefined && (c1 === "" || r1 === "")) return undefined;
  const area = {
    top: r1 ? Number(r1) - 1 : 0,
    bottom: r2 ? Number(r2) - 1 : rows - 1,
    left: c1 ? columnIndex(c1) : 0,
    right: c2 ? columnIndex(c2) : columns - 1,
  };
  return normalised(area, rows, columns);
}

function normalised(area: Area, rows: number, columns: number): Area | undefined {
  const top = Math.min(area.top, area.bottom);
  const left = Math.min(area.left, area.right);
  if (top < 0 || left < 0 || top >= rows || left >= columns) return undefined;
  return {
    top,
    left,
    bottom: Math.min(rows - 1, Math.max(area.top, area.bottom)),
    right: Math.min(columns - 1, Math.max(area.left, area.right)),
  };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export const sizeOf = (area: Area): { rows: number; columns: number } => ({
  rows: area.bottom - area.top + 1,
  columns: area.right - area.left + 1,
});

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
