import { epochOf } from "../../values/serial.ts";
import { cellName } from "./a1.ts";
import type { Book } from "./book.ts";
import type { CellValue } from "./cell.ts";
import type { Grid } from "./grid.ts";
import { evaluateFor } from "./formula-cell.ts";
import type { Rect } from "./rect.ts";

/** One data validation rule as set on cells. `values` holds dates as epoch ms where `dates` is true. */
export interface Validation {
  id: number;
  criteria: string;
  values: (string | number | boolean)[];
  dates?: boolean;
  source?: { gridId: number; rect: Rect };
  showDropdown?: boolean;
  allowInvalid: boolean;
  help?: string;
  /** Where a custom formula was set: its references are relative to this cell. */
  anchor?: { gridId: number; row: number; column: number };
}

interface Place {
  grid: Grid;
  row: number;
  column: number;
}

type Check = (value: CellValue, rule: Validation, place: Place) => boolean;

const DAY = 86_400_000;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_LIKE = /^(https?:\/\/|ftp:\/\/|mailto:|www\.)?[^\s.]+\.[^\s]+$/i;

const text = (value: CellValue): string => (typeof value === "boolean" ? String(value).toUpperCase() : String(value));
const number = (accepts: (n: number, a: number, b: number) => boolean): Check => {
  return (value, { values }) =>
    typeof value === "number" && accepts(value, Number(values[0] ?? NaN), Number(values[1] ?? NaN));
};
const contains = (value: CellValue, { values }: Validation): boolean =>
  text(value).toLowerCase().includes(String(values[0]).toLowerCase());

/** Dates compare by calendar day in the spreadsheet's zone; the criteria's instants were given by a script. */
const date = (accepts: (day: number, a: number, b: number) => boolean): Check => {
  return (value, { values }, { grid }) => {
    if (typeof value !== "number") return false;
    const zone = grid.book.timeZone;
    const day = Math.floor(value);
    const [a, b] = values.map((instant) => dayOf(Number(instant), zone));
    return accepts(day, a ?? NaN, b ?? NaN);
  };
};

function dayOf(epochMs: number, timeZone: string): number {
  const guess = Math.floor(epochMs / DAY) + 25_569;
  for (const day of [guess + 1, guess, guess - 1]) if (epochOf(day, timeZone) <= epochMs) return day;
  return guess;
}

const CHECKS: Record<string, Check> = {
  NUMBER_BETWEEN: number((n, a, b) => n >= a && n <= b),
  NUMBER_NOT_BETWEEN: number((n, a, b) => n < a || n > b),
  NUMBER_EQUAL_TO: number((n, a) => n === a),
  NUMBER_NOT_EQUAL_TO: number((n, a) => n !== a),
  NUMBER_GREATER_THAN: number((n, a) => n > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((n, a) => n >= a),
  NUMBER_LESS_THAN: number((n, a) => n < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((n, a) => n <= a),
  DATE_IS_VALID_DATE: (value) => typeof value === "number",
  DATE_AFTER: date((day, a) => day > a),
  DATE_BEFORE: date((day, a) => day < a),
  DATE_BETWEEN: date((day, a, b) => day >= a && day <= b),
  DATE_NOT_BETWEEN: date((day, a, b) => day < a || day > b),
  DATE_EQUAL_TO: date((day, a) => day === a),
  DATE_ON_OR_AFTER: date((day, a) => day >= a),
  DATE_ON_OR_BEFORE: date((day, a) => day <= a),
  TEXT_CONTAINS: contains,
  TEXT_DOES_NOT_CONTAIN: (value, rule) => !contains(value, rule),
  TEXT_EQUAL_TO: (value, { values }) => text(value) === String(values[0]),
  TEXT_IS_VALID_EMAIL: (value) => EMAIL.test(text(value)),
  TEXT_IS_VALID_URL: (value) => URL_LIKE.test(text(value)),
  VALUE_IN_LIST: (value, { values }) => values.some((allowed) => String(allowed) === text(value)),
  VALUE_IN_RANGE: (value, rule, { grid }) => sourceTexts(grid.book, rule).has(text(value)),
  CHECKBOX: (value, { values }) => {
    if (values.length === 0) return typeof value === "boolean";
    return values.some((allowed) => text(allowed) === text(value)) || (values.length === 1 && value === "");
  },
  CUSTOM_FORMULA: (value, rule, place) => {
    const anchor = rule.anchor ?? place;
    const by = { row: place.row - anchor.row, column: place.column - anchor.column };
    return evaluateFor(place, String(rule.values[0]), { by, instead: value }) === true;
  },
};

const knownSources = new WeakMap<Validation, { version: number; texts: Set<string> }>();

/** The texts that a list from a range allows; read once for all cells of one write. */
function sourceTexts(book: Book, rule: Validation): Set<string> {
  const known = knownSources.get(rule);
  if (known?.version === book.version) return known.texts;
  const texts = readSource(book, rule);
  knownSources.set(rule, { version: book.version, texts });
  return texts;
}

function readSource(book: Book, rule: Validation): Set<string> {
  const texts = new Set<string>();
  const grid = rule.source && book.findGrid(rule.source.gridId);
  if (!grid || !rule.source) return texts;
  for (const line of grid.valuesOf(rule.source.rect)) for (const value of line) texts.add(text(value));
  texts.delete("");
  return texts;
}

/** Whether a rule lets this value stand in this cell; an empty cell always may. */
export function accepts(rule: Validation, value: CellValue, place: Place): boolean {
  if (value === "") return true;
  const check = CHECKS[rule.criteria];
  return check ? check(value, rule, place) : true;
}

/** The sentence with which Google refuses a value. */
export function refusal(rule: Validation, place: Place): string {
  const cell = cellName(place.row, place.column);
  const first = `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;
  const hint = rule.help ?? hintOf(rule, place.grid.book);
  return hint ? `${first}\n${hint}` : first;
}

function hintOf(rule: Validation, book: Book): string | undefined {
  if (rule.criteria === "VALUE_IN_LIST") {
    return `Please enter one of the following values: ${rule.values.join(", ")}.`;
  }
  if (rule.criteria !== "VALUE_IN_RANGE") return undefined;
  return `Please enter one of the following values: ${[...sourceTexts(book, rule)].join(", ")}.`;
}
