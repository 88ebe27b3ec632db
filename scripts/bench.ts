import { benchDesk } from "./bench/desk.ts";
import { benchReport } from "./bench/report.ts";
import { benchSla } from "./bench/sla.ts";
import { buildDist } from "./build.ts";
import { table, type Work } from "./bench/work.ts";

/** Rules call no service. */
const NO_CALLS = {
  calls: null,
  callsAtMost: null,
  modelledMs: null,
  modelledMsAtMost: null,
  slowMs: null,
  slowLockMs: null,
};

/** Measures service calls, modelled time and processor time of each kind of work; `--json` for machines. */
async function main(): Promise<void> {
  await buildDist();
  const rules = [...benchSla(), ...benchReport()].map((row) => ({ ...NO_CALLS, ...row }));
  const work: Work[] = [...benchDesk(), ...rules];
  if (process.argv.includes("--json")) console.log(JSON.stringify({ work }));
  else console.log(table(work));
  if (work.some(isOver)) process.exitCode = 1;
}

const isOver = ({ calls, callsAtMost, modelledMs, modelledMsAtMost, cpuMs, cpuMsAtMost }: Work): boolean =>
  over(calls, callsAtMost) || over(modelledMs, modelledMsAtMost) || over(cpuMs, cpuMsAtMost);

const over = (value: number | null, atMost: number | null): boolean =>
  value !== null && atMost !== null && value > atMost;

void main();
