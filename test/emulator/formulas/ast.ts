import type { CellError } from "./cell-error.ts";
import type { Definition } from "./definition.ts";
import type { Area, Reference } from "./reference.ts";

export type BinaryOperator = "=" | "<>" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/" | "^";

/** A parsed formula. */
export type Ast =
  | { kind: "literal"; value: number | string | boolean | CellError }
  | { kind: "missing" }
  | { kind: "reference"; sheet: string | null; single: boolean; area: Area; reference: Reference }
  | { kind: "name"; name: string }
  | { kind: "call"; name: string; args: Ast[]; definition?: Definition | undefined }
  | { kind: "unary"; operator: "+" | "-"; operand: Ast }
  | { kind: "percent"; operand: Ast }
  | { kind: "binary"; operator: BinaryOperator; left: Ast; right: Ast }
  | { kind: "array"; rows: Ast[][] };
