import { conventionsOf } from "../values/locale.ts";
import { isDateFormat } from "../values/pattern.ts";
import type { Ast } from "./ast.ts";
import type { Host } from "./host.ts";

type Call = Ast & { kind: "call" };

const DATES = new Set(["TODAY", "DATE", "EDATE", "EOMONTH", "WORKDAY", "WORKDAY.INTL", "DATEVALUE"]);
/** Functions whose result looks like one of their arguments: the index of the first that may say how. */
const LIKE_ARGUMENT = new Map([
  ...["MAX", "MIN", "SUM", "AVERAGE", "MEDIAN", "LARGE", "SMALL", "PERCENTILE", "QUARTILE", "SUMIF", "AVERAGEIF"].map(
    (name) => [name, 0],
  ),
  ...["SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS", "INDEX", "OFFSET", "FILTER", "SORT", "UNIQUE", "ARRAYFORMULA"].map(
    (name) => [name, 0],
  ),
  ...["IFERROR", "IFNA", "ABS", "ROUND", "ROUNDUP", "ROUNDDOWN", "FLATTEN", "TRANSPOSE"].map((name) => [name, 0]),
  ...["IF", "IFS", "CHOOSE"].map((name) => [name, 1]),
  ...["XLOOKUP", "SWITCH"].map((name) => [name, 2]),
] as [string, number][]);

/**
 * The number format that a formula's result brings along where its cell has the automatic one: a date from TODAY(), the
 * format of what it refers to. Undefined where the result is a plain number. The host's `format` has to end cycles.
 */
export function impliedFormat(ast: Ast, host: Host): string | undefined {
  switch (ast.kind) {
    case "reference":
      return host.format(ast.sheet, ast.area.top, ast.area.left) || undefined;
    case "call":
      return formatOfCall(ast, host);
    case "unary":
      return impliedFormat(ast.operand, host);
    case "array":
      return ast.rows[0]?.[0] && impliedFormat(ast.rows[0][0], host);
    case "binary":
      return formatOfOperation(ast.operator, impliedFormat(ast.left, host), impliedFormat(ast.right, host));
    default:
      return undefined;
  }
}

function formatOfCall({ name, args }: Call, host: Host): string | undefined {
  const { formats } = conventionsOf(host.locale);
  if (DATES.has(name)) return formats.date;
  if (name === "NOW") return formats.dateTime;
  if (name === "TIME" || name === "TIMEVALUE") return formats.time;
  if (name === "VLOOKUP") return formatOfColumn(args, host);
  if (name === "LET") return args.length === 0 ? undefined : firstFormat(args.slice(-1), host);
  if ((name === "SUMIF" || name === "AVERAGEIF") && args[2]) return impliedFormat(args[2], host);
  const first = LIKE_ARGUMENT.get(name);
  return first === undefined ? undefined : firstFormat(resultsAmong(name, args.slice(first)), host);
}

/** Of IF, IFS and SWITCH only the results count, of all else the first argument. */
function resultsAmong(name: string, args: Ast[]): Ast[] {
  if (name === "IF" || name === "CHOOSE") return args;
  if (name === "IFS" || name === "SWITCH") return args.filter((_, index) => index % 2 === 0);
  return args.slice(0, 1);
}

function firstFormat(args: Ast[], host: Host): string | undefined {
  for (const arg of args) {
    const format = impliedFormat(arg, host);
    if (format !== undefined) return format;
  }
  return undefined;
}

function formatOfColumn([, table, column]: Ast[], host: Host): string | undefined {
  if (table?.kind !== "reference" || column?.kind !== "literal" || typeof column.value !== "number") return undefined;
  return host.format(table.sheet, table.area.top, table.area.left + column.value - 1) || undefined;
}

function formatOfOperation(operator: string, left: string | undefined, right: string | undefined): string | undefined {
  if (operator === "+" || operator === "-") {
    const differs = left !== undefined && right !== undefined && isDateFormat(left) && isDateFormat(right);
    // The distance between two dates is a number of days.
    return operator === "-" && differs ? undefined : (left ?? right);
  }
  if (operator !== "*" && operator !== "/") return undefined;
  const amounts = [left, right].filter(
    (format) => format !== undefined && !isDateFormat(format) && !format.includes("%"),
  );
  return operator === "/" && amounts.length === 2 ? undefined : amounts[0];
}
