import { NUMBER } from "../cell-error.ts";
import type { Definition } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import { numbersOf } from "../numbers.ts";
import { CellError } from "../cell-error.ts";
import { numeric } from "./math.ts";

const of = (compute: (value: number) => number) => numeric("s", [], (value = 0) => compute(value));

function factorial(value: number): number {
  let result = value < 0 ? NaN : 1;
  for (let factor = 2; factor <= value; factor++) result *= factor;
  return result;
}

function combinations(from: number, chosen: number): number {
  if (chosen < 0 || chosen > from) return NaN;
  let result = 1;
  for (let i = 1; i <= chosen; i++) result = (result * (from - chosen + i)) / i;
  return Math.round(result);
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
const multiple = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / divisor(a, b)) * b);

/** Folds whole numbers from zero on. */
function wholes(fold: (a: number, b: number) => number): Definition {
  return cellsFunction("c*", (args, frame) => {
    const numbers = numbersOf(args, frame);
    if (numbers instanceof CellError) return numbers;
    if (numbers.length === 0 || numbers.some((number) => number < 0)) return NUMBER;
    return numbers.map(Math.trunc).reduce(fold);
  });
}

/** To the next even or odd number away from zero. */
function awayFromZero(value: number, odd: 0 | 1): number {
  const size = Math.ceil(Math.abs(value));
  return (value < 0 ? -1 : 1) * (size % 2 === odd ? size : size + 1);
}

export const trigonometry: Record<string, Definition> = {
  SIN: of(Math.sin),
  COS: of(Math.cos),
  TAN: of(Math.tan),
  ASIN: of(Math.asin),
  ACOS: of(Math.acos),
  ATAN: of(Math.atan),
  ATAN2: numeric("ss", [], (x = 0, y = 0) => Math.atan2(y, x)),
  SINH: of(Math.sinh),
  COSH: of(Math.cosh),
  TANH: of(Math.tanh),
  DEGREES: of((value) => (value * 180) / Math.PI),
  RADIANS: of((value) => (value * Math.PI) / 180),
  FACT: of((value) => factorial(Math.trunc(value))),
  COMBIN: numeric("ss", [], (from = 0, chosen = 0) => combinations(Math.trunc(from), Math.trunc(chosen))),
  GCD: wholes(divisor),
  LCM: wholes(multiple),
  EVEN: of((value) => awayFromZero(value, 0)),
  ODD: of((value) => awayFromZero(value, 1)),
};
