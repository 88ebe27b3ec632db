export type TokenKind = "space" | "number" | "text" | "reference" | "error" | "function" | "name" | "operator";

export interface Token {
  kind: TokenKind;
  text: string;
  /** Index of the first character in the formula. */
  at: number;
}

/** What Sheets shows as "Formula parse error." (#ERROR!). */
export class FormulaSyntaxError extends Error {
  override readonly name = "FormulaSyntaxError";
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]+`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[0-9]+`;
const AREA = `(?:${CELL}:(?:${CELL}|${COLUMN}|${ROW})|${COLUMN}:(?:${CELL}|${COLUMN})|${ROW}:${ROW}|${CELL})`;
const ERROR = String.raw`#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|ERROR!)`;
const GROUPS = [
  String.raw`(\s+)`,
  `("(?:[^"]|"")*")`,
  String.raw`((?:${SHEET})?${AREA}(?![\p{L}\p{N}_(.!]))`,
  `((?:${SHEET})?${ERROR})`,
  String.raw`(NUMBER)`,
  String.raw`([\p{L}_][\p{L}\p{N}_.]*)(?=\s*\()`,
  String.raw`([\p{L}_][\p{L}\p{N}_.]*)`,
  String.raw`(<>|<=|>=|[-+*/^&=<>%(){},;\\])`,
].join("|");
const KINDS: TokenKind[] = ["space", "text", "reference", "error", "number", "function", "name", "operator"];
const POINT = new RegExp(GROUPS.replace("NUMBER", String.raw`(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`), "uy");
const COMMA = new RegExp(
  GROUPS.replace("NUMBER", String.raw`(?:[0-9]+(?:,[0-9]+)?|,[0-9]+)(?:[eE][+-]?[0-9]+)?`),
  "uy",
);

/** Cuts a formula with its leading "=" into tokens, spaces included; throws FormulaSyntaxError at what is no token. */
export function tokensOf(formula: string, decimalComma = false): Token[] {
  const lexer = decimalComma ? COMMA : POINT;
  const tokens: Token[] = [];
  let at = formula.startsWith("=") ? 1 : 0;
  while (at < formula.length) {
    lexer.lastIndex = at;
    const found = lexer.exec(formula);
    if (!found) throw new FormulaSyntaxError(`Formula parse error at character ${at + 1}.`);
    let group = 1;
    while (found[group] === undefined) group++;
    const text = found[0];
    tokens.push({ kind: KINDS[group - 1] ?? "operator", text, at });
    at += text.length;
  }
  return tokens;
}
