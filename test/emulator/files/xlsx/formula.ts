import type { Ast } from "../../formulas/ast.ts";
import { parseFormula, referencesOf } from "../../formulas/parse.ts";
import { FormulaSyntaxError, tokensOf } from "../../formulas/tokens.ts";

/** Functions of Sheets that Excel lacks; a formula with one of them travels inside Google's own wrapper. */
const ONLY_SHEETS = new Set([
  "ARRAYFORMULA", "REGEXMATCH", "REGEXEXTRACT", "REGEXREPLACE", "SPLIT", "JOIN", "FLATTEN", "COUNTUNIQUE", "QUERY", "IMPORTRANGE",
  "IMPORTDATA", "IMPORTHTML", "IMPORTXML", "GOOGLEFINANCE", "GOOGLETRANSLATE", "SPARKLINE", "IMAGE", "ISDATE", "TO_TEXT", "TO_DATE",
  "FILTER", "SORT", "UNIQUE", "SEQUENCE", "ARRAY_CONSTRAIN", "SORTN",
]); // prettier-ignore
/** Functions that Excel writes with a prefix because they are younger than the format. */
const PREFIXED = new Set([
  "IFS", "SWITCH", "IFNA", "XOR", "CONCAT", "TEXTJOIN", "MAXIFS", "MINIFS", "XLOOKUP", "XMATCH", "LET", "DAYS", "ISOWEEKNUM", "UNICHAR",
  "UNICODE", "STDEV.S", "STDEV.P", "VAR.S", "VAR.P", "RANK.EQ", "PERCENTILE.INC", "QUARTILE.INC", "MODE.SNGL",
]); // prettier-ignore
const WRAPPED = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)(?:,[\s\S]*)?\)$/;
/** What Google writes into the cells that show a part of an array's result. */
const SPILLED = '"COMPUTED_VALUE"';
export const SPILLED_FORMULA = `=${SPILLED}`;

/** A formula of Sheets (with "=") as an xlsx file holds it (without). */
export function writeFormula(text: string, result: number | string | boolean | undefined): string {
  if (text === SPILLED_FORMULA) return wrapped(text, result);
  const ast = parsed(text);
  if (!ast || isOnlySheets(ast)) return wrapped(text, result);
  const tokens = tokensOf(text);
  const hasArray = tokens.some((token) => token.text === "{");
  const pieces = tokens.map(({ kind, text: piece }) => {
    if (kind === "function" && PREFIXED.has(piece.toUpperCase())) return `_xlfn.${piece}`;
    return kind === "operator" && piece === ";" && !hasArray ? "," : piece;
  });
  return pieces.join("");
}

function parsed(text: string): Ast | undefined {
  try {
    return parseFormula(text);
  } catch (problem) {
    if (problem instanceof FormulaSyntaxError) return undefined;
    throw problem;
  }
}

/** Open ranges such as A2:A are unknown to Excel as well. */
function isOnlySheets(ast: Ast): boolean {
  return callsOnlySheets(ast) || referencesOf(ast).some(({ from, to }) => to && isHalfOpen(from, to));
}

function isHalfOpen(from: { row?: number; column?: number }, to: { row?: number; column?: number }): boolean {
  return (
    (from.row === undefined) !== (to.row === undefined) || (from.column === undefined) !== (to.column === undefined)
  );
}

function callsOnlySheets(ast: Ast): boolean {
  switch (ast.kind) {
    case "call":
      return ONLY_SHEETS.has(ast.name) || ast.args.some(callsOnlySheets);
    case "unary":
    case "percent":
      return callsOnlySheets(ast.operand);
    case "binary":
      return callsOnlySheets(ast.left) || callsOnlySheets(ast.right);
    case "array":
      // Excel's array constants hold no references or calculations.
      return ast.rows.flat().some(({ kind }) => kind !== "literal");
    default:
      return false;
  }
}

function wrapped(text: string, result: number | string | boolean | undefined): string {
  const inner = text.replace(/^=/, "").replaceAll('"', '""');
  const value =
    typeof result === "number"
      ? String(result)
      : typeof result === "boolean"
        ? String(result).toUpperCase()
        : `"${(result ?? "").replaceAll('"', '""')}"`;
  return `IFERROR(__xludf.DUMMYFUNCTION("${inner}"),${value})`;
}

/** The formula of Sheets (with "=") in a file; undefined for a cell that only showed a part of an array's result. */
export function readFormula(text: string): string | undefined {
  const inner = WRAPPED.exec(text)?.[1]?.replaceAll('""', '"');
  if (inner === SPILLED) return undefined;
  if (inner !== undefined) return `=${inner}`;
  return `=${outsideTexts(text, (piece) => piece.replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\./g, ""))}`;
}

function outsideTexts(formula: string, change: (piece: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (piece) => (piece.startsWith('"') ? piece : change(piece)));
}
