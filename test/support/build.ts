import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDist, type BuildPlan } from "../../scripts/build.ts";

export interface Built {
  code: string;
  page: string;
  manifest: string;
}

/** Builds into a folder of its own, so that a test never reads a bundle older than the source. */
export async function buildAfresh(changes: Partial<BuildPlan> = {}): Promise<Built> {
  const outDir = mkdtempSync(join(tmpdir(), "sheetdesk-dist-"));
  await buildDist({ ...changes, outDir });
  const read = (name: string): string => readFileSync(join(outDir, name), "utf8");
  return { code: read("Code.js"), page: read("Sidebar.html"), manifest: read("appsscript.json") };
}

/** A miniature product, with what is hard for a bundler in it. */
export const MINIATURE = { entry: "test/fixtures/bundle/main.ts", sidebar: "test/fixtures/bundle/app.tsx" };
