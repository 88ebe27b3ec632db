import type { Book, Metadata } from "./book.ts";
import type { Grid } from "./grid.ts";
import { SheetProblem } from "./problem.ts";
import { holds, type Rect } from "./rect.ts";

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

/** Gives a copied sheet the metadata of its original, where Google is taken to do so (platform I9). */
export function copySheetMetadata(source: Grid, copy: Grid): void {
  if (source.book.switches.metadataOfCopiedSheet === "left behind") return;
  copyMetadata(source, copy, (at) => ("gridId" in at ? { ...at, gridId: copy.id } : at));
}

/** Gives whole rows or columns that were copied over others what is attached to their originals. */
export function copyLineMetadata(source: Grid, from: Rect, to: { grid: Grid; top: number; left: number }): void {
  if (source.book.switches.metadataOfCopiedLines === "left behind") return;
  const isOfRows = from.left === 0 && from.columns === source.maxColumns;
  const isOfColumns = from.top === 0 && from.rows === source.maxRows;
  copyMetadata(source, to.grid, (at) => {
    const gridId = to.grid.id;
    if (at.kind === "ROW" && isOfRows && holds(from, at.index, from.left))
      return { ...at, gridId, index: at.index - from.top + to.top };
    if (at.kind === "COLUMN" && isOfColumns && holds(from, from.top, at.index))
      return { ...at, gridId, index: at.index - from.left + to.left };
    return undefined;
  });
}

/** Gives inserted lines what is attached to the line that they take their looks from. */
export function inheritMetadata(
  grid: Grid,
  kind: "ROW" | "COLUMN",
  lines: { from: number; at: number; count: number },
): void {
  if (grid.book.switches.metadataOfInsertedLines === "none") return;
  for (let index = lines.at; index < lines.at + lines.count; index++)
    copyMetadata(grid, grid, (at) => (at.kind === kind && at.index === lines.from ? { ...at, index } : undefined));
}

function copyMetadata(source: Grid, target: Grid, placeOf: (at: Target) => Target | undefined): void {
  for (const one of source.book.metadata.filter(({ at }) => "gridId" in at && at.gridId === source.id)) {
    const at = placeOf(one.at);
    if (at) target.book.metadata.push({ ...one, id: target.book.nextNumber(), at });
  }
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
