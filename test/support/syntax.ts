import { createContext, runInContext } from "node:vm";
import { readFileSync } from "node:fs";
import ts from "typescript";

/** Names that a file uses as values without declaring or importing them, each once, in order of appearance. */
export function freeNames(code: string, fileName = "Code.js"): string[] {
  const file = parse(code, fileName);
  const options: ts.CompilerOptions = { allowJs: true, noLib: true, noResolve: true, types: [], noEmit: true };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => (name === fileName ? file : undefined),
  };
  const checker = ts.createProgram([fileName], options, host).getTypeChecker();
  const free = new Set<string>();
  forEachNode(file, (node) => {
    if (ts.isIdentifier(node) && isReference(node) && !symbolOf(checker, node)) free.add(node.text);
  });
  return [...free];
}

export function parse(code: string, fileName: string): ts.SourceFile {
  return ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2022, true);
}

export function forEachNode(root: ts.Node, visit: (node: ts.Node) => void): void {
  visit(root);
  ts.forEachChild(root, (child) => forEachNode(child, visit));
}

function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  return checker.getSymbolAtLocation(node);
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isPropertyAccessExpression(parent) || ts.isJsxAttribute(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name !== node;
  if (ts.isGetAccessor(parent) || ts.isSetAccessor(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent);
}

/** What the language itself offers to a script, with the console that Apps Script has too. */
export function languageGlobals(): string[] {
  const own = runInContext("Object.getOwnPropertyNames(globalThis)", createContext({})) as string[];
  return [...own, "console", "undefined", "arguments"];
}

/** The global variables that Google declares for Apps Script: SpreadsheetApp, Utilities, … */
export function googleGlobals(): string[] {
  const folder = "node_modules/@types/google-apps-script/";
  const listed = readFileSync(`${folder}index.d.ts`, "utf8").matchAll(/path="(.+?)"/g);
  const names = [...listed].flatMap(([, path = ""]) => {
    const text = readFileSync(folder + path, "utf8");
    return [...text.matchAll(/^declare (?:var|const|let) (\w+)/gm)].map(([, name = ""]) => name);
  });
  return [...new Set(names)];
}

/** The functions that Google sees without running the script. */
export function topLevelFunctions(code: string): string[] {
  return parse(code, "Code.js")
    .statements.filter(ts.isFunctionDeclaration)
    .map(({ name }) => name?.text ?? "");
}
