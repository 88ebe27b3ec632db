import { CellError, DIVISION, NOT_AVAILABLE, NUMBER } from "../cell-error.ts";
import { compare, toNumber } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import { eachNumber, numbersOf } from "../numbers.ts";
import type { Scalar } from "../values.ts";
import { eachCell, isCells } from "../values.ts";

function average(args: Argument[], frame: Frame): Scalar {
  let total = 0;
  let count = 0;
  const error = eachNumber(args, frame, (number) => {
    total += number;
    count++;
  });
  return error ?? (count === 0 ? DIVISION : total / count);
}

function extreme(better: (candidate: number, best: number) => boolean): Definition {
  return cellsFunction("c*", (args, frame) => {
    let best: number | undefined;
    const error = eachNumber(args, frame, (number) => {
      if (best === undefined || better(number, best)) best = number;
    });
    return error ?? best ?? 0;
  });
}

function counting(counts: (value: Scalar, inRange: boolean) => boolean): Definition {
  return cellsFunction("c*", (args) => {
    let count = 0;
    for (const arg of args) {
      if (isCells(arg)) for (const value of eachCell(arg)) count += counts(value, true) ? 1 : 0;
      else if (arg !== undefined && counts(arg, false)) count++;
    }
    return count;
  });
}

function countBlank([range]: Argument[]): Scalar {
  if (!isCells(range)) return range === null || range === "" ? 1 : 0;
  let filled = 0;
  for (const value of eachCell(range)) if (value !== null && value !== "") filled++;
  return range.rows * range.columns - filled;
}

function countUnique(args: Argument[]): Scalar {
  const seen = new Set<Scalar>();
  for (const arg of args) {
    for (const value of isCells(arg) ? eachCell(arg) : [arg ?? null])
      if (value !== null && value !== "") seen.add(value);
  }
  return seen.size;
}

/** A function of the sorted numbers of its first argument and one number. */
function ranked(compute: (sorted: number[], k: number) => Scalar): Definition {
  return cellsFunction("cs", ([data, k], frame) => {
    const numbers = numbersOf([data], frame);
    if (numbers instanceof CellError) return numbers;
    const number = toNumber(isCells(k) ? null : (k ?? null), frame.host);
    if (typeof number !== "number") return number;
    return compute(
      numbers.sort((a, b) => a - b),
      number,
    );
  });
}

function percentile(sorted: number[], share: number): Scalar {
  if (sorted.length === 0 || share < 0 || share > 1) return NUMBER;
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

function spread(divisor: (count: number) => number, root: boolean): Definition {
  return cellsFunction("c*", (args, frame) => {
    const numbers = numbersOf(args, frame);
    if (numbers instanceof CellError) return numbers;
    if (divisor(numbers.length) < 1) return DIVISION;
    const mean = numbers.reduce((total, number) => total + number, 0) / numbers.length;
    const variance = numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / divisor(numbers.length);
    return root ? Math.sqrt(variance) : variance;
  });
}

function median(args: Argument[], frame: Frame): Scalar {
  const numbers = numbersOf(args, frame);
  return numbers instanceof CellError
    ? numbers
    : percentile(
        numbers.sort((a, b) => a - b),
        0.5,
      );
}

function mode(args: Argument[], frame: Frame): Scalar {
  const numbers = numbersOf(args, frame);
  if (numbers instanceof CellError) return numbers;
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const [value, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return most < 2 ? NOT_AVAILABLE : value;
}

function rank([value, data, ascending]: Argument[], frame: Frame): Scalar {
  const numbers = numbersOf([data], frame);
  if (numbers instanceof CellError) return numbers;
  if (typeof value !== "number" || !numbers.includes(value)) return NOT_AVAILABLE;
  const upward = ascending !== undefined && ascending !== null && ascending !== false && ascending !== 0;
  return 1 + numbers.filter((number) => (upward ? compare(number, value) < 0 : compare(number, value) > 0)).length;
}

export const statistics: Record<string, Definition> = {
  AVERAGE: cellsFunction("c*", average),
  MIN: extreme((candidate, best) => candidate < best),
  MAX: extreme((candidate, best) => candidate > best),
  COUNT: counting((value) => typeof value === "number"),
  COUNTA: counting((value) => value !== null),
  COUNTBLANK: cellsFunction("c", countBlank),
  COUNTUNIQUE: cellsFunction("c*", countUnique),
  MEDIAN: cellsFunction("c*", median),
  MODE: cellsFunction("c*", mode),
  STDEV: spread((count) => count - 1, true),
  STDEVP: spread((count) => count, true),
  VAR: spread((count) => count - 1, false),
  VARP: spread((count) => count, false),
  PERCENTILE: ranked(percentile),
  QUARTILE: ranked((sorted, quarter) => percentile(sorted, Math.trunc(quarter) / 4)),
  LARGE: ranked((sorted, k) => sorted[sorted.length - Math.trunc(k)] ?? NUMBER),
  SMALL: ranked((sorted, k) => sorted[Math.trunc(k) - 1] ?? NUMBER),
  RANK: cellsFunction("scs?", rank),
};
