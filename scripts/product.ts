import { readFileSync } from "node:fs";
import { Workspace, type WorkspaceOptions } from "../test/emulator/workspace.ts";

export interface BookShape {
  readonly name?: string;
  readonly locale?: string;
  readonly timeZone?: string;
}

/** A fresh Workspace with an empty spreadsheet and the built add-on bound to it; not yet set up. */
export function openProduct({ name = "Issues", ...shape }: BookShape = {}, options: WorkspaceOptions = {}) {
  const workspace = new Workspace(options);
  const book = workspace.createSpreadsheet({ name, ...shape });
  const project = workspace.addProject({ ...productFiles(), container: book });
  return { workspace, book, project };
}

/** The files that `clasp push` would send, as `npm run build` made them. */
export function productFiles() {
  const read = (name: string): string => readFileSync(`dist/${name}`, "utf8");
  return {
    files: [
      { name: "Code", type: "gs" as const, source: read("Code.js") },
      { name: "Sidebar", type: "html" as const, source: read("Sidebar.html") },
    ],
    manifest: JSON.parse(read("appsscript.json")) as Record<string, unknown>,
  };
}
