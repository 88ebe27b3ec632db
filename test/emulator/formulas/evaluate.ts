import type { Ast, BinaryOperator } from "./ast.ts";
import { CellError, DIVISION, NAME, NOT_AVAILABLE, NUMBER, REF, VALUE } from "./cell-error.ts";
import { compare, toNumber, toText } from "./coerce.ts";
import type { Argument, Frame, Plain } from "./definition.ts";
import { findDefinition } from "./functions/registry.ts";
import type { Host, Raw } from "./host.ts";
import { isDateFormat } from "../values/pattern.ts";
import { epochOf } from "../values/serial.ts";
import { rangeAt, referenceValue } from "./ranges.ts";
import type { Cells, Scalar, Value } from "./values.ts";
import { ArrayCells, cellsOf, isCells, mapCells, RangeCells, rowOf, rowsOf, scalarOf, single } from "./values.ts";

/**
 * The result of a formula: a value, or rows of values that spill. Errors are their codes. Nothing is "" as the only value;
 * in a spill it is undefined, because such a cell stays empty (IF(A2:A="",,B2:B) ends where its data end).
 */
export function evaluate(ast: Ast, host: Host): Exclude<Raw, undefined> | Raw[][] {
  const value = valueOf(ast, { host, arrays: false, valueOf });
  if (!isCells(value)) return rawOf(value);
  if (value instanceof RangeCells && ast.kind === "reference") return rawOf(single(value, host));
  if (value.rows === 0 || value.columns === 0) return NOT_AVAILABLE.code;
  if (value.rows === 1 && value.columns === 1) return rawOf(value.at(0, 0));
  return rowsOf(value).map((row) => row.map((cell) => (cell === null ? undefined : rawOf(cell))));
}

function rawOf(scalar: Scalar): Exclude<Raw, undefined> {
  if (scalar === null) return "";
  return scalar instanceof CellError ? scalar.code : scalar;
}

function valueOf(ast: Ast, frame: Frame): Value {
  switch (ast.kind) {
    case "literal":
      return ast.value;
    case "reference":
      return ast.single
        ? scalarOf(frame.host.cell(ast.sheet, ast.area.top, ast.area.left))
        : rangeAt(ast.sheet, ast.area, frame.host);
    case "call":
      return call(ast, frame);
    case "binary":
      return binary(ast.operator, valueOf(ast.left, frame), valueOf(ast.right, frame), frame);
    case "unary":
      return ast.operator === "+" ? valueOf(ast.operand, frame) : negated(valueOf(ast.operand, frame), frame);
    case "percent":
      return binary("/", valueOf(ast.operand, frame), 100, frame);
    case "name":
      return named(ast.name, frame);
    case "array":
      return stacked(ast.rows, frame);
    case "missing":
      return null;
  }
}

/** An argument as cells: a reference to one cell stays a range, so that ROW, SUM and OFFSET see where it lies. */
function argumentCells(ast: Ast, frame: Frame): Value {
  return ast.kind === "reference" ? rangeAt(ast.sheet, ast.area, frame.host) : valueOf(ast, frame);
}

function named(name: string, frame: Frame): Value {
  const local = frame.names?.get(name.toUpperCase());
  if (local !== undefined) return local;
  const text = frame.host.name(name);
  return text === undefined ? NAME : referenceValue(text, frame.host);
}

function negated(value: Value, frame: Frame): Value {
  return binary("-", 0, value, frame);
}

function binary(operator: BinaryOperator, left: Value, right: Value, frame: Frame): Value {
  const { host } = frame;
  if (!isCells(left) && !isCells(right)) return operate(operator, left, right, host);
  if (!frame.arrays) return operate(operator, single(left, host), single(right, host), host);
  return mapCells([left, right], ([a = null, b = null]) => operate(operator, a, b, host));
}

function operate(operator: BinaryOperator, left: Scalar, right: Scalar, host: Host): Scalar {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  switch (operator) {
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case ">":
      return compare(left, right) > 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">=":
      return compare(left, right) >= 0;
    case "&":
      return toText(left, host) + toText(right, host);
    default:
      return arithmetic(operator, toNumber(left, host), toNumber(right, host));
  }
}

