import { conventionsOf } from "../values/locale.ts";
import { isDateFormat } from "../values/pattern.ts";
import type { Ast } from "./ast.ts";
import { evaluate } from "./evaluate.ts";
import type { Host } from "./host.ts";
import { columnAnswered } from "./query/read-query.ts";

type Call = Ast & { kind: "call" };

const ROWS_OF_TABLE = new Set(["FILTER", "SORT", "UNIQUE", "ARRAY_CONSTRAIN", "CHOOSEROWS", "VSTACK"]);
const DATES = new Set(["TODAY", "DATE", "EDATE", "EOMONTH", "WORKDAY", "WORKDAY.INTL", "DATEVALUE", "TO_DATE"]);
/** Functions whose result looks like one of their arguments: the index of the first that may say how. */
const LIKE_ARGUMENT = new Map([
  ...["MAX", "MIN", "SUM", "AVERAGE", "MEDIAN", "LARGE", "SMALL", "PERCENTILE", "QUARTILE", "SUMIF", "AVERAGEIF"].map(
    (name) => [name, 0],
  ),
  ...["SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS", "OFFSET", "ARRAYFORMULA"].map((name) => [name, 0]),
  ...[
    "IFERROR",
    "IFNA",
    "ABS",
    "ROUND",
    "ROUNDUP",
    "ROUNDDOWN",
    "FLATTEN",
    "TOCOL",
    "TOROW",
    "WRAPROWS",
    "WRAPCOLS",
  ].map((name) => [name, 0]),
  ...["IF", "IFS", "CHOOSE"].map((name) => [name, 1]),
  ["SWITCH", 2],
] as [string, number][]);

/** A cell of a result that spills, counted from the formula's own. */
export interface Offset {
  row: number;
  column: number;
}

interface Look {
  host: Host;
  at: Offset;
}

const FIRST: Offset = { row: 0, column: 0 };

/**
 * The number format that a formula's result brings along where its cell has the automatic one: a date from TODAY(), the
 * format of what it refers to. Undefined where the result is a plain number. The host's `format` has to end cycles.
 */
export function impliedFormat(ast: Ast, host: Host, at = FIRST): string | undefined {
  return formatOf(ast, { host, at });
}

function formatOf(ast: Ast, look: Look): string | undefined {
  switch (ast.kind) {
    case "reference":
      return formatOfReference(ast, look);
    case "call":
      return formatOfCall(ast, look);
    case "unary":
      return formatOf(ast.operand, look);
    case "array":
      return formatOfArray(ast, look);
    case "binary":
      return formatOfOperation(ast.operator, formatOf(ast.left, look), formatOf(ast.right, look));
    default:
      return undefined;
  }
}

/** Single cells, rows and columns are stretched over a result. */
function formatOfReference({ sheet, area }: Ast & { kind: "reference" }, { host, at }: Look): string | undefined {
  const row = area.top === area.bottom ? 0 : at.row;
  const column = area.left === area.right ? 0 : at.column;
  return host.format(sheet, area.top + row, area.left + column) || undefined;
}

function formatOfCall({ name, args }: Call, look: Look): string | undefined {
  const { formats } = conventionsOf(look.host.locale);
  if (DATES.has(name)) return formats.date;
  if (name === "NOW") return formats.dateTime;
  if (name === "TIME" || name === "TIMEVALUE") return formats.time;
  if (name === "QUERY") return formatOfQuery(args, look);
  if (name === "HSTACK") return formatOfArray({ kind: "array", rows: [args] }, look);
  if (name === "LET") return args.length === 0 ? undefined : firstFormat(args.slice(-1), look);
  if ((name === "SUMIF" || name === "AVERAGEIF") && args[2]) return formatOf(args[2], look);
  const table = tableBehind(name, args, look.at);
  if (table) return table.ast && formatOfColumn(table.ast, table.column, look.host);
  const first = LIKE_ARGUMENT.get(name);
  return first === undefined ? undefined : firstFormat(resultsAmong(name, args.slice(first)), look);
}

/** Where a function picks rows of a table, the table and the column (from 0) whose cells it answers. */
function tableBehind(name: string, args: Ast[], { row, column }: Offset): { ast?: Ast; column: number } | undefined {
  const [ast, second, third] = args;
  if (ROWS_OF_TABLE.has(name)) return ast && { ast, column };
  if (name === "CHOOSECOLS") return ast && { ast, column: numberAt(args, column + 1) - 1 };
  if (name === "TRANSPOSE") return ast && { ast, column: row };
  if (name === "INDEX") return ast && { ast, column: third ? numberAt(args, 2) - 1 : column };
  if (name === "XLOOKUP") return third && { ast: third, column };
  if (name !== "VLOOKUP") return undefined;
  return second && third?.kind === "literal" ? { ast: second, column: numberAt(args, 2) - 1 } : { column };
}

function formatOfQuery([data, text]: Ast[], { host, at }: Look): string | undefined {
  const words = text && evaluate(text, host);
  if (!data || typeof words !== "string") return undefined;
  const left = data.kind === "reference" ? data.area.left : undefined;
  const column = columnAnswered(words, { count: Infinity, left }, at.column);
  return column === undefined ? undefined : formatOfColumn(data, column, host);
}

/** A column number as it is written; 1 where it is computed. */
function numberAt(args: Ast[], index: number): number {
  const arg = args[index];
  return arg?.kind === "literal" && typeof arg.value === "number" && arg.value > 0 ? arg.value : 1;
}

/** Header rows have no format of numbers, so a few rows are looked at. */
const ROWS_LOOKED_AT = 10;

function formatOfColumn(table: Ast, column: number, host: Host): string | undefined {
  if (table.kind !== "reference") return formatOf(table, { host, at: { row: 0, column } });
  const last = Math.min(table.area.bottom ?? Infinity, table.area.top + ROWS_LOOKED_AT - 1);
  for (let row = 0; row <= last - table.area.top; row++) {
    const format = formatOfReference(table, { host, at: { row, column } });
    if (format !== undefined) return format;
  }
  return undefined;
}

/** The parts of an array literal stand side by side and one below the other; parts of unknown size count as one cell. */
function formatOfArray({ rows }: Ast & { kind: "array" }, { host, at }: Look): string | undefined {
  let { row } = at;
  const line = rows.find(([part], i) => {
    const height = part?.kind === "reference" ? 1 + (part.area.bottom ?? Infinity) - part.area.top : 1;
    const isHere = row < height || i === rows.length - 1;
    if (!isHere) row -= height;
    return isHere;
  });
  let { column } = at;
  const part = line?.find((one, i) => {
    const width = one.kind === "reference" ? 1 + (one.area.right ?? Infinity) - one.area.left : 1;
    const isHere = column < width || i === line.length - 1;
    if (!isHere) column -= width;
    return isHere;
  });
  return part && formatOf(part, { host, at: { row, column } });
}

/** Of IF, IFS and SWITCH only the results count, of all else the first argument. */
function resultsAmong(name: string, args: Ast[]): Ast[] {
  if (name === "IF" || name === "CHOOSE") return args;
  if (name === "IFS" || name === "SWITCH") return args.filter((_, index) => index % 2 === 0);
  return args.slice(0, 1);
}

function firstFormat(args: Ast[], look: Look): string | undefined {
  for (const arg of args) {
    const format = formatOf(arg, look);
    if (format !== undefined) return format;
  }
  return undefined;
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
