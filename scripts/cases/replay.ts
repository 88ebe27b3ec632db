import { readFileSync } from "node:fs";
import { buildDist } from "../build.ts";
import { readIncidents } from "./incidents.ts";
import { replayIncidents } from "./replay-incidents.ts";

/** Replays the incidents of a CSV file through the desk and prints `{tickets, events, differences}`. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("Say which file: npx tsx scripts/cases/replay.ts FILE.csv");
  await buildDist();
  console.log(JSON.stringify(replayIncidents(readIncidents(readFileSync(file, "utf8")))));
}

void main();
