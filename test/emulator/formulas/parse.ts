import type { Ast, BinaryOperator } from "./ast.ts";
import { findError, NOT_AVAILABLE, REF } from "./cell-error.ts";
import type { Reference } from "./reference.ts";
import { areaOf, readReference } from "./reference.ts";
import type { Token } from "./tokens.ts";
import { FormulaSyntaxError, tokensOf } from "./tokens.ts";

/** How tightly binary operators bind; all of them, "^" too, group from the left. A sign binds tighter: -2^2 is 4. */
const BINDING = new Map<string, number>([
  ["=", 1], ["<>", 1], ["<", 1], [">", 1], ["<=", 1], [">=", 1],
  ["&", 2], ["+", 3], ["-", 3], ["*", 4], ["/", 4], ["^", 5],
]); // prettier-ignore
const KEPT = 5000;
const parsed = new Map<string, Ast>();

/**
 * Parses a formula with its leading "="; "," and ";" both separate arguments. With `decimalComma` "1,5" is a number and
 * "\" separates the columns of an array. Throws FormulaSyntaxError, which Sheets shows as #ERROR!.
 */
export function parseFormula(formula: string, decimalComma = false): Ast {
  const key = decimalComma ? `,${formula}` : formula;
  const known = parsed.get(key);
  if (known) return known;
  const ast = new Parser(tokensOf(formula, decimalComma).filter(({ kind }) => kind !== "space")).whole();
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(key, ast);
  return ast;
}

/** Every reference of a formula, in the order of its text. */
export function referencesOf(ast: Ast): Reference[] {
  switch (ast.kind) {
    case "reference":
      return [ast.reference];
    case "call":
      return ast.args.flatMap(referencesOf);
    case "unary":
    case "percent":
      return referencesOf(ast.operand);
    case "binary":
      return [...referencesOf(ast.left), ...referencesOf(ast.right)];
    case "array":
      return ast.rows.flat().flatMap(referencesOf);
    default:
      return [];
  }
}

class Parser {
  private next = 0;
  constructor(private readonly tokens: Token[]) {}

  whole(): Ast {
    const ast = this.expression(0);
    if (this.next < this.tokens.length) throw this.unexpected();
    return ast;
  }

  private expression(binding: number): Ast {
    let left = this.signed();
    for (;;) {
      const operator = this.peekOperator();
      const own = operator === undefined ? undefined : BINDING.get(operator);
      if (own === undefined || own <= binding) return left;
      this.next++;
      left = { kind: "binary", operator: operator as BinaryOperator, left, right: this.expression(own) };
    }
  }

  private signed(): Ast {
    if (this.take("-")) return { kind: "unary", operator: "-", operand: this.signed() };
    if (this.take("+")) return { kind: "unary", operator: "+", operand: this.signed() };
    let operand = this.primary();
    while (this.take("%")) operand = { kind: "percent", operand };
    return operand;
  }

  private primary(): Ast {
    const token = this.tokens[this.next++];
    switch (token?.kind) {
      case "number":
        return { kind: "literal", value: Number(token.text.replace(",", ".")) };
      case "text":
        return { kind: "literal", value: token.text.slice(1, -1).replaceAll('""', '"') };
      case "error":
        return { kind: "literal", value: findError(token.text.slice(token.text.indexOf("#"))) ?? REF };
      case "reference":
        return this.reference(token);
      case "function":
        return this.call(token.text);
      case "name":
        return this.nameOrBoolean(token.text);
      default:
        return this.bracketed(token);
    }
  }

  private reference(token: Token): Ast {
    const reference = readReference(token.text);
    if (!reference) return { kind: "literal", value: REF };
    const single = reference.to === undefined;
    return { kind: "reference", sheet: reference.sheet ?? null, single, area: areaOf(reference), reference };
  }

  private nameOrBoolean(name: string): Ast {
    const upper = name.toUpperCase();
    return upper === "TRUE" || upper === "FALSE"
      ? { kind: "literal", value: upper === "TRUE" }
      : { kind: "name", name };
  }

  private bracketed(token: Token | undefined): Ast {
    if (token?.text === "(") {
      const inner = this.expression(0);
      this.expect(")");
      return inner;
    }
    if (token?.text === "{") return this.array();
    this.next--;
    throw this.unexpected();
  }

  private call(name: string): Ast {
    this.expect("(");
    const args = this.argumentsGiven();
    const isApplied = name.toUpperCase() === "LAMBDA" && this.take("(");
    return isApplied ? applied(args, this.argumentsGiven()) : { kind: "call", name: name.toUpperCase(), args };
  }

  private argumentsGiven(): Ast[] {
    const args: Ast[] = [];
    if (this.take(")")) return args;
    do {
      const operator = this.peekOperator();
      const missing = operator === "," || operator === ";" || operator === ")";
      args.push(missing ? { kind: "missing" } : this.expression(0));
    } while (this.take(",") || this.take(";"));
    this.expect(")");
    return args;
  }

  private array(): Ast {
    let row: Ast[] = [];
    const rows = [row];
    if (this.take("}")) return { kind: "array", rows: [[{ kind: "missing" }]] };
    for (;;) {
      row.push(this.expression(0));
      if (this.take("}")) return { kind: "array", rows };
      if (this.take(";")) rows.push((row = []));
      else if (!this.take(",") && !this.take("\\")) throw this.unexpected();
    }
  }

  private peekOperator(): string | undefined {
    const token = this.tokens[this.next];
    return token?.kind === "operator" ? token.text : undefined;
  }

  private take(operator: string): boolean {
    if (this.peekOperator() !== operator) return false;
    this.next++;
    return true;
  }

  private expect(operator: string): void {
    if (!this.take(operator)) throw this.unexpected();
  }

  private unexpected(): FormulaSyntaxError {
    const token = this.tokens[this.next];
    return new FormulaSyntaxError(
      token ? `Formula parse error at "${token.text}".` : "Formula parse error: unexpected end.",
    );
  }
}

/** LAMBDA(x, body)(value) says the same as LET(x, value, body). */
function applied(lambda: Ast[], values: Ast[]): Ast {
  if (values.length !== lambda.length - 1) return { kind: "literal", value: NOT_AVAILABLE };
  const args = values.flatMap((value, i) => [...lambda.slice(i, i + 1), value]);
  return { kind: "call", name: "LET", args: [...args, ...lambda.slice(-1)] };
}
