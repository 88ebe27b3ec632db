import { CellError } from "./cell-error.ts";
import { toNumber } from "./coerce.ts";
import type { Argument, Frame } from "./definition.ts";
import { isCells } from "./values.ts";

/**
 * Visits the numbers among arguments as SUM sees them: in ranges only numbers, a value given directly is coerced.
 * Answers the first error found.
 */
export function eachNumber(args: Argument[], { host }: Frame, visit: (number: number) => void): CellError | undefined {
  for (const arg of args) {
    if (arg === undefined) continue;
    if (!isCells(arg)) {
      const number = arg === null ? 0 : toNumber(arg, host);
      if (typeof number !== "number") return number;
      visit(number);
      continue;
    }
    const { usedRows, columns } = arg;
    for (let row = 0; row < usedRows; row++) {
      for (let column = 0; column < columns; column++) {
        const value = arg.at(row, column);
        if (typeof value === "number") visit(value);
        else if (value instanceof CellError) return value;
      }
    }
  }
  return undefined;
}

/** All numbers among arguments, or the first error. */
export function numbersOf(args: Argument[], frame: Frame): number[] | CellError {
  const numbers: number[] = [];
  return eachNumber(args, frame, (number) => numbers.push(number)) ?? numbers;
}
