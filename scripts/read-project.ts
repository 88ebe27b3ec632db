import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative } from "node:path";
import type { Manifest } from "../test/emulator/core/project.ts";
import type { ProjectFile } from "../test/emulator/core/script-files.ts";

const TYPES: Record<string, ProjectFile["type"]> = { ".gs": "gs", ".js": "gs", ".html": "html" };

export interface ScriptFolder {
  files: ProjectFile[];
  manifest: Manifest;
}

/** A folder as clasp pushes it: every script and page with its path as name, in clasp's order, and the manifest. */
export function readScriptFolder(folder: string): ScriptFolder {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const paths = inPushOrder(
    folder,
    pathsUnder(folder).filter((path) => extname(path) in TYPES),
  );
  const files = paths.map((path) => ({
    name: relative(folder, path).slice(0, -extname(path).length),
    type: TYPES[extname(path)]!,
    source: readFileSync(path, "utf8"),
  }));
  if (!files.some(({ type }) => type === "gs")) throw new Error(`There is no .gs or .js file in ${folder}.`);
  return { files, manifest: readJson<Manifest>(join(folder, "appsscript.json")) ?? {} };
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

/** Files named in .clasp.json's filePushOrder come first, the rest alphabetically. */
function inPushOrder(folder: string, paths: string[]): string[] {
  const { filePushOrder = [] } = readJson<{ filePushOrder?: string[] }>(join(folder, ".clasp.json")) ?? {};
  const rank = new Map(filePushOrder.map((path, i) => [join(folder, path), i]));
  return paths.sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || (a < b ? -1 : 1));
}

function readJson<Shape>(path: string): Shape | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Shape) : undefined;
}
