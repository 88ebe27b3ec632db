import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { forEachNode, parse } from "./syntax.ts";

export interface SourceFile {
  /** From the top of the project, with "/". */
  path: string;
  text: string;
}

/** Every TypeScript file under a folder; none where the folder is missing. */
export function filesUnder(folder: string): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** What a file imports, exports from or requires: paths from the top of the project, or names of packages. */
export function importsOf({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  forEachNode(parse(text, path), (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    found.push(specifier.startsWith(".") ? join(dirname(path), specifier).replaceAll("\\", "/") : specifier);
  });
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
  return isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword ? textOf(node.arguments[0]) : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteral(node) ? node.text : undefined;
}

/** Places, as "path:line", where the file reads the clock: `new Date()`, `Date()` or `Date.now()`. */
export function clockReadings({ path, text }: SourceFile): string[] {
  return placesOf({ path, text }, (node) => {
    if (ts.isNewExpression(node)) return isDate(node.expression) && (node.arguments ?? []).length === 0;
    if (!ts.isCallExpression(node)) return false;
    const { expression } = node;
    if (isDate(expression)) return true;
    return ts.isPropertyAccessExpression(expression) && isDate(expression.expression) && expression.name.text === "now";
  });
}

const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === "Date";

const WHOLE_RANGE = /^[gs]et(Display)?(Values|Formulas)$/;
const REPEATING = /^(forEach|map|flatMap|filter|reduce|some|every|find)$/;

/** Places where a whole range is read or written once per turn of a loop. */
export function rangeCallsInLoops(file: SourceFile): string[] {
  return placesOf(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    return WHOLE_RANGE.test(node.expression.name.text) && isRepeated(node);
  });
}

function isRepeated(node: ts.Node): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (ts.isIterationStatement(outer, false) && outer.statement === inner) return true;
    if (isCallback(inner) && ts.isCallExpression(outer)) return isRepeatingCall(outer) || isRepeated(outer);
    if (ts.isFunctionLike(outer) && !isCallback(outer)) return false;
  }
  return false;
}

const isCallback = (node: ts.Node): boolean => ts.isArrowFunction(node) || ts.isFunctionExpression(node);

function isRepeatingCall({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && REPEATING.test(expression.name.text);
}

function placesOf({ path, text }: SourceFile, isMeant: (node: ts.Node) => boolean): string[] {
  const file = parse(text, path);
  const places: string[] = [];
  forEachNode(file, (node) => {
    if (isMeant(node)) places.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
  });
  return places;
}
