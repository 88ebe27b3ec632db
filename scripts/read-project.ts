import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import micromatch from "micromatch";
import type { Manifest } from "../test/emulator/core/project.ts";
import type { ProjectFile } from "../test/emulator/core/script-files.ts";

const TYPES: Record<string, ProjectFile["type"]> = { ".gs": "gs", ".js": "gs", ".html": "html" };

export interface ScriptFolder {
  files: ProjectFile[];
  manifest: Manifest;
}

/** What .clasp.json says of the files. */
interface ClaspSettings {
  rootDir?: string;
  filePushOrder?: string[];
}

/** A folder as clasp pushes it: every script and page with its path as name, in clasp's order, and the manifest. */
export function readScriptFolder(folder: string): ScriptFolder {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const { rootDir = "", filePushOrder = [] } = readJson<ClaspSettings>(join(folder, ".clasp.json")) ?? {};
  const root = existsSync(join(folder, rootDir)) ? join(folder, rootDir) : folder; // else it was a place on its author's disk
  const first = filePushOrder.flatMap((path) => [join(folder, path), join(root, path)]);
  const pushed = withoutIgnored(
    folder,
    pathsUnder(root).map((path) => relative(root, path)),
  );
  const paths = pushed.filter((path) => extname(path) in TYPES).map((path) => join(root, path));
  const files = inPushOrder(first, paths).map((path) => ({
    name: relative(root, path).slice(0, -extname(path).length),
    type: TYPES[extname(path)]!,
    source: readFileSync(path, "utf8"),
  }));
  if (!files.some(({ type }) => type === "gs")) throw new Error(`There is no .gs or .js file in ${root}.`);
  return { files, manifest: readJson<Manifest>(join(root, "appsscript.json")) ?? {} };
}

/** Leaves out what .claspignore names, by the patterns and the library of clasp. */
function withoutIgnored(folder: string, paths: string[]): string[] {
  const ignoring = join(folder, ".claspignore");
  if (!existsSync(ignoring)) return paths;
  const patterns = readFileSync(ignoring, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return micromatch.not(
    paths,
    patterns.filter((pattern) => pattern !== ""),
    { dot: true },
  );
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && name !== "node_modules")
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? pathsUnder(path) : [path];
    });
}

/** Those that are to come first do, the rest alphabetically. */
function inPushOrder(first: readonly string[], paths: string[]): string[] {
  const rank = new Map(first.map((path, i) => [path, i]));
  return paths.sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || (a < b ? -1 : 1));
}

function readJson<Shape>(path: string): Shape | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")) as Shape;
  } catch (error) {
    throw new Error(`${path} can't be read: ${(error as Error).message}`, { cause: error });
  }
}
