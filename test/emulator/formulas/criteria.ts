import { parseValue } from "../values/typed.ts";
import { CellError } from "./cell-error.ts";
import { compare } from "./coerce.ts";
import type { Host } from "./host.ts";
import type { Scalar } from "./values.ts";

export type Criterion = (value: Scalar) => boolean;

/** What COUNTIF and its like take as a criterion: a value, or text with an operator (">=5", "<>Open") or wildcards. */
export function criterionOf(wanted: Scalar, host: Host): Criterion {
  if (wanted === null) return (value) => value === 0;
  if (typeof wanted === "number") return (value) => typeof value === "number" && compare(value, wanted) === 0;
  if (typeof wanted === "boolean") return (value) => value === wanted;
  if (wanted instanceof CellError) return (value) => value instanceof CellError && value.code === wanted.code;
  const found = /^(<=|>=|<>|=|<|>)([\s\S]*)$/.exec(wanted);
  const operator = found?.[1] ?? "=";
  const operand = found?.[2] ?? wanted;
  if (operand === "") return emptyCriterion(operator, found !== null);
  const parsed = parseValue(operand, host)?.value ?? operand;
  if (operator === "=") return equals(parsed);
  if (operator === "<>") {
    const same = equals(parsed);
    return (value) => !same(value);
  }
  return (value) => typeof value === typeof parsed && holds(operator, compare(value, parsed));
}

/** "=" asks for empty cells, "<>" for others; a lone "" takes empty texts as well. */
function emptyCriterion(operator: string, written: boolean): Criterion {
  if (!written) return (value) => value === null || value === "";
  if (operator === "=") return (value) => value === null;
  if (operator === "<>") return (value) => value !== null;
  return () => false;
}

function equals(wanted: number | string | boolean): Criterion {
  if (typeof wanted !== "string") return (value) => typeof value === typeof wanted && compare(value, wanted) === 0;
  const pattern = wildcardPattern(wanted);
  if (pattern) return (value) => typeof value === "string" && pattern.test(value);
  const lower = wanted.toLowerCase();
  return (value) => typeof value === "string" && value.toLowerCase() === lower;
}

function holds(operator: string, order: number): boolean {
  if (operator === "<") return order < 0;
  if (operator === ">") return order > 0;
  return operator === "<=" ? order <= 0 : order >= 0;
}

/** A text with ? and * as a pattern over the whole value (~ takes their meaning away); undefined where it has none. */
export function wildcardPattern(text: string): RegExp | undefined {
  if (!/[*?~]/.test(text)) return undefined;
  const source = text.replace(
    /~([*?~])|([*?])|([\\^$.+()[\]{}|])/g,
    (_, tilde?: string, wild?: string, other?: string) => {
      if (tilde) return `\\${tilde}`;
      if (wild) return wild === "*" ? "[\\s\\S]*" : "[\\s\\S]";
      return `\\${other ?? ""}`;
    },
  );
  return new RegExp(`^${source}$`, "i");
}
