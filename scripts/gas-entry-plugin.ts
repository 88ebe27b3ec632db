import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { generate } from "gas-entry-generator";
import ts from "typescript";

/**
 * esbuild's counterpart of gas-webpack-plugin: the same generator turns `global.onEdit = …` into `function onEdit() {}`
 * ahead of the bundle, because Apps Script finds its entry points without running the file.
 */
export function gasEntry(): Plugin {
  return {
    name: "gas-entry",
    async setup(build) {
      const options = build.initialOptions;
      const [path = ""] = options.entryPoints as string[];
      const stubs = entryStubs(path, await readFile(path, "utf8"));
      options.define = { ...options.define, global: "globalThis" };
      options.banner = { ...options.banner, js: `${options.banner?.["js"] ?? ""}${stubs}` };
    },
  };
}

/** The text that goes ahead of the bundle; throws where the list in the file holds a name that Google can't call. */
export function entryStubs(path: string, source: string): string {
  entryNames(path, source);
  const { outputText } = ts.transpileModule(source, {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext },
  });
  return generate(outputText, { comment: true }).entryPointFunctions;
}

/** The names of the list `global.x = …`, in order. Nothing but imports may stand beside it, so that it stays one list. */
export function entryNames(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const names = file.statements.filter((statement) => !isDeclaration(statement)).map((statement) => nameOf(statement));
  if (names.length === 0) throw new Error(`${path}: no "global.x = …", so Google could call nothing.`);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw new Error(`${path}: ${doubled} is listed twice.`);
  return names;
}

function isDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  );
}

function nameOf(statement: ts.Statement): string {
  const complain = (sentence: string): never => {
    const { line } = statement.getSourceFile().getLineAndCharacterOfPosition(statement.getStart());
    throw new Error(`${statement.getSourceFile().fileName}:${line + 1}: ${sentence}`);
  };
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) {
    return complain('only imports and "global.x = …" belong here.');
  }
  const { left, operatorToken, right } = statement.expression;
  const isGlobal = ts.isPropertyAccessExpression(left) && left.expression.getText() === "global";
  if (!isGlobal || operatorToken.kind !== ts.SyntaxKind.EqualsToken) return complain('write "global.x = …".');
  if (!ts.isIdentifier(right) && !ts.isArrowFunction(right) && !ts.isFunctionExpression(right)) {
    return complain("an entry must be a function.");
  }
  const name = left.name.text;
  // Google's services start with a capital and share the global object; a closing underscore makes a name private.
  if (!/^[a-z]\w*$/.test(name) || name.endsWith("_") || name in globalThis) {
    return complain(`"${name}" can't be the name of an entry.`);
  }
  return name;
}
