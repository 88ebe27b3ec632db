/** One end of a reference, 0-based; a whole column has no row, a whole row no column. */
export interface Corner {
  row?: number;
  column?: number;
  rowFixed: boolean;
  columnFixed: boolean;
}

/** `A1`, `A1:B2`, `A2:A`, `A:C`, `1:3`, each with or without its sheet. */
export interface Reference {
  sheet?: string;
  from: Corner;
  to?: Corner;
}

/** A block of cells, 0-based and inclusive; a side that is open has no number. */
export interface Area {
  top: number;
  left: number;
  bottom?: number;
  right?: number;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

/** Reads the text of a reference token. Returns undefined where it is none. */
export function readReference(text: string): Reference | undefined {
  const bang = text.lastIndexOf("!");
  const [first = "", second] = text.slice(bang + 1).split(":");
  const from = readCorner(first);
  const to = second === undefined ? undefined : readCorner(second);
  if (!from || (second !== undefined && !to)) return undefined;
  if (!to && (from.row === undefined || from.column === undefined)) return undefined;
  const reference: Reference = to ? { from, to } : { from };
  if (bang > 0) reference.sheet = unquoted(text.slice(0, bang));
  return reference;
}

function readCorner(text: string): Corner | undefined {
  const found = CORNER.exec(text);
  if (!found || text === "") return undefined;
  const [, dollar1, letters, dollar2, digits] = found;
  const corner: Corner = { columnFixed: letters !== undefined && dollar1 === "$", rowFixed: false };
  if (letters !== undefined) corner.column = columnOf(letters);
  if (digits !== undefined) {
    corner.row = Number(digits) - 1;
    corner.rowFixed = letters === undefined ? dollar1 === "$" : dollar2 === "$";
  }
  return corner.row === -1 ? undefined : corner;
}

/** The text of a reference; "#REF!" where a corner has left the grid. */
export function writeReference({ sheet, from, to }: Reference): string {
  const corners = to ? `${writeCorner(from)}:${writeCorner(to)}` : writeCorner(from);
  const prefix = sheet === undefined ? "" : `${quoted(sheet)}!`;
  return corners.includes("#") ? `${prefix}#REF!` : prefix + corners;
}

function writeCorner({ row, column, rowFixed, columnFixed }: Corner): string {
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return "#";
  const letters = column === undefined ? "" : (columnFixed ? "$" : "") + lettersOf(column);
  return letters + (row === undefined ? "" : `${rowFixed ? "$" : ""}${row + 1}`);
}

/** The cells of a reference with its corners put in order. */
export function areaOf({ from, to }: Reference): Area {
  if (!to) return { top: from.row ?? 0, left: from.column ?? 0, bottom: from.row ?? 0, right: from.column ?? 0 };
  const [top, bottom] = side(from.row, to.row);
  const [left, right] = side(from.column, to.column);
  return { top, left, ...(bottom === undefined ? {} : { bottom }), ...(right === undefined ? {} : { right }) };
}

/** `A2:A` starts in row 2 and is open below; `A:A5` starts in row 1. */
function side(first: number | undefined, second: number | undefined): [number, number | undefined] {
  if (first === undefined) return second === undefined ? [0, undefined] : [0, second];
  return second === undefined ? [first, undefined] : [Math.min(first, second), Math.max(first, second)];
}

/** 0 for "A", 27 for "AB". */
function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + (letters.charCodeAt(index) & 31);
  return column - 1;
}

/** "A" for 0, "AB" for 27. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** A sheet's name as it stands before "!". */
export function quoted(name: string): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^R\d*C\d*$/i.test(name);
  return bare ? name : `'${name.replace(/'/g, "''")}'`;
}
