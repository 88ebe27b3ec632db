import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../test/emulator/core/project.ts";
import type { ProjectFile } from "../../test/emulator/core/script-files.ts";

export interface ProjectSource {
  files: ProjectFile[];
  manifest: Manifest;
}

/** An Apps Script project as clasp lays it out: .gs or .js, .html and appsscript.json in one folder. */
export function readProject(folder: string): ProjectSource {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder} to take the script from.`);
  const names = readdirSync(folder).sort();
  const files = names.flatMap((name): ProjectFile[] => {
    const found = /^(.+)\.(gs|js|html)$/.exec(name);
    if (!found?.[1]) return [];
    return [
      { name: found[1], type: found[2] === "html" ? "html" : "gs", source: readFileSync(join(folder, name), "utf8") },
    ];
  });
  if (!files.some(({ type }) => type === "gs")) throw new Error(`The folder ${folder} holds no script (.gs or .js).`);
  return { files, manifest: readManifest(join(folder, "appsscript.json")) };
}

function readManifest(path: string): Manifest {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Manifest) : {};
}
