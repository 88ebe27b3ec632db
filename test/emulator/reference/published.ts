import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  lastSegment,
  parseDeclarations,
  type Declarations,
  type Overload,
  type PublishedClass,
} from "./parse-declarations.ts";

const parsed = new Map<string, Declarations>();
let folder: string | undefined;

/** The published declarations of one service file, e.g. "spreadsheet"; read at first use, kept for the process. */
function declarationsOf(file: string): Declarations {
  const known = parsed.get(file);
  if (known) return known;
  folder ??= packageFolder();
  const declarations = parseDeclarations(readFileSync(join(folder, `google-apps-script.${file}.d.ts`), "utf8"));
  parsed.set(file, declarations);
  return declarations;
}

/** Looked for from the working folder and from the program that was started, so that both jest and tsx find it. */
function packageFolder(): string {
  for (const start of [process.cwd(), process.argv[1] ?? ""]) {
    try {
      return dirname(createRequire(join(start, "anything.js")).resolve("gas-types-detailed/package.json"));
    } catch {
      continue;
    }
  }
  throw new Error("The package gas-types-detailed is not installed: run npm install.");
}

/** A published class with everything it inherits, or undefined where Google publishes none of that name. */
export function publishedClass(file: string, name: string): PublishedClass | undefined {
  const own = declarationsOf(file).classes.get(name);
  if (!own || own.bases.length === 0) return own;
  const methods = new Map(own.methods);
  const properties = new Map(own.properties);
  for (const base of own.bases) {
    const inherited = publishedClass(file, base);
    for (const [key, value] of inherited?.methods ?? []) if (!methods.has(key)) methods.set(key, value);
    for (const [key, value] of inherited?.properties ?? []) if (!properties.has(key)) properties.set(key, value);
  }
  return { ...own, methods, properties };
}

/** The values of an enumeration named by a property's type ("typeof Charset"), searched in `file`, then in base. */
export function publishedEnum(file: string, type: string): { name: string; values: string[] } | undefined {
  const name = lastSegment(type.replace(/^typeof /, ""));
  const homes = type.includes("Charts.") ? ["charts"] : [file, "base"];
  for (const home of homes) {
    const values = declarationsOf(home).enums.get(name);
    if (values) return { name, values };
  }
  return undefined;
}

export type { Overload, PublishedClass };
