import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** Makes a fresh clone ready to run: leaves with a plain sentence under an unsupported Node, installs what is missing. */
export function ensureInstalled() {
  const { engines } = readJson("package.json");
  if (!isSupported(process.versions.node, engines.node)) {
    leave(`Sheetdesk needs Node ${engines.node}; this is ${process.versions.node}. Please install a newer one.`);
  }
  if (isInstalled()) return;
  console.log("Installing what Sheetdesk needs (npm ci, once, about a minute) …");
  const startedAt = Date.now();
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0)
    leave("npm ci did not succeed (see above). Is this computer connected to the network? Then try again.");
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** Reads "^20.19.0 || >=24", the two forms that package.json uses. */
function isSupported(version, range) {
  const [major, minor] = version.split(".").map(Number);
  return range.split("||").some((part) => {
    const [, sign, wantedMajor, wantedMinor = 0] = /(\^|>=)(\d+)(?:\.(\d+))?/.exec(part);
    if (sign === ">=" && major > Number(wantedMajor)) return true;
    return major === Number(wantedMajor) && minor >= Number(wantedMinor);
  });
}

/** npm keeps its own list of what stands in node_modules: every package of the lockfile must be there, in its version. */
function isInstalled() {
  const listPath = "node_modules/.package-lock.json";
  if (!existsSync(join(ROOT, listPath))) return false;
  const present = readJson(listPath).packages;
  const wanted = Object.entries(readJson("package-lock.json").packages).filter(([path]) => path !== "");
  return wanted.every(([path, { version, optional }]) =>
    present[path] ? present[path].version === version : optional,
  );
}

function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}
