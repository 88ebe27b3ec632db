import type { FormulaCell } from "./formula-cell.ts";

/** What a cell holds once read; an empty cell is "". A date is its serial number under a date format. */
export type CellValue = string | number | boolean;

/** What stands in the grid itself: nothing, a value, or a formula with its last result. */
export type Slot = undefined | CellValue | FormulaCell;

/** A piece of a cell's text with its own link or text style; `end` is exclusive. */
export interface TextRun {
  start: number;
  end: number;
  link?: string;
  /** A people chip; it goes with the text that it stands for. */
  chip?: PersonChip;
  style?: TextLook;
}

/** Somebody who stands in a cell as a chip. */
export interface PersonChip {
  email: string;
  name: string;
}

export interface TextLook {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
  fontFamily?: string;
  fontSize?: number;
  foregroundColor?: string;
}

/** What few rows have; kept beside the values so that a row moves as one. */
export interface RowExtra {
  notes?: Map<number, string>;
  runs?: Map<number, readonly TextRun[]>;
  height?: number;
  hidden?: boolean;
}

export interface ColumnExtra {
  width?: number;
  hidden?: boolean;
}

/** What a write puts into a cell: a value, perhaps with the number format that typing it implies, or a formula. */
export type Input = { value: CellValue; format?: string } | { formula: string };
