import { QueryError, type Literal, type Test } from "./query.ts";

/** A cell as a query sees it: of its column's type, else nothing. */
export type Cell = Literal | null;

/** Whether a row meets a test; texts are told apart by case, and an empty cell meets "!=" only. */
export function meets(row: readonly Cell[], test: Test): boolean {
  switch (test.kind) {
    case "and":
      return meets(row, test.left) && meets(row, test.right);
    case "or":
      return meets(row, test.left) || meets(row, test.right);
    case "not":
      return !meets(row, test.test);
    case "empty":
      return (row[test.column] ?? null) === null;
    case "compare": {
      const other = typeof test.with === "object" ? (row[test.with.column] ?? null) : test.with;
      return compares(row[test.column] ?? null, test.operator, other);
    }
  }
}

function compares(value: Cell, operator: string, other: Cell): boolean {
  if (value === null || other === null) return operator === "!=" && value !== other;
  if (typeof value !== typeof other) return false;
  switch (operator) {
    case "=":
      return value === other;
    case "!=":
      return value !== other;
    case "<":
      return value < other;
    case "<=":
      return value <= other;
    case ">":
      return value > other;
    case ">=":
      return value >= other;
    default:
      return textMeets(String(value), operator, String(other));
  }
}

function textMeets(text: string, operator: string, pattern: string): boolean {
  switch (operator) {
    case "contains":
      return text.includes(pattern);
    case "starts with":
      return text.startsWith(pattern);
    case "ends with":
      return text.endsWith(pattern);
    case "like":
      return expression(
        pattern
          .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
          .replace(/%/g, ".*")
          .replace(/_/g, "."),
      ).test(text);
    default:
      return expression(pattern).test(text);
  }
}

/** The whole text has to match. */
function expression(source: string): RegExp {
  const lead = /^\(\?i\)/.exec(source);
  try {
    return new RegExp(`^(?:${source.slice(lead?.[0].length ?? 0)})$`, lead ? "isu" : "su");
  } catch {
    throw new QueryError(`Invalid expression ${source}.`);
  }
}
