import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Takes a folder of states for this process; throws a sentence while another workbench has it, which would overwrite ours. */
export function lockState(folder: string): void {
  const path = join(folder, "in-use");
  const owner = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
  if (owner !== process.pid && isAlive(owner))
    throw new Error(
      `Another workbench (process ${owner}) keeps its state in ${folder}. ` +
        "End that one first, or give this one a folder of its own with --state.",
    );
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, String(process.pid));
  process.on("exit", () => rmSync(path, { force: true }));
}

/** A process that was killed leaves its mark behind, which then binds nobody. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
