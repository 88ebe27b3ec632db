import type { Memory } from "./memory.ts";
import { parse, readLong, writeLong } from "./memory.ts";
import type { SheetKey } from "./sheet-plans.ts";
import { columnLetters } from "./tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Sheets = Readonly<Record<SheetKey, Sheet>>;

/** A cell of a settings sheet that can't be understood; row and column are 1-based. */
export interface Mistake {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: number;
  readonly sentence: string;
}

const MARKED = "marked";
const MARK = "⚠ ";

/** A mistake as it is told away from its cell: "Business hours, C2: …". */
export function inWords(sheets: Sheets, { sheet, row, column, sentence }: Mistake): string {
  return `${sheets[sheet].getName()}, ${columnLetters(column)}${row}: ${sentence}`;
}

/**
 * Puts a note on each cell with a mistake, and takes away those of mistakes that are mended; people's own notes stay. Sheets whose mistakes
 * are marked already are left alone, unless everything is to be looked at.
 */
export function markMistakes(
  memory: Memory,
  sheets: Sheets,
  { mistakes, isThorough }: { mistakes: readonly Mistake[]; isThorough: boolean },
): void {
  const marked = parse<readonly Mistake[]>(readLong(memory, MARKED)) ?? [];
  const own = (list: readonly Mistake[], key: SheetKey): Mistake[] => list.filter(({ sheet }) => sheet === key);
  for (const key of ["statuses", "settings", "policies", "hours", "holidays"] as const) {
    if (isThorough || JSON.stringify(own(marked, key)) !== JSON.stringify(own(mistakes, key)))
      markSheet(sheets[key], own(mistakes, key));
  }
  if (JSON.stringify(marked) !== JSON.stringify(mistakes)) writeLong(memory, MARKED, JSON.stringify(mistakes));
}

/** Whether exactly these mistakes are marked. */
export function areMarked(memory: Memory, mistakes: readonly Mistake[]): boolean {
  return (readLong(memory, MARKED) ?? "[]") === JSON.stringify(mistakes);
}

function markSheet(sheet: Sheet, mistakes: readonly Mistake[]): void {
  const height = sheet.getMaxRows() - 1;
  if (height < 1) return;
  const range = sheet.getRange(2, 1, height, sheet.getMaxColumns());
  const before = range.getNotes();
  const after = before.map((row) => row.map((note) => (note.startsWith(MARK) ? "" : note)));
  for (const { row, column, sentence } of mistakes) {
    const cells = after[row - 2];
    if (cells && column <= cells.length)
      cells[column - 1] = `${MARK}${sentence} The last valid version stays in force.`;
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) range.setNotes(after);
}
