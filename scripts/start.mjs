import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const args = process.argv
  .slice(2)
  .map((arg) => (/\.(xlsx|csv|tsv)$/i.test(arg) ? resolve(process.env.INIT_CWD ?? process.cwd(), arg) : arg));
const child = spawn(process.execPath, ["--import", "tsx", "scripts/workbench/main.ts", ...args], {
  cwd: root,
  stdio: "inherit",
});
// Ctrl+C reaches both; the workbench keeps its state before it ends, and this waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code) => (process.exitCode = code ?? 1));
