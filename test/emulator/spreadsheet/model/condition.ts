import { partsOf, serialOf } from "../../values/serial.ts";
import type { CellValue } from "./cell.ts";
import { displayAt } from "./display.ts";
import { evaluateFor } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";
import type { Condition } from "./sheet-parts.ts";

interface Place {
  grid: Grid;
  row: number;
  column: number;
}

interface Seen {
  value: CellValue;
  text: string;
  numbers: number[];
  words: string[];
}

const between = ({ value, numbers: [a = NaN, b = NaN] }: Seen): boolean =>
  typeof value === "number" && value >= Math.min(a, b) && value <= Math.max(a, b);

const number =
  (accepts: (n: number, a: number) => boolean) =>
  ({ value, numbers: [a = NaN] }: Seen): boolean =>
    typeof value === "number" && accepts(value, a);

const TESTS: Record<string, (seen: Seen) => boolean> = {
  CELL_EMPTY: ({ value }) => value === "",
  CELL_NOT_EMPTY: ({ value }) => value !== "",
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (seen) => typeof seen.value === "number" && !between(seen),
  NUMBER_EQUAL_TO: number((n, a) => n === a),
  NUMBER_NOT_EQUAL_TO: number((n, a) => n !== a),
  NUMBER_GREATER_THAN: number((n, a) => n > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((n, a) => n >= a),
  NUMBER_LESS_THAN: number((n, a) => n < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((n, a) => n <= a),
  TEXT_CONTAINS: ({ text, words: [word = ""] }) => text.includes(word),
  TEXT_DOES_NOT_CONTAIN: ({ text, words: [word = ""] }) => !text.includes(word),
  TEXT_STARTS_WITH: ({ text, words: [word = ""] }) => text.startsWith(word),
  TEXT_ENDS_WITH: ({ text, words: [word = ""] }) => text.endsWith(word),
  TEXT_EQUAL_TO: ({ text, words: [word = ""] }) => text === word,
  TEXT_NOT_EQUAL_TO: ({ text, words: [word = ""] }) => text !== word,
  DATE_AFTER: number((n, a) => Math.floor(n) > a),
  DATE_BEFORE: number((n, a) => Math.floor(n) < a),
  DATE_EQUAL_TO: number((n, a) => Math.floor(n) === a),
  DATE_NOT_EQUAL_TO: number((n, a) => Math.floor(n) !== a),
};

/** Whether a condition of a conditional format or a filter holds for a cell; `from` is where a formula was written for. */
export function conditionHolds(condition: Condition, place: Place, from: { row: number; column: number }): boolean {
  const { grid, row, column } = place;
  if (condition.criteria === "CUSTOM_FORMULA") {
    const by = { row: row - from.row, column: column - from.column };
    const result = evaluateFor(place, String(condition.values[0]), { by });
    return result === true || (typeof result === "number" && result !== 0);
  }
  const { criteria, bounds } = dated(condition, grid);
  const test = TESTS[criteria];
  if (!test) return false;
  const text = displayAt(grid, row, column).toLowerCase();
  const words = condition.values.map((value) => String(value).toLowerCase());
  return test({ value: grid.valueAt(row, column), text, numbers: bounds, words });
}

/** Relative dates ("TODAY", "PAST_WEEK") and instants become days of the book's zone. */
function dated(condition: Condition, grid: Grid): { criteria: string; bounds: number[] } {
  const { criteria, values, dates } = condition;
  const { timeZone } = grid.book;
  if (criteria.endsWith("_RELATIVE")) {
    const today = Math.floor(serialOf(grid.book.now(), timeZone));
    return { criteria: criteria.slice(0, -"_RELATIVE".length), bounds: [relativeDay(String(values[0]), today)] };
  }
  if (dates) return { criteria, bounds: values.map((value) => Math.floor(serialOf(Number(value), timeZone))) };
  return { criteria, bounds: values.map(Number) };
}

function relativeDay(name: string, today: number): number {
  const { year, month, day } = partsOf(today);
  const back: Record<string, number> = {
    TODAY: today,
    TOMORROW: today + 1,
    YESTERDAY: today - 1,
    PAST_WEEK: today - 7,
    PAST_MONTH: today - (Date.UTC(year, month - 1, day) - Date.UTC(year, month - 2, day)) / 86_400_000,
    PAST_YEAR: today - (Date.UTC(year, month - 1, day) - Date.UTC(year - 1, month - 1, day)) / 86_400_000,
  };
  return back[name] ?? NaN;
}
