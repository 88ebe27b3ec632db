import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { gasEntry } from "./gas-entry-plugin.ts";
import { sidebarPage } from "./sidebar-page.ts";

export interface BuildPlan {
  /** The file that lists the functions Google may call. */
  entry: string;
  sidebar: string;
  manifest: string;
  outDir: string;
}

const PRODUCT: BuildPlan = {
  entry: "src/main.ts",
  sidebar: "src/sidebar/app.tsx",
  manifest: "appsscript.json",
  outDir: "dist",
};

/** src → dist: what `clasp push` sends. Answers with the size of each file in bytes; throws with the place of a mistake. */
export async function buildDist(changes: Partial<BuildPlan> = {}): Promise<Record<string, number>> {
  const plan = { ...PRODUCT, ...changes };
  const [code, page, manifest] = await Promise.all([
    codeFile(plan.entry),
    sidebarPage(plan.sidebar),
    readFile(plan.manifest, "utf8"),
  ]);
  const files = { "Code.js": code, "Sidebar.html": page, "appsscript.json": manifest };
  await mkdir(plan.outDir, { recursive: true });
  const sizes = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      await replaceFile(join(plan.outDir, name), text);
      return [name, Buffer.byteLength(text)] as const;
    }),
  );
  return Object.fromEntries(sizes);
}

async function codeFile(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    plugins: [gasEntry()],
    bundle: true,
    write: false,
    format: "iife",
    platform: "neutral",
    target: "es2019",
    charset: "ascii",
    legalComments: "inline",
    logLevel: "silent",
  });
  return inAscii(outputFiles[0]!.text);
}

/** esbuild leaves regular expressions and comments as they are written; the escape means the same in both. */
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** In one step, because tests in other processes may read the file meanwhile. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  await writeFile(draft, text);
  await rename(draft, path);
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const sizes = await buildDist();
  const list = Object.entries(sizes).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`);
  console.log(`dist: ${list.join(", ")} in ${Math.round(performance.now() - startedAt)} ms`);
}

const startedFile = process.argv[1];
if (startedFile && /[/\\]build\.ts$/.test(resolve(startedFile))) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
