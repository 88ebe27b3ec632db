import { spawn } from "node:child_process";
import { once } from "node:events";
import { ensureInstalled } from "./ensure-installed.mjs";

const startedAt = Date.now();
ensureInstalled();

const isCi = Boolean(process.env.CI);
const failed = [];
const browser = findBrowser();
await step("check", ["--import", "tsx", "scripts/check.ts"]);
const isBuilt = await step("build", ["--import", "tsx", "scripts/build.ts"]);
const chromePath = await browser;
if (isBuilt) {
  await step(
    "tests",
    ["node_modules/jest/bin/jest.js", "--maxWorkers=100%", ...(isCi ? ["--ci"] : []), ...process.argv.slice(2)],
    {
      // Steps that failed before count as failures in jest's closing line, which must be the last.
      SHEETDESK_FAILED_STEPS: failed.join(" "),
      SHEETDESK_STARTED_AT: String(startedAt),
      ...(chromePath ? { CHROME_PATH: chromePath } : {}),
    },
  );
} else {
  console.log(`Without a bundle there is nothing to test.\n0 passed, ${failed.length} failed`);
}
process.exitCode = failed.length === 0 ? 0 : 1;

async function step(name, args, env = {}) {
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  const [code] = await once(child, "close");
  if (code !== 0) failed.push(name);
  return code === 0;
}

/** The path of a Chrome, installed where that is possible; undefined, with a sentence, where there is none. */
async function findBrowser() {
  const child = spawn("bash", ["scripts/ensure-browser.sh"], { stdio: ["ignore", "pipe", "pipe"] });
  let path = "";
  let reason = "";
  child.stdout.on("data", (chunk) => (path += chunk));
  child.stderr.on("data", (chunk) => (reason += chunk));
  const code = await once(child, "close").then(
    ([exitCode]) => exitCode,
    () => 1, // no bash, as on a bare Windows
  );
  if (code === 0) return path.trim();
  const outcome = isCi ? "The browser tests will fail." : "The browser tests are skipped.";
  console.log(`${reason.trim().split("\n").at(-1) || "No browser found."} ${outcome}`);
  return undefined;
}
