import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { buildDist } from "./build.ts";
import { tooLongFiles } from "./file-lengths.ts";

/** Bytes. Raised on purpose, in a commit that says why; never in passing. */
const BUDGETS: Record<string, number> = { "Code.js": 600_000, "Sidebar.html": 80_000, "appsscript.json": 2_000 };
const CACHE = "node_modules/.cache/sheetdesk";

interface Step {
  name: string;
  /** Answers with a short remark; throws with everything a person needs to mend it. */
  run: () => Promise<string>;
}

const types = (room: string): Step => ({
  name: `types ${room}`,
  run: () => {
    const cacheFile = `${CACHE}/${room.replace("/", "-")}.tsbuildinfo`;
    return node("typescript/bin/tsc", "-p", room, "--incremental", "--tsBuildInfoFile", cacheFile);
  },
});

/** The longest first, so that two at a time end together. */
const STEPS: Step[] = [
  // Without a cache: what a file's types mean depends on other files, which the cache doesn't look at.
  { name: "lint", run: () => node("eslint/bin/eslint.js", ".") },
  types("test"),
  types("src"),
  types("scripts"),
  types("src/sidebar"),
  types("src/use-cases"),
  types("src/domain"),
  {
    name: "format",
    run: () => node("prettier/bin/prettier.cjs", "--check", ".", "--cache", "--cache-location", `${CACHE}/prettier`),
  },
  { name: "dead code", run: () => node("knip/bin/knip.js", "--no-progress") },
  { name: "rooms", run: () => node("jest/bin/jest.js", "test/rooms.test.ts", "--reporters=default", "--silent") },
  { name: "bundle size", run: bundleSizes },
  { name: "file length", run: fileLengths },
];

function node(script: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve("") : reject(new Error(output.trim()))));
  });
}

async function bundleSizes(): Promise<string> {
  const sizes = Object.entries(await buildDist());
  const inWords = ([name, bytes]: [string, number]): string => {
    return `${name} ${(bytes / 1000).toFixed(1)} of ${(BUDGETS[name] ?? 0) / 1000} kB`;
  };
  const over = sizes.filter(([name, bytes]) => bytes > (BUDGETS[name] ?? 0));
  if (over.length > 0) throw new Error(`Over budget: ${over.map(inWords).join(", ")}`);
  return sizes.map(inWords).join(", ");
}

async function fileLengths(): Promise<string> {
  const { files, tooLong } = await tooLongFiles();
  if (tooLong.length > 0) throw new Error(tooLong.join("\n"));
  return `${files} files`;
}

async function main(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const waiting = [...STEPS];
  const failed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await report(step))) failed.push(step.name);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(failed.length === 0 ? "check: all well" : `check: failed in ${failed.join(", ")}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function report({ name, run }: Step): Promise<boolean> {
  const startedAt = Date.now();
  const line = (mark: string, remark: string): string =>
    `${mark} ${name.padEnd(16)}${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${remark}`.trimEnd();
  try {
    console.log(line("✓", await run()));
    return true;
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    console.log(`${line("✗", "")}\n${details.replace(/^/gm, "    ")}`);
    return false;
  }
}

void main();
