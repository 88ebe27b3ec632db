import { plainNumber } from "../values/decimal.ts";
import { conventionsOf } from "../values/locale.ts";
import { parseValue } from "../values/typed.ts";
import { CellError, VALUE } from "./cell-error.ts";
import type { Host } from "./host.ts";
import type { Scalar } from "./values.ts";

/** A number as arithmetic sees it; texts that read as numbers or dates count, other texts are #VALUE!. */
export function toNumber(value: Scalar, host: Host): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof CellError) return value;
  const parsed = parseValue(value, host)?.value;
  return typeof parsed === "number" ? parsed : VALUE;
}

/** Arguments as numbers, the defaults where they were not given; the first error where one is none. */
export function toNumbers(
  args: readonly (Scalar | undefined)[],
  defaults: readonly number[],
  host: Host,
): number[] | CellError {
  const numbers: number[] = [];
  for (let index = 0; index < Math.max(args.length, defaults.length); index++) {
    const arg = args[index];
    const number = arg === undefined ? (defaults[index] ?? 0) : toNumber(arg, host);
    if (typeof number !== "number") return number;
    numbers.push(number);
  }
  return numbers;
}

export function toText(value: Scalar, host: Host): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof CellError) return value.code;
  return plainNumber(value).replace(".", conventionsOf(host.locale).decimal);
}

export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (value instanceof CellError) return value;
  const word = value.toUpperCase();
  return word === "TRUE" ? true : word === "FALSE" ? false : VALUE;
}

/** Order of two values without errors: numbers, then texts (case does not matter), then booleans; empty fits either. */
export function compare(a: Scalar, b: Scalar): number {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  const left = a === null ? emptyAs(b) : a;
  const right = b === null ? emptyAs(a) : b;
  if (typeof left === "number" && typeof right === "number") return compareNumbers(left, right);
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  const rank = rankOf(left) - rankOf(right);
  return rank === 0 ? Number(left) - Number(right) : rank;
}

function emptyAs(other: Scalar): Scalar {
  return typeof other === "number" ? 0 : typeof other === "boolean" ? false : "";
}

/** Fifteen digits decide, so that 0.1+0.2=0.3. */
function compareNumbers(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-15 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left === right ? 0 : left < right ? -1 : 1;
}

function rankOf(value: Scalar): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}
