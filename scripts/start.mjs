import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.mjs";
import { HELP } from "./workbench/help.mjs";

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  console.log(HELP);
  process.exit(0);
}
ensureInstalled();

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const child = spawn(process.execPath, ["--import", "tsx", "scripts/workbench/main.ts", ...args], {
  cwd: root,
  stdio: "inherit",
  // npm runs scripts in the project's folder; paths are meant from where it was called.
  env: { ...process.env, WORKBENCH_CALLED_FROM: process.env.INIT_CWD ?? process.cwd() },
});
// Ctrl+C reaches both; the workbench keeps its state before it ends, and this waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code) => (process.exitCode = code ?? 1));
