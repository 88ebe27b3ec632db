import type { Corner, Reference } from "./reference.ts";
import { quoted, readReference, writeReference } from "./reference.ts";
import { tokensOf } from "./tokens.ts";

/** A formula in R1C1 notation, as seen from a cell (0-based). Relative parts are always written: R[0]C[0]. */
export function toR1C1(formula: string, row: number, column: number): string {
  const written = tokensOf(formula).map(({ kind, text }) => {
    const reference = kind === "reference" ? readReference(text) : undefined;
    return reference ? writeR1C1(reference, row, column) : text;
  });
  return (formula.startsWith("=") ? "=" : "") + written.join("");
}

function writeR1C1({ sheet, from, to }: Reference, row: number, column: number): string {
  const corner = (one: Corner) =>
    part("R", one.row, one.rowFixed ? undefined : row) + part("C", one.column, one.columnFixed ? undefined : column);
  const prefix = sheet === undefined ? "" : `${quoted(sheet)}!`;
  return prefix + corner(from) + (to ? `:${corner(to)}` : "");
}

function part(letter: "R" | "C", line: number | undefined, from: number | undefined): string {
  if (line === undefined) return "";
  return from === undefined ? `${letter}${line + 1}` : `${letter}[${line - from}]`;
}

const PART = String.raw`(?:\[-?\d+\]|\d+)?`;
const CORNER = `(?:R${PART}C${PART}|R${PART}|C${PART})`;
const PIECES = new RegExp(
  String.raw`("(?:[^"]|"")*"|'(?:[^']|'')*'!)|(?<![\p{L}\p{N}_.$])(${CORNER})(?::(${CORNER}))?(?![\p{L}\p{N}_.(\[!])`,
  "giu",
);

/** A formula in A1 notation from one in R1C1 that stands in a cell (0-based); what falls off the grid becomes #REF!. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(PIECES, (text, kept?: string, first?: string, second?: string) => {
    if (kept !== undefined || first === undefined) return text;
    const from = readCorner(first, row, column);
    const open = from.row === undefined || from.column === undefined;
    // A bare "R[1]" or "C" names a whole row or column, written as a range in A1 notation.
    const to = second === undefined ? (open ? from : undefined) : readCorner(second, row, column);
    return writeReference(to ? { from, to } : { from });
  });
}

function readCorner(text: string, row: number, column: number): Corner {
  const found = /^(?:R(\[-?\d+\]|\d+)?)?(?:C(\[-?\d+\]|\d+)?)?$/i.exec(text);
  const corner: Corner = { rowFixed: isFixed(found?.[1]), columnFixed: isFixed(found?.[2]) };
  if (/^R/i.test(text)) corner.row = lineOf(found?.[1], row);
  if (/C/i.test(text)) corner.column = lineOf(found?.[2], column);
  return corner;
}

function isFixed(part: string | undefined): boolean {
  return part !== undefined && !part.startsWith("[");
}

function lineOf(part: string | undefined, own: number): number {
  if (part === undefined) return own;
  return part.startsWith("[") ? own + Number(part.slice(1, -1)) : Number(part) - 1;
}
