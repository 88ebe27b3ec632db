import type { Ast } from "./ast.ts";
import type { Host } from "./host.ts";
import type { Scalar, Value } from "./values.ts";

/** Where an expression is evaluated. */
export interface Frame {
  host: Host;
  /** Inside ARRAYFORMULA and its like ranges are taken whole, else cut to one cell. */
  arrays: boolean;
  /** LET's names, in upper case. */
  names?: ReadonlyMap<string, Value>;
  /** Evaluates an expression, for functions that decide which of their arguments count. */
  valueOf(ast: Ast, frame: Frame): Value;
}

export type Argument = Value | undefined;

/** A function over evaluated arguments; undefined is an argument that was not given. */
export interface Plain {
  kind: "plain";
  /** One letter an argument: s one value (arrays are mapped), c cells or a value as they come. */
  params: string;
  min: number;
  /** So many letters at the end repeat without limit. */
  repeat: number;
  /** Its arguments are evaluated as arrays, as in SUMPRODUCT and FILTER. */
  arrays: boolean;
  /** Errors in single values reach the function instead of being its answer. */
  takesErrors: boolean;
  run(args: Argument[], frame: Frame): Value;
}

/** A function that decides which arguments are evaluated. */
export interface Lazy {
  kind: "lazy";
  min: number;
  max: number;
  run(args: Ast[], frame: Frame): Value;
}

export type Definition = Plain | Lazy;

type Options = Partial<Pick<Plain, "repeat" | "arrays" | "takesErrors">>;

/** "ss?" reads: two single values, the second optional; "c*": at least one block, any number. */
export function cellsFunction(signature: string, run: Plain["run"], options: Options = {}): Plain {
  const params = signature.replace(/[?*]/g, "");
  const optional = signature.indexOf("?");
  const min = optional < 0 ? params.length : optional - 1;
  const repeat = options.repeat ?? (signature.endsWith("*") ? 1 : 0);
  return {
    kind: "plain",
    params,
    min,
    repeat,
    arrays: options.arrays ?? false,
    takesErrors: options.takesErrors ?? false,
    run,
  };
}

/** As `cellsFunction` where every argument is a single value. */
export function scalarFunction(
  signature: string,
  run: (args: (Scalar | undefined)[], frame: Frame) => Value,
  options: Options = {},
): Plain {
  return cellsFunction(signature, run, options);
}

export function lazyFunction(min: number, max: number, run: Lazy["run"]): Lazy {
  return { kind: "lazy", min, max, run };
}
