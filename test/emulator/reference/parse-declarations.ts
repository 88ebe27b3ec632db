/** One published way to call a method. */
export interface Overload {
  params: { name: string; type: string; optional: boolean; nullable: boolean }[];
  returns: string;
  /** Alternatives: any one of these scopes suffices; empty: no authorisation needed. */
  scopes: string[];
}

export interface PublishedClass {
  name: string;
  bases: string[];
  methods: Map<string, Overload[]>;
  /** Property → type, e.g. "typeof Charset". */
  properties: Map<string, string>;
}

export interface Declarations {
  classes: Map<string, PublishedClass>;
  /** Enumeration → names of its values, in order. */
  enums: Map<string, string[]>;
}

const INTERFACE = /^\s*interface (\w+)(?: extends ([\w., ]+))? \{(\s*\})?/;
const ENUM = /^\s*enum (\w+) \{ ?([^}]*)\}/;
const METHOD = /^\s*(?:\/\*\*.*\*\/\s*)?(\w+)\((.*)\): (.*?);?\s*$/;
const PROPERTY = /^\s*(?:\/\*\*.*\*\/\s*)?(\w+)\??: (.*?);?\s*$/;
const SCOPE = /^\s*\*\s+-\s+(https:\/\/\S+)/;
const MATRIX = /^\s*\*\s+@param (\w+) A two-dimensional array/;
const NULLABLE = /^\s*\*\s+@param (\w+) .*\bnull\b/i;

interface Comment {
  scopes: string[];
  nullable: Set<string>;
  /** Parameters that the text calls two-dimensional; their declared type is often any[] only. */
  matrices: Set<string>;
}

const newComment = (): Comment => ({ scopes: [], nullable: new Set(), matrices: new Set() });

/** Reads one of the published declaration files; only their regular, generated layout is understood. */
export function parseDeclarations(source: string): Declarations {
  const declarations: Declarations = { classes: new Map(), enums: new Map() };
  let current: PublishedClass | undefined;
  let comment = newComment();
  for (const line of source.split("\n")) {
    const start = line.trimStart();
    if (start.startsWith("*") && !start.startsWith("*/")) readComment(line, comment);
    else if (start.startsWith("interface ")) {
      current = openClass(line, declarations);
      comment = newComment();
    } else if (start.startsWith("enum ")) readEnum(line, declarations);
    else if (start.startsWith("}")) current = undefined;
    else if (current && start !== "" && start !== "/**" && !start.startsWith("*/")) {
      readMember(line, current, comment);
      comment = newComment();
    } else if (start === "/**") comment = newComment();
  }
  return declarations;
}

function readComment(line: string, comment: Comment): void {
  if (line.includes("/auth/") || line.includes("https://mail.google.com/")) {
    const scope = SCOPE.exec(line)?.[1];
    if (scope) comment.scopes.push(scope);
  } else if (line.includes("@param")) {
    const name = NULLABLE.exec(line)?.[1];
    if (name) comment.nullable.add(name);
    const matrix = MATRIX.exec(line)?.[1];
    if (matrix) comment.matrices.add(matrix);
  }
}

function openClass(line: string, declarations: Declarations): PublishedClass | undefined {
  const match = INTERFACE.exec(line);
  if (!match) return undefined;
  const [, name = "", bases = "", closed] = match;
  const opened: PublishedClass = {
    name,
    bases: bases.split(",").map(lastSegment).filter(Boolean),
    methods: new Map(),
    properties: new Map(),
  };
  declarations.classes.set(name, opened);
  return closed ? undefined : opened;
}

function readEnum(line: string, declarations: Declarations): void {
  const [, name, body = ""] = ENUM.exec(line) ?? [];
  if (name)
    declarations.enums.set(
      name,
      body
        .split(",")
        .map((value) => value.trim())
        .filter(Boolean),
    );
}

function readMember(line: string, owner: PublishedClass, comment: Comment): void {
  const method = METHOD.exec(line);
  if (method) {
    const [, name = "", params = "", returns = ""] = method;
    const overloads = owner.methods.get(name) ?? [];
    overloads.push({ params: readParams(params, comment), returns, scopes: comment.scopes });
    owner.methods.set(name, overloads);
    return;
  }
  const [, name, type] = PROPERTY.exec(line) ?? [];
  if (name && type) owner.properties.set(name, type);
}

function readParams(text: string, { nullable, matrices }: Comment): Overload["params"] {
  if (text.trim() === "") return [];
  return text.split(/, (?=\w+\??:)/).map((param) => {
    const [, name = "", optional, type = ""] = /^(\w+)(\?)?: (.*)$/.exec(param.trim()) ?? [];
    const isList = type.endsWith("[]");
    return {
      name,
      type: type === "any[]" && matrices.has(name) ? "any[][]" : type,
      optional: optional === "?",
      nullable: nullable.has(name) && !isList,
    };
  });
}

/** "Base.Blob" → "Blob". */
export function lastSegment(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1).trim();
}
