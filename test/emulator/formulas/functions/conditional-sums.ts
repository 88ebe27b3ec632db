import { CellError, DIVISION, VALUE } from "../cell-error.ts";
import type { Criterion } from "../criteria.ts";
import { criterionOf } from "../criteria.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction } from "../definition.ts";
import type { Cells, Scalar } from "../values.ts";
import { cellsOf, isCells } from "../values.ts";

interface Test {
  cells: Cells;
  meets: Criterion;
}

/** Pairs of range and criterion; undefined where the ranges differ in size. */
function testsOf(pairs: Argument[], { host }: Frame): Test[] | undefined {
  const tests: Test[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const wanted = pairs[index + 1];
    tests.push({
      cells: cellsOf(pairs[index] ?? null),
      meets: criterionOf(isCells(wanted) ? null : (wanted ?? null), host),
    });
  }
  const [first] = tests;
  const alike = tests.every(({ cells }) => cells.rows === first?.cells.rows && cells.columns === first.cells.columns);
  return alike ? tests : undefined;
}

/** Calls `visit` for every place that meets all tests; rows that are empty everywhere count only where emptiness is asked for. */
function eachMatch(tests: Test[], visit: (row: number, column: number) => void): void {
  const [first] = tests;
  if (!first) return;
  const emptyMeets = tests.every(({ meets }) => meets(null));
  const used = Math.max(...tests.map(({ cells }) => cells.usedRows));
  const rows = emptyMeets ? first.cells.rows : Math.min(used, first.cells.rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < first.cells.columns; column++) {
      let met = true;
      for (const { cells, meets } of tests) {
        if (meets(cells.at(row, column))) continue;
        met = false;
        break;
      }
      if (met) visit(row, column);
    }
  }
}

function countIfs(pairs: Argument[], frame: Frame): Scalar {
  const tests = testsOf(pairs, frame);
  if (!tests) return VALUE;
  let count = 0;
  eachMatch(tests, () => count++);
  return count;
}

interface Found {
  sum: number;
  count: number;
  least: number;
  most: number;
}

/** Sums up the numbers of `summed` where all tests are met; SUMIF's block may be smaller than its range, SUMIFS's not. */
function gather(summed: Argument, pairs: Argument[], frame: Frame): Found | CellError {
  const tests = testsOf(pairs, frame);
  if (!tests) return VALUE;
  const cells = cellsOf(summed ?? null);
  const found: Found = { sum: 0, count: 0, least: Infinity, most: -Infinity };
  let error: CellError | undefined;
  eachMatch(tests, (row, column) => {
    const value = cells.at(row, column);
    if (value instanceof CellError) error ??= value;
    if (typeof value !== "number") return;
    found.sum += value;
    found.count++;
    found.least = Math.min(found.least, value);
    found.most = Math.max(found.most, value);
  });
  return error ?? found;
}

type Answer = (found: Found) => Scalar;
const total: Answer = ({ sum }) => sum;
const mean: Answer = ({ sum, count }) => (count === 0 ? DIVISION : sum / count);

function many(answer: Answer): Definition {
  return cellsFunction(
    "ccs*",
    ([summed, ...pairs], frame) => {
      const [first] = pairs;
      const same = isCells(summed) && isCells(first) && summed.rows === first.rows && summed.columns === first.columns;
      if (!same) return VALUE;
      const found = gather(summed, pairs, frame);
      return found instanceof CellError ? found : answer(found);
    },
    { repeat: 2 },
  );
}

function one(answer: Answer): Definition {
  return cellsFunction("csc?", ([range, wanted, summed], frame) => {
    const found = gather(summed ?? range, [range, wanted], frame);
    return found instanceof CellError ? found : answer(found);
  });
}

export const conditionalSums: Record<string, Definition> = {
  COUNTIF: cellsFunction("cs", countIfs),
  COUNTIFS: cellsFunction("cs*", countIfs, { repeat: 2 }),
  SUMIF: one(total),
  SUMIFS: many(total),
  AVERAGEIF: one(mean),
  AVERAGEIFS: many(mean),
  MINIFS: many(({ least, count }) => (count === 0 ? 0 : least)),
  MAXIFS: many(({ most, count }) => (count === 0 ? 0 : most)),
};
