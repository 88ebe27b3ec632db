import { areaOf, lettersOf, quoted, readReference } from "../formulas/reference.ts";
import type { Block } from "./book-file.ts";

/** Where open sides of "A:A" and "2:5" end: the last row and column that Excel has. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** "A1:B2" of a block, "$A$1:$B$2" where fixed. */
export function blockText({ top, left, rows, columns }: Block, fixed = false): string {
  const mark = fixed ? "$" : "";
  const cell = (row: number, column: number) => `${mark}${lettersOf(column)}${mark}${row + 1}`;
  const first = cell(top, left);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(top + rows - 1, left + columns - 1)}`;
}

/** "'My sheet'!$A$1:$B$2". */
export function placedText(sheet: string, block: Block): string {
  return `${quoted(sheet)}!${blockText(block, true)}`;
}

/** Reads "A1:B2" or "Sheet!A1:B2"; undefined where it is no block. */
export function readBlock(text: string): { sheet?: string; block: Block } | undefined {
  const reference = readReference(text);
  if (!reference) return undefined;
  const { top, left, bottom = MOST_ROWS - 1, right = MOST_COLUMNS - 1 } = areaOf(reference);
  const block = { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  return reference.sheet === undefined ? { block } : { sheet: reference.sheet, block };
}

/** The blocks of a list such as "A1:A9 C1:C9". */
export function readBlocks(list: string): Block[] {
  return list.split(/[\s,]+/).flatMap((text) => readBlock(text)?.block ?? []);
}

/** A1 name of a list's first cell, for which relative references in rules are written. */
export function anchorOf(blocks: Block[]): string {
  const [first] = blocks;
  return first ? blockText({ ...first, rows: 1, columns: 1 }) : "A1";
}
