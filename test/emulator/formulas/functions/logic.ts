import type { Ast } from "../ast.ts";
import { CellError, NOT_AVAILABLE, VALUE } from "../cell-error.ts";
import { compare, toBoolean } from "../coerce.ts";
import type { Argument, Definition, Frame } from "../definition.ts";
import { cellsFunction, lazyFunction, scalarFunction } from "../definition.ts";
import type { Scalar, Value } from "../values.ts";
import { eachCell, isCells, mapCells, single } from "../values.ts";

const MISSING: Ast = { kind: "missing" };

/** A condition over cells is decided cell by cell inside ARRAYFORMULA, else on the one cell that counts. */
function conditional(condition: Value, frame: Frame, choose: (decided: Scalar) => Value): Value {
  if (!isCells(condition)) return choose(condition);
  if (!frame.arrays) return choose(single(condition, frame.host));
  const choices = new Map<Scalar, Value>();
  const chosen = (decided: Scalar): Value => {
    const key = decided instanceof CellError ? decided : toBoolean(decided);
    if (!choices.has(key)) choices.set(key, choose(key));
    return choices.get(key) ?? null;
  };
  for (const decided of eachCell(condition)) chosen(decided);
  if (condition.usedRows < condition.rows) chosen(null);
  const keys = [...choices.keys()];
  return mapCells([condition, ...choices.values()], ([decided = null, ...values]) => {
    const key = decided instanceof CellError ? decided : toBoolean(decided);
    return values[keys.indexOf(key)] ?? null;
  });
}

function branch(args: Ast[], index: number, frame: Frame): Value {
  const arg = args[index];
  return arg ? frame.valueOf(arg, frame) : false;
}

function iff(args: Ast[], frame: Frame): Value {
  return conditional(frame.valueOf(args[0] ?? MISSING, frame), frame, (decided) => {
    const met = toBoolean(decided);
    return met instanceof CellError ? met : branch(args, met ? 1 : 2, frame);
  });
}

function ifs(args: Ast[], frame: Frame, from = 0): Value {
  const condition = args[from];
  if (!condition) return NOT_AVAILABLE;
  return conditional(frame.valueOf(condition, frame), frame, (decided) => {
    const met = toBoolean(decided);
    if (met instanceof CellError) return met;
    return met ? branch(args, from + 1, frame) : ifs(args, frame, from + 2);
  });
}

function instead(args: Ast[], frame: Frame, caught: (error: CellError) => boolean): Value {
  const value = frame.valueOf(args[0] ?? MISSING, frame);
  const fallback = () => frame.valueOf(args[1] ?? MISSING, frame);
  if (!isCells(value)) return value instanceof CellError && caught(value) ? fallback() : value;
  const errors = [...eachCell(value)].some((cell) => cell instanceof CellError && caught(cell));
  if (!errors) return value;
  return mapCells([value, fallback()], ([cell = null, other = null]) =>
    cell instanceof CellError && caught(cell) ? other : cell,
  );
}

function switched(args: Ast[], frame: Frame): Value {
  const value = frame.valueOf(args[0] ?? MISSING, frame);
  const choose = (wanted: Scalar): Value => {
    if (wanted instanceof CellError) return wanted;
    for (let index = 1; index + 1 < args.length; index += 2) {
      const candidate = single(frame.valueOf(args[index] ?? MISSING, frame), frame.host);
      if (candidate instanceof CellError) return candidate;
      if (compare(wanted, candidate) === 0) return branch(args, index + 1, frame);
    }
    return args.length % 2 === 0 ? branch(args, args.length - 1, frame) : NOT_AVAILABLE;
  };
  if (!isCells(value)) return choose(value);
  if (!frame.arrays) return choose(single(value, frame.host));
  return mapCells([value], ([wanted = null]) => single(choose(wanted), frame.host));
}

function choose(args: Ast[], frame: Frame): Value {
  const index = single(frame.valueOf(args[0] ?? MISSING, frame), frame.host);
  if (index instanceof CellError) return index;
  const chosen = typeof index === "number" ? args[Math.trunc(index)] : undefined;
  return chosen && Math.trunc(Number(index)) >= 1 ? frame.valueOf(chosen, frame) : VALUE;
}

function lett(args: Ast[], frame: Frame): Value {
  if (args.length % 2 === 0) return NOT_AVAILABLE;
  const names = new Map(frame.names);
  const inner = { ...frame, names };
  for (let index = 0; index + 1 < args.length; index += 2) {
    const name = args[index];
    if (name?.kind !== "name") return NOT_AVAILABLE;
    names.set(name.name.toUpperCase(), inner.valueOf(args[index + 1] ?? MISSING, inner));
  }
  return inner.valueOf(args[args.length - 1] ?? MISSING, inner);
}

/** The truth values among arguments; texts and empty cells in ranges do not count. */
function truths(args: Argument[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const arg of args) {
    if (arg === undefined) continue;
    for (const value of isCells(arg) ? eachCell(arg) : [arg]) {
      if (value instanceof CellError) return value;
      if (isCells(arg) && (value === null || typeof value === "string")) continue;
      const truth = toBoolean(value);
      if (truth instanceof CellError) return truth;
      found.push(truth);
    }
  }
  return found.length === 0 ? VALUE : found;
}

function over(decide: (truths: boolean[]) => boolean): Definition {
  return cellsFunction("c*", (args) => {
    const found = truths(args);
    return found instanceof CellError ? found : decide(found);
  });
}

export const logic: Record<string, Definition> = {
  TRUE: scalarFunction("", () => true),
  FALSE: scalarFunction("", () => false),
  NOT: scalarFunction("s", ([value = null]) => {
    const truth = toBoolean(value);
    return truth instanceof CellError ? truth : !truth;
  }),
  AND: over((found) => found.every(Boolean)),
  OR: over((found) => found.some(Boolean)),
  XOR: over((found) => found.filter(Boolean).length % 2 === 1),
  IF: lazyFunction(2, 3, iff),
  IFS: lazyFunction(2, Infinity, (args, frame) => ifs(args, frame)),
  IFERROR: lazyFunction(1, 2, (args, frame) => instead(args, frame, () => true)),
  IFNA: lazyFunction(2, 2, (args, frame) => instead(args, frame, ({ code }) => code === NOT_AVAILABLE.code)),
  SWITCH: lazyFunction(3, Infinity, switched),
  CHOOSE: lazyFunction(2, Infinity, choose),
  LET: lazyFunction(3, Infinity, lett),
  ARRAYFORMULA: lazyFunction(1, 1, ([arg = MISSING], frame) => frame.valueOf(arg, { ...frame, arrays: true })),
};
