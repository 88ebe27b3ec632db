import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import { columnLetters, parseNotation } from "../../test/emulator/spreadsheet/model/a1.ts";
import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import { isRowHiddenByFilter } from "../../test/emulator/spreadsheet/model/filtering.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { typedInput } from "../../test/emulator/spreadsheet/model/input.ts";
import type { Rect } from "../../test/emulator/spreadsheet/model/rect.ts";
import type { ColumnFilter, Condition, SheetFilter } from "../../test/emulator/spreadsheet/model/sheet-parts.ts";
import { epochOf } from "../../test/emulator/values/serial.ts";
import { change } from "./appearance-acts.ts";
import type { Act, FilterColumn } from "./protocol.ts";
import type { World } from "./world.ts";

export type FilterAct = Extract<Act, { kind: "createFilter" | "removeFilter" | "filterColumn" | "sortFilter" }>;

const MOST_VALUES = 2000;

/** Creating, changing and removing a sheet's filter, as the Data menu of Google Sheets does. */
export function filterAct(world: World, window: BookWindow, { grid, act }: { grid: Grid; act: FilterAct }): void {
  if (act.kind === "createFilter") return createFilter(world, window, { grid, a1: act.a1 });
  const filter = filterOf(grid);
  if (act.kind === "sortFilter") return sortFilter(window, { grid, filter }, act);
  const columns = new Map(filter.columns);
  if (act.kind === "filterColumn") {
    const criteria = criteriaOf(grid, act);
    if (criteria) columns.set(act.column, criteria);
    else columns.delete(act.column);
  }
  setFilter(world, window, { grid, filter: act.kind === "removeFilter" ? undefined : { ...filter, columns } });
}

/** What a column's filter shows: the values that the other columns' filters leave, and what is set. */
export function filterColumn(grid: Grid, column: number): FilterColumn {
  const { rect, columns } = filterOf(grid);
  const own = columns.get(column);
  columns.delete(column); // so that only the other columns hide rows while the values are read
  const values = valuesIn(grid, rect, column);
  if (own) columns.set(column, own);
  const notVisible = own?.visible && values.flatMap(([text]) => (own.visible?.includes(text) ? [] : [text]));
  return {
    title: displayAt(grid, rect.top, column),
    values,
    hidden: notVisible ?? own?.hidden ?? [],
    condition: typedCondition(grid, own?.condition),
  };
}

function valuesIn(grid: Grid, rect: Rect, column: number): FilterColumn["values"] {
  const counts = new Map<string, number>();
  const bottom = Math.min(rect.top + rect.rows, grid.lastRow());
  for (let row = rect.top + 1; row < bottom; row++) {
    if (isRowHiddenByFilter(grid, row)) continue;
    const text = displayAt(grid, row, column);
    if (counts.size < MOST_VALUES || counts.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : ORDER.compare(a, b)));
}

const ORDER = new Intl.Collator("en", { numeric: true });

function filterOf(grid: Grid): SheetFilter {
  if (!grid.parts.filter) throw new Error("The filter has been removed meanwhile.");
  return grid.parts.filter;
}

/** Of one cell chosen, the filter takes the whole table; its end is the sheet's, so that new rows belong to it. */
function createFilter(world: World, window: BookWindow, { grid, a1 }: { grid: Grid; a1: string }): void {
  if (grid.parts.filter) throw new Error("This sheet has a filter already. Remove it first (Data > Remove filter).");
  const { top = 0, left = 0, bottom = grid.maxRows - 1, right = grid.maxColumns - 1 } = parseNotation(a1) ?? {};
  const isOne = top === bottom && left === right;
  const first = Math.max(0, grid.parts.frozenRows - 1);
  const rect = isOne
    ? { top: first, left: 0, rows: grid.maxRows - first, columns: Math.max(1, grid.lastColumn()) }
    : { top, left, rows: bottom - top + 1, columns: Math.min(right, Math.max(left, grid.lastColumn() - 1)) - left + 1 };
  if (grid.lastRow() <= rect.top)
    throw new Error("There is nothing here to filter. Choose cells with a header above them.");
  setFilter(world, window, { grid, filter: { rect, columns: new Map(), sorts: [] } });
}

function setFilter(
  world: World,
  window: BookWindow,
  { grid, filter }: { grid: Grid; filter: SheetFilter | undefined },
): void {
  const put = (one: SheetFilter | undefined): void => {
    if (one) grid.parts.filter = one;
    else delete grid.parts.filter;
    grid.book.version++;
  };
  const before = grid.parts.filter;
  change(world, window, () => {
    put(filter);
    return () => put(before);
  });
}

function sortFilter(
  window: BookWindow,
  { grid, filter: { rect } }: { grid: Grid; filter: SheetFilter },
  { column, ascending }: { column: number; ascending: boolean },
): void {
  const last = Math.min(rect.top + rect.rows, grid.lastRow());
  if (last <= rect.top + 1) return;
  const [from, to] = [columnLetters(rect.left), columnLetters(rect.left + rect.columns - 1)];
  window.sort(grid.name, `${from}${rect.top + 2}:${to}${last}`, [{ column: column + 1, ascending }]);
}

function criteriaOf(grid: Grid, { hidden, condition }: Extract<Act, { kind: "filterColumn" }>): ColumnFilter | null {
  if (hidden.length === 0 && !condition) return null;
  return {
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(condition ? { condition: conditionOf(grid, condition) } : {}),
  };
}

function conditionOf(grid: Grid, { criteria, values }: { criteria: string; values: string[] }): Condition {
  if (criteria.startsWith("NUMBER")) return { criteria, values: values.map(numberOf) };
  if (criteria.startsWith("DATE")) return { criteria, values: values.map((text) => dateOf(grid, text)), dates: true };
  if (values.some((text) => text.trim() === "")) throw new Error("The condition needs a value.");
  return { criteria, values };
}

function numberOf(text: string): number {
  const number = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(number)) throw new Error(`"${text}" is not a number.`);
  return number;
}

function dateOf(grid: Grid, text: string): number {
  const typed = typedInput(grid.book, text, undefined);
  if (!("value" in typed) || typeof typed.value !== "number" || /^\s*[\d.,]*\s*$/.test(text))
    throw new Error(`"${text}" is not a date.`);
  return epochOf(Math.floor(typed.value), grid.book.timeZone);
}

/** A condition with its values as a person would type them. */
function typedCondition(grid: Grid, condition: Condition | undefined): FilterColumn["condition"] {
  if (!condition) return null;
  const { criteria, values, dates } = condition;
  if (!dates) return { criteria, values: values.map(String) };
  const { timeZone, locale } = grid.book;
  const format = new Intl.DateTimeFormat(locale.replace("_", "-"), { timeZone });
  return { criteria, values: values.map((instant) => format.format(Number(instant))) };
}
