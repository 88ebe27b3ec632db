import type { Raw } from "../formulas/host.ts";
import type { FileChart, FilePicture } from "./chart-file.ts";

/** A block of cells, 0-based; `rows` and `columns` are counts. */
export interface Block {
  top: number;
  left: number;
  rows: number;
  columns: number;
}

/** How a cell looks; colours are "#rrggbb", sizes points, and what is absent is the default. */
export interface FileLook {
  numberFormat?: string;
  background?: string;
  fontColor?: string;
  fontFamily?: string;
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  wrap?: boolean;
  horizontal?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
}

/** What cells accept, in the criteria names of SpreadsheetApp; dates are serials, `source` is A1 text with its sheet. */
export interface FileValidation {
  blocks: Block[];
  criteria: string;
  values: (string | number | boolean)[];
  source?: string;
  showDropdown?: boolean;
  allowInvalid: boolean;
  help?: string;
}

/** A conditional format in the criteria names of SpreadsheetApp; dates are serials. */
export interface FileCondition {
  blocks: Block[];
  criteria: string;
  values: (string | number | boolean)[];
  look: Pick<FileLook, "background" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough">;
}

export interface FileGradient {
  blocks: Block[];
  /** Two or three points; a point without value is the least or the greatest value. */
  points: { color: string; type: "MIN" | "MAX" | "NUMBER" | "PERCENT" | "PERCENTILE"; value?: string }[];
}

export interface SheetFile {
  name: string;
  /** Values, ragged: dates are serials, errors their codes, undefined is empty. Of a formula its last result. */
  rows: Raw[][];
  /** The rows are texts that count as typed, as in a CSV file. */
  asTyped?: boolean;
  formulas: { row: number; column: number; text: string }[];
  /** Cells whose value is a part of an array formula's result, not their own. */
  spilled: { row: number; column: number }[];
  /** For each row the numbers of its cells' looks in `BookFile.looks`; 0 is the default. */
  looks: (readonly number[] | undefined)[];
  validations: FileValidation[];
  conditions: (FileCondition | FileGradient)[];
  merges: Block[];
  notes: { row: number; column: number; text: string }[];
  frozenRows: number;
  frozenColumns: number;
  /** In pixels, by column. */
  columnWidths: Record<number, number>;
  /** In pixels, by row. */
  rowHeights: Record<number, number>;
  hiddenColumns: number[];
  hiddenRows: number[];
  hidden: boolean;
  tabColor?: string;
  filter?: Block;
  hiddenGridlines: boolean;
  charts: FileChart[];
  pictures: FilePicture[];
}

/** A spreadsheet as a file holds it, without any format of one program. */
export interface BookFile {
  name?: string;
  locale?: string;
  timeZone?: string;
  sheets: SheetFile[];
  /** Every look once; the first is the default. */
  looks: FileLook[];
  namedAreas: { name: string; sheet: string; block: Block }[];
}

export function emptySheetFile(name: string): SheetFile {
  return {
    name,
    rows: [],
    formulas: [],
    spilled: [],
    looks: [],
    validations: [],
    conditions: [],
    merges: [],
    notes: [],
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
    hidden: false,
    hiddenGridlines: false,
    charts: [],
    pictures: [],
  };
}
