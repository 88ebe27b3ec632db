import type { Grid } from "./grid.ts";
import type { Look } from "./look.ts";
import { copyLineMetadata } from "./metadata.ts";
import { bottomOf, intersects, rightOf, type Rect } from "./rect.ts";
import {
  capture,
  clearContents,
  changeExistingLooks,
  clearNotes,
  paste,
  setRuns,
  slotFor,
  withFormatOf,
  withoutBorders,
  withoutFormat,
  withValidationOf,
  type CellCopy,
  type Region,
} from "./region.ts";

/** What a copy carries over, as Google's CopyPasteType names it. */
export type PasteKind =
  | "PASTE_NORMAL"
  | "PASTE_NO_BORDERS"
  | "PASTE_FORMAT"
  | "PASTE_FORMULA"
  | "PASTE_DATA_VALIDATION"
  | "PASTE_VALUES"
  | "PASTE_CONDITIONAL_FORMATTING"
  | "PASTE_COLUMN_WIDTHS";

interface PasteJob {
  source: Grid;
  target: Grid;
  kind: PasteKind;
  transposed?: boolean;
}

/** The block a copy really covers: whole repeats of the source while they fit into the target, at least one. */
export function pastedRect(source: Rect, target: Rect, transposed = false): Rect {
  const rows = transposed ? source.columns : source.rows;
  const columns = transposed ? source.rows : source.columns;
  return {
    top: target.top,
    left: target.left,
    rows: Math.max(1, Math.floor(target.rows / rows)) * rows,
    columns: Math.max(1, Math.floor(target.columns / columns)) * columns,
  };
}

/** Copies a block over another, repeated where the target is larger; the covered block is answered. */
export function copyBlock(from: Rect, to: Rect, job: PasteJob): Rect {
  const { source, kind, transposed = false } = job;
  const covered = pastedRect(from, to, transposed);
  const region = capture(source, from);
  const values = kind === "PASTE_VALUES" ? source.valuesOf(from) : undefined;
  for (let r = 0; r < covered.rows; r++) {
    for (let c = 0; c < covered.columns; c++) {
      const [i, j] = transposed ? [c % from.rows, r % from.columns] : [r % from.rows, c % from.columns];
      const copy = region.cells[i]?.[j];
      if (!copy) continue;
      const shown = values ? { ...copy, value: values[i]?.[j] ?? "" } : copy;
      const at = { row: covered.top + r, column: covered.left + c };
      const by = { rows: at.row - from.top - i, columns: at.column - from.left - j };
      pasteCell(job, at, { copy: shown, by });
    }
  }
  if (kind === "PASTE_NORMAL" || kind === "PASTE_CONDITIONAL_FORMATTING") copyConditionalFormats(region, covered, job);
  if (kind === "PASTE_COLUMN_WIDTHS") copyWidths(from, covered, job);
  if (kind === "PASTE_NORMAL" && !transposed) {
    copyMerges(from, covered, job);
    copyLineMetadata(source, from, { grid: job.target, top: covered.top, left: covered.left });
  }
  return covered;
}

interface Copied {
  copy: CellCopy;
  by: { rows: number; columns: number };
}

function pasteCell(
  { source, target, kind }: PasteJob,
  at: { row: number; column: number },
  { copy, by }: Copied,
): void {
  const look = source.book.looks.at(copy.look);
  const change = (changed: Look): void => target.setLookId(at.row, at.column, target.book.looks.idOf(changed));
  const here = target.lookAt(at.row, at.column);
  switch (kind) {
    case "PASTE_NORMAL":
      return paste(target, at, { ...copy, look: target.book.looks.idOf(look) }, by);
    case "PASTE_NO_BORDERS":
      return paste(target, at, { ...copy, look: target.book.looks.idOf(withoutBorders(look)) }, by);
    case "PASTE_FORMAT":
      return change(withFormatOf(here, look));
    case "PASTE_DATA_VALIDATION":
      return change(withValidationOf(here, look));
    case "PASTE_FORMULA":
      return target.store(at.row, at.column, slotFor(copy, by.rows, by.columns));
    case "PASTE_VALUES":
      target.store(at.row, at.column, copy.value === "" ? undefined : copy.value);
      setRuns(target, at, copy.runs);
      return;
  }
}

function copyConditionalFormats(region: Region, covered: Rect, { source, target }: PasteJob): void {
  if (source !== target) return;
  for (const rule of source.parts.conditionalFormats) {
    if (!rule.rects.some((rect) => intersects(rect, region.rect))) continue;
    const inside = rule.rects.some((rect) => rect.top <= covered.top && bottomOf(rect) >= bottomOf(covered) &&
      rect.left <= covered.left && rightOf(rect) >= rightOf(covered)); // prettier-ignore
    if (!inside) rule.rects.push({ ...covered });
  }
}

function copyWidths(from: Rect, covered: Rect, { source, target }: PasteJob): void {
  for (let c = 0; c < covered.columns; c++) {
    const width = source.columns[from.left + (c % from.columns)]?.width;
    const { width: _old, ...rest } = target.columns[covered.left + c] ?? {};
    target.columns[covered.left + c] = width === undefined ? rest : { ...rest, width };
  }
}

function copyMerges(from: Rect, covered: Rect, { source, target }: PasteJob): void {
  const inside = source.parts.merges.filter((merge) => intersects(merge, from));
  if (source === target && intersects(from, covered)) return;
  target.parts.merges = target.parts.merges.filter((merge) => !intersects(merge, covered));
  for (let r = 0; r < covered.rows; r += from.rows) {
    for (let c = 0; c < covered.columns; c += from.columns) {
      for (const merge of inside) {
        const top = covered.top + r + merge.top - from.top;
        target.parts.merges.push({ ...merge, top, left: covered.left + c + merge.left - from.left });
      }
    }
  }
}

/** Cuts a block and puts it down elsewhere: formulas keep what they refer to, formats and rules go along. */
export function moveBlock(
  source: Grid,
  from: Rect,
  { target, at }: { target: Grid; at: { row: number; column: number } },
): Rect {
  const region = capture(source, from);
  const merges = source.parts.merges.filter((merge) => intersects(merge, from));
  source.parts.merges = source.parts.merges.filter((merge) => !intersects(merge, from));
  clearContents(source, from);
  clearNotes(source, from);
  changeExistingLooks(source, from, (look) => withValidationOf(withoutFormat(look), {}));
  const covered = { top: at.row, left: at.column, rows: from.rows, columns: from.columns };
  region.cells.forEach((line, r) => {
    line.forEach((copy, c) => {
      const look = target.book.looks.idOf(source.book.looks.at(copy.look));
      paste(target, { row: at.row + r, column: at.column + c }, { ...copy, look });
    });
  });
  for (const merge of merges) {
    target.parts.merges.push({
      ...merge,
      top: merge.top - from.top + at.row,
      left: merge.left - from.left + at.column,
    });
  }
  return covered;
}
