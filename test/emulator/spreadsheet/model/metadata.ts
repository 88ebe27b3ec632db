import type { Book, Metadata } from "./book.ts";
import type { Grid } from "./grid.ts";
import { SheetProblem } from "./problem.ts";
import type { Rect } from "./rect.ts";

export type Target = Metadata["at"];

const BUDGET = 30_000;
const NOT_THERE =
  "Adding developer metadata to arbitrary ranges is not currently supported. " +
  "Developer metadata may only be added to the top-level spreadsheet, an individual sheet, " +
  "or an entire row or column.";

/** The row or column that a range is; Google takes nothing else. */
export function targetOfRange(grid: Grid, rect: Rect): Target | undefined {
  if (rect.rows === 1 && rect.left === 0 && rect.columns === grid.maxColumns) {
    return { kind: "ROW", gridId: grid.id, index: rect.top };
  }
  if (rect.columns === 1 && rect.top === 0 && rect.rows === grid.maxRows) {
    return { kind: "COLUMN", gridId: grid.id, index: rect.left };
  }
  return undefined;
}

/** The target, or Google's refusal. */
export function checkedTarget(target: Target | undefined): Target {
  if (!target) throw new SheetProblem(NOT_THERE);
  return target;
}

export function sameTarget(a: Target, b: Target): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "SPREADSHEET" || b.kind === "SPREADSHEET") return true;
  if (a.gridId !== b.gridId) return false;
  return a.kind === "SHEET" || b.kind === "SHEET" || a.index === b.index;
}

/** Each sheet has its own 30,000 characters of keys and values, and so has the spreadsheet itself (platform C5). */
export function checkBudget(
  book: Book,
  target: Target,
  { key, value, except }: { key: string; value?: string | undefined; except?: Metadata },
): void {
  const home = target.kind === "SPREADSHEET" ? undefined : target.gridId;
  let used = key.length + (value?.length ?? 0);
  for (const one of book.metadata) {
    const itsHome = one.at.kind === "SPREADSHEET" ? undefined : one.at.gridId;
    if (one !== except && itsHome === home) used += one.key.length + (one.value?.length ?? 0);
  }
  if (used > BUDGET) {
    throw new SheetProblem("The developer metadata would exceed the storage limit of 30000 characters.");
  }
}