function arithmetic(operator: BinaryOperator, left: number | CellError, right: number | CellError): Scalar {
  if (typeof left !== "number") return left;
  if (typeof right !== "number") return right;
  if (operator === "/" && right === 0) return DIVISION;
  const result =
    operator === "+"
      ? left + right
      : operator === "-"
        ? left - right
        : operator === "*"
          ? left * right
          : operator === "/"
            ? left / right
            : left ** right;
  return Number.isFinite(result) ? result : NUMBER;
}

/** An array literal: the parts of a row stand side by side, the rows one below the other. */
function stacked(rows: Ast[][], frame: Frame): Value {
  const lines: Scalar[][] = [];
  for (const row of rows) {
    const blocks: Cells[] = row.map((part) => cellsOf(argumentCells(part, frame)));
    const height = blocks[0]?.rows ?? 0;
    if (blocks.some((block) => block.rows !== height)) return REF;
    for (let r = 0; r < height; r++) lines.push(blocks.flatMap((block) => rowOf(block, r)));
  }
  const width = lines[0]?.length ?? 0;
  return lines.some((line) => line.length !== width) ? VALUE : ArrayCells.of(lines);
}

type Call = Ast & { kind: "call" };

function call(ast: Call, frame: Frame): Value {
  const definition = (ast.definition ??= findDefinition(ast.name));
  if (!definition) return custom(ast, frame) ?? unknown(ast, frame);
  const count = ast.args.length;
  if (definition.kind === "lazy") {
    return count < definition.min || count > definition.max ? NOT_AVAILABLE : definition.run(ast.args, frame);
  }
  if (count < definition.min || (definition.repeat === 0 && count > definition.params.length)) return NOT_AVAILABLE;
  return apply(definition, ast.args, frame);
}

function unknown({ name }: Call, { host }: Frame): Value {
  host.unknownFunction?.(name);
  return NAME;
}

/** Calls a function of the book's script with values as scripts take them; rows of values spill. */
function custom({ name, args }: Call, frame: Frame): Value | undefined {
  const result = frame.host.customFunction?.(name, () => args.map((arg) => scriptArgument(arg, frame)));
  if (!Array.isArray(result)) return result === undefined ? undefined : scalarOf(result);
  return ArrayCells.of(result.map((row) => row.map(scalarOf)));
}

function scriptArgument(arg: Ast, frame: Frame): unknown {
  const value = valueOf(arg, frame);
  const { host } = frame;
  const at = arg.kind === "reference" ? arg : undefined;
  const given = (scalar: Scalar, row: number, column: number): unknown => {
    const raw = rawOf(scalar);
    if (typeof raw !== "number" || !at) return raw;
    const format = host.format(at.sheet, at.area.top + row, at.area.left + column);
    return isDateFormat(format) ? new Date(epochOf(raw, host.timeZone)) : raw;
  };
  if (!isCells(value)) return given(value, 0, 0);
  return rowsOf(value).map((row, r) => row.map((scalar, c) => given(scalar, r, c)));
}

function apply(definition: Plain, args: Ast[], outer: Frame): Value {
  const frame = definition.arrays && !outer.arrays ? { ...outer, arrays: true } : outer;
  const values: Argument[] = [];
  const mapped: number[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (!arg) continue;
    if (letterAt(definition, index) === "c") values.push(argumentCells(arg, frame));
    else {
      const value = valueOf(arg, frame);
      const scalar = isCells(value) ? (outer.arrays ? undefined : single(value, frame.host)) : value;
      if (scalar === undefined) mapped.push(index);
      else if (scalar instanceof CellError && !definition.takesErrors) return scalar;
      values.push(scalar === undefined ? value : scalar);
    }
  }
  return mapped.length === 0 ? definition.run(values, frame) : mapOver(definition, values, { mapped, frame });
}

function letterAt({ params, repeat }: Plain, index: number): string {
  if (index < params.length) return params.charAt(index);
  return params.charAt(params.length - repeat + ((index - params.length) % repeat));
}

function mapOver(definition: Plain, values: Argument[], { mapped, frame }: { mapped: number[]; frame: Frame }): Value {
  const arrays = mapped.map((index) => values[index] ?? null);
  return mapCells(arrays, (scalars) => {
    const args = [...values];
    for (let index = 0; index < mapped.length; index++) {
      const scalar = scalars[index] ?? null;
      if (scalar instanceof CellError && !definition.takesErrors) return scalar;
      args[mapped[index] ?? 0] = scalar;
    }
    const result = definition.run(args, frame);
    return isCells(result) ? result.at(0, 0) : result;
  });
}
