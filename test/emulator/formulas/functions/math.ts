import { roundTo } from "../../values/decimal.ts";
import { CellError, DIVISION, NUMBER } from "../cell-error.ts";
import { toNumber, toNumbers } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction, scalarFunction } from "../definition.ts";
import { eachNumber, numbersOf } from "../numbers.ts";
import type { Scalar } from "../values.ts";
import { cellsOf } from "../values.ts";

/** A function of numbers only; the defaults fill arguments that were not given. */
export function numeric(signature: string, defaults: number[], compute: (...numbers: number[]) => Scalar): Definition {
  return scalarFunction(signature, (args, { host }) => {
    const numbers = toNumbers(args, defaults, host);
    if (!Array.isArray(numbers)) return numbers;
    const result = compute(...numbers);
    return typeof result === "number" && !Number.isFinite(result) ? NUMBER : result;
  });
}

function roundUp(value: number, places: number): number {
  const nearest = roundTo(value, places);
  return Math.abs(nearest) >= Math.abs(roundTo(value, 12))
    ? nearest
    : roundTo(value + (Math.sign(value) * 0.5) / 10 ** places, places);
}

function roundDown(value: number, places: number): number {
  const nearest = roundTo(value, places);
  return Math.abs(nearest) <= Math.abs(roundTo(value, 12))
    ? nearest
    : roundTo(value - (Math.sign(value) * 0.5) / 10 ** places, places);
}

function multiple(value: number, factor: number, round: (quotient: number) => number): Scalar {
  if (factor === 0) return 0;
  if (value > 0 && factor < 0) return NUMBER;
  return roundTo(round(roundTo(value / factor, 10)) * factor, 10);
}

function sum(args: Argument[], frame: Frame): Scalar {
  let total = 0;
  return eachNumber(args, frame, (number) => (total += number)) ?? total;
}

function sumProduct(args: Argument[]): Scalar {
  const blocks = args.map((arg) => cellsOf(arg ?? null));
  const [first] = blocks;
  if (!first || blocks.some(({ rows, columns }) => rows !== first.rows || columns !== first.columns))
    return new CellError("#VALUE!");
  let total = 0;
  const usedRows = Math.min(...blocks.map((block) => block.usedRows));
  for (let row = 0; row < usedRows; row++) {
    for (let column = 0; column < first.columns; column++) {
      let product = 1;
      for (const block of blocks) {
        const value = block.at(row, column);
        if (value instanceof CellError) return value;
        // One block alone may hold the truth values of its own comparison; beside others they count as well.
        product *= typeof value === "number" ? value : value === true ? 1 : 0;
      }
      total += product;
    }
  }
  return total;
}

function product(args: Argument[], frame: Frame): Scalar {
  const numbers = numbersOf(args, frame);
  return numbers instanceof CellError
    ? numbers
    : numbers.length === 0
      ? 0
      : numbers.reduce((total, number) => total * number, 1);
}

export const math: Record<string, Definition> = {
  SUM: cellsFunction("c*", sum),
  PRODUCT: cellsFunction("c*", product),
  SUMPRODUCT: cellsFunction("c*", sumProduct, { arrays: true }),
  ROUND: numeric("ss?", [0, 0], (value, places = 0) => roundTo(value ?? 0, Math.trunc(places))),
  ROUNDUP: numeric("ss?", [0, 0], (value = 0, places = 0) => roundUp(value, Math.trunc(places))),
  ROUNDDOWN: numeric("ss?", [0, 0], (value = 0, places = 0) => roundDown(value, Math.trunc(places))),
  TRUNC: numeric("ss?", [0, 0], (value = 0, places = 0) => roundDown(value, Math.trunc(places))),
  INT: numeric("s", [], (value = 0) => Math.floor(value)),
  MOD: numeric("ss", [], (value = 0, divisor = 0) =>
    divisor === 0 ? DIVISION : value - divisor * Math.floor(value / divisor),
  ),
  QUOTIENT: numeric("ss", [], (value = 0, divisor = 0) => (divisor === 0 ? DIVISION : Math.trunc(value / divisor))),
  ABS: numeric("s", [], (value = 0) => Math.abs(value)),
  SIGN: numeric("s", [], (value = 0) => Math.sign(value)),
  POWER: numeric("ss", [], (base = 0, exponent = 0) => base ** exponent),
  SQRT: numeric("s", [], (value = 0) => (value < 0 ? NUMBER : Math.sqrt(value))),
  EXP: numeric("s", [], (value = 0) => Math.exp(value)),
  LN: numeric("s", [], (value = 0) => Math.log(value)),
  LOG: numeric("ss?", [0, 10], (value = 0, base = 10) => roundTo(Math.log(value) / Math.log(base), 14)),
  LOG10: numeric("s", [], (value = 0) => Math.log10(value)),
  PI: scalarFunction("", () => Math.PI),
  CEILING: numeric("ss?", [0, 1], (value = 0, factor = 1) => multiple(value, factor, Math.ceil)),
  FLOOR: numeric("ss?", [0, 1], (value = 0, factor = 1) => multiple(value, factor, Math.floor)),
  MROUND: numeric("ss", [], (value = 0, factor = 0) => multiple(value, factor, Math.round)),
  ISEVEN: numeric("s", [], (value = 0) => Math.trunc(value) % 2 === 0),
  ISODD: numeric("s", [], (value = 0) => Math.trunc(value) % 2 !== 0),
  RAND: scalarFunction("", (_, { host }) => host.random()),
  RANDBETWEEN: scalarFunction("ss", ([low = null, high = null], { host }) => {
    const from = toNumber(low, host);
    const to = toNumber(high, host);
    if (typeof from !== "number") return from;
    if (typeof to !== "number") return to;
    const first = Math.ceil(from);
    const last = Math.floor(to);
    return last < first ? NUMBER : first + Math.floor(host.random() * (last - first + 1));
  }),
};
