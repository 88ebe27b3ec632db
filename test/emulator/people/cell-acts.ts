import type { CellValue, PersonChip } from "../spreadsheet/model/cell.ts";
import { autoFill } from "../spreadsheet/model/auto-fill.ts";
import { copyBlock, pastedRect, moveBlock, type PasteKind } from "../spreadsheet/model/fill.ts";
import { typedInput } from "../spreadsheet/model/input.ts";
import { unite, type Rect } from "../spreadsheet/model/rect.ts";
import { clearContents, setRuns } from "../spreadsheet/model/region.ts";
import { sortBlock, type SortKey } from "../spreadsheet/model/sorting.ts";
import { insertColumns, insertRows } from "../spreadsheet/model/structure.ts";
import { checkProtection, put, writeBlock } from "../spreadsheet/model/write.ts";
import type { Act } from "./act.ts";
import { memento, usedRect } from "./memento.ts";
import type { Place } from "./place.ts";

export type CopyWhat = "all" | "values" | "format";
const PASTE: Record<CopyWhat, PasteKind> = { all: "PASTE_NORMAL", values: "PASTE_VALUES", format: "PASTE_FORMAT" };

/** What an act remembers: its own cells, or the whole sheet where undo is to take the scripts' writes along. */
export type Remember = (place: Place) => () => void;
export const rememberCells: Remember = ({ grid, rect }) => memento(grid, rect);
export const rememberSheet: Remember = ({ grid, rect }) => {
  const bringBack = memento(grid, unite(usedRect(grid), rect));
  return () => {
    clearContents(grid, grid.whole);
    bringBack();
  };
};

/** Types into one cell; throws what a strict rule or a protection says to the person. */
export function typeInto(place: Place, text: string, remember: Remember): Act {
  const { grid, rect, writer } = place;
  const one = { ...rect, rows: 1, columns: 1 };
  checkProtection(grid, one, writer);
  const undo = remember({ ...place, rect: one });
  const oldValue = eventText(grid.valueAt(rect.top, rect.left));
  writeBlock(grid, one, (_r, _c, format) => typedInput(grid.book, text, format));
  const value = eventText(grid.valueAt(rect.top, rect.left));
  const single = { ...(value !== "" && { value }), ...(oldValue !== "" && { oldValue }) };
  return { changeType: "EDIT", edited: { gridId: grid.id, rect: one }, single, undo };
}

/** Puts somebody into a cell as a people chip; its text is what scripts and formulas read. */
export function putChip(place: Place, chip: PersonChip, remember: Remember): Act {
  const { grid, rect } = place;
  const text = grid.book.switches.peopleChipReads === "name" ? chip.name : chip.email;
  const act = typeInto(place, text, remember);
  setRuns(grid, { row: rect.top, column: rect.left }, [{ start: 0, end: text.length, chip }]);
  return act;
}

/** Empties cells; of one cell the event tells the old value only. */
export function clearCells(place: Place, remember: Remember): Act {
  const { grid, rect, writer } = place;
  checkProtection(grid, rect, writer);
  const undo = remember(place);
  const oldValue = eventText(grid.valueAt(rect.top, rect.left));
  clearContents(grid, rect);
  const isOne = rect.rows === 1 && rect.columns === 1;
  return { ...edit(place, undo), ...(isOne && oldValue !== "" && { single: { oldValue } }) };
}

/** Pastes text from outside: parsed as if typed, no strict rule stops it, rules and formats stay. */
export function pasteText(place: Place, rows: string[][], remember: Remember): Act {
  const { grid, rect, writer } = place;
  const covered = { ...rect, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
  growTo(place, covered);
  checkProtection(grid, covered, writer);
  const undo = remember({ ...place, rect: covered });
  rows.forEach((row, r) => {
    row.forEach((text, c) => {
      const at = { row: rect.top + r, column: rect.left + c };
      put(
        grid,
        at,
        text === "" ? { value: "" } : typedInput(grid.book, text, grid.lookAt(at.row, at.column).numberFormat),
      );
    });
  });
  return edit({ ...place, rect: covered }, undo);
}

/** Copies cells over others; "all" replaces formats and rules too, "format" leaves the contents. */
export function copyCells(from: Place, to: Place, job: { what: CopyWhat; remember: Remember }): Act {
  const covered = pastedRect(from.rect, to.rect);
  growTo(to, covered);
  checkProtection(to.grid, covered, to.writer);
  const undo = job.remember({ ...to, rect: covered });
  copyBlock(from.rect, to.rect, { source: from.grid, target: to.grid, kind: PASTE[job.what] });
  if (job.what === "format") return { changeType: "FORMAT", undo };
  return edit({ ...to, rect: covered }, undo);
}

/** Cuts cells and puts them elsewhere; formulas that point at them follow. */
export function cutCells(from: Place, to: Place, remember: Remember): Act {
  const covered = { ...from.rect, top: to.rect.top, left: to.rect.left };
  growTo(to, covered);
  checkProtection(from.grid, from.rect, from.writer);
  checkProtection(to.grid, covered, to.writer);
  const undos = [remember(from), remember({ ...to, rect: covered })];
  moveBlock(from.grid, from.rect, { target: to.grid, at: { row: covered.top, column: covered.left } });
  return edit({ ...to, rect: covered }, () => undos.reverse().forEach((undo) => undo()));
}

/** Drags the fill handle from a block over a larger one; the event's range is what was filled. */
export function fillCells(from: Place, to: Rect, remember: Remember): Act {
  const { grid, rect, writer } = from;
  const whole = unite(rect, to);
  checkProtection(grid, whole, writer);
  const undo = remember({ ...from, rect: whole });
  autoFill(grid, rect, { to: whole, alternate: false });
  return edit({ ...from, rect: filledPart(rect, whole) }, undo);
}

/** Sorts a block; fires no edit event (platform B2, uncertain). */
export function sortCells(place: Place, keys: SortKey[], remember: Remember): Act {
  const { grid, rect, writer } = place;
  checkProtection(grid, rect, writer);
  const undo = remember({
    ...place,
    rect: { ...rect, rows: Math.max(1, Math.min(rect.rows, grid.values.length - rect.top)) },
  });
  sortBlock(grid, rect, keys);
  return { changeType: "OTHER", undo };
}

function edit({ grid, rect }: Place, undo: () => void): Act {
  return { changeType: "EDIT", edited: { gridId: grid.id, rect }, undo };
}

/** A paste beyond the edge makes the sheet larger, as in Google. */
function growTo({ grid }: Place, { top, left, rows, columns }: Rect): void {
  if (top + rows > grid.maxRows) insertRows(grid, grid.maxRows, top + rows - grid.maxRows);
  if (left + columns > grid.maxColumns) insertColumns(grid, grid.maxColumns, left + columns - grid.maxColumns);
}

function filledPart(source: Rect, whole: Rect): Rect {
  if (whole.rows > source.rows)
    return whole.top < source.top
      ? { ...whole, rows: source.top - whole.top }
      : { ...whole, top: source.top + source.rows, rows: whole.rows - source.rows };
  return whole.left < source.left
    ? { ...whole, columns: source.left - whole.left }
    : { ...whole, left: source.left + source.columns, columns: whole.columns - source.columns };
}

/** A cell's value as an edit event tells it: always text, dates as their serial numbers. */
function eventText(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}
