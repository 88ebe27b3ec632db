import { parse, type Node, type Program } from "acorn";
import { Script } from "node:vm";
import { ScriptSyntaxError } from "./errors.ts";

export interface ProjectFile {
  /** Without extension, e.g. "Code". */
  name: string;
  type: "gs" | "html";
  source: string;
}

export interface LoadedFiles {
  /** To be run in this order in a fresh realm: first every file's functions, then every file's other statements. */
  scripts: Script[];
  /** Names that Google finds by looking at the text: function declarations and variables that hold a function. */
  functions: Set<string>;
  /** All that is declared at the top: functions, variables and classes. */
  names: Set<string>;
}

type Statement = Program["body"][number];
type Range = Pick<Node, "start" | "end">;

let last: { readonly files: readonly ProjectFile[]; readonly loaded: LoadedFiles } | undefined;

/** Compiles the .gs files as Apps Script loads them; throws ScriptSyntaxError where it would refuse to. */
export function loadFiles(files: readonly ProjectFile[]): LoadedFiles {
  // The same project is opened again and again, by tests above all; to parse it is the dearest step.
  if (!last || !sameFiles(last.files, files)) last = { files: [...files], loaded: compileAll(files) };
  return last.loaded;
}

function sameFiles(some: readonly ProjectFile[], others: readonly ProjectFile[]): boolean {
  return (
    some.length === others.length &&
    some.every((file, at) => {
      const other = others[at];
      return file.name === other?.name && file.type === other.type && file.source === other.source;
    })
  );
}

function compileAll(files: readonly ProjectFile[]): LoadedFiles {
  const scripts = files.filter(({ type }) => type === "gs").map((file) => ({ file, statements: parseFile(file) }));
  const functions = new Set(scripts.flatMap(({ statements }) => statements.flatMap(functionNames)));
  const names = new Set(scripts.flatMap(({ statements }) => statements.flatMap(declaredNames)));
  if (scripts.length < 2) return { scripts: scripts.map(({ file }) => compile(file, file.source)), functions, names };
  const hoisted = scripts.map(({ file, statements }) => {
    return compile(
      file,
      blanked(
        file.source,
        statements.filter((s) => !isFunction(s) && !isDirective(s)),
      ),
    );
  });
  const bodies = scripts.map(({ file, statements }) => {
    return compile(file, blanked(file.source, statements.filter(isFunction)));
  });
  return { scripts: [...hoisted, ...bodies], functions, names };
}

const isFunction = (statement: Statement) => statement.type === "FunctionDeclaration";
const isDirective = (statement: Statement) => statement.type === "ExpressionStatement" && Boolean(statement.directive);

function parseFile(file: ProjectFile): Statement[] {
  let program: Program;
  try {
    program = parse(file.source, { ecmaVersion: 2022, sourceType: "script", locations: true });
  } catch (error) {
    throw refusal(
      file,
      (error as Error).message.replace(/ \(\d+:\d+\)$/, ""),
      (error as { loc?: { line: number } }).loc?.line,
    );
  }
  refuseUnsupported(file, program);
  return program.body;
}

function refusal(file: ProjectFile, what: string, line = 1): ScriptSyntaxError {
  return new ScriptSyntaxError(`${what} line: ${line} file: ${file.name}.gs`);
}

/** Syntax that V8 knows and Apps Script refuses (platform A1). */
function refuseUnsupported(file: ProjectFile, node: Node): void {
  const { type } = node as { type: string };
  const line = node.loc?.start.line;
  if (type === "PrivateIdentifier") throw refusal(file, "Private members (#name) are not supported.", line);
  if (type === "StaticBlock") throw refusal(file, "Static blocks are not supported.", line);
  if (type === "ImportExpression") throw refusal(file, "import is not supported.", line);
  if (type === "PropertyDefinition" && (node as { static?: boolean }).static)
    throw refusal(file, "Static class fields are not supported.", line);
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) for (const item of child) if (isNode(item)) refuseUnsupported(file, item);
    if (isNode(child)) refuseUnsupported(file, child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function functionNames(statement: Statement): string[] {
  if (statement.type === "FunctionDeclaration") return statement.id ? [statement.id.name] : [];
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id, init }) => {
    const holds = init?.type === "FunctionExpression" || init?.type === "ArrowFunctionExpression";
    return holds && id.type === "Identifier" ? [id.name] : [];
  });
}

/** Variables that are taken out of arrays and objects are left out. */
function declaredNames(statement: Statement): string[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
    return statement.id ? [statement.id.name] : [];
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
}

function compile(file: ProjectFile, source: string): Script {
  try {
    return new Script(source, { filename: `${file.name}.gs` });
  } catch (error) {
    throw refusal(file, (error as Error).message);
  }
}

/** The source with these parts turned to blanks, so that lines and columns stay as they are. */
function blanked(source: string, parts: Range[]): string {
  let text = "";
  let from = 0;
  for (const { start, end } of parts) {
    text += source.slice(from, start) + source.slice(start, end).replace(/[^\n\r\u2028\u2029]/g, " ");
    from = end;
  }
  return text + source.slice(from);
}
