import { fork } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildDist } from "./build.ts";
import { bundleIn, companies } from "./simulate/company.ts";
import { type Ending, endingOf } from "./simulate/history.ts";
import { makePlan } from "./simulate/make-plan.ts";
import { MODES } from "./simulate/modes.ts";
import { only, type Plan } from "./simulate/plan.ts";
import { describe, newTally, summary, type Tally, tally, total } from "./simulate/report.ts";
import { shrink } from "./simulate/shrink.ts";

const USAGE = `npm run simulate -- [--seed N] [--runs N] [--mode ${Object.keys(MODES).join("|")}|all] [--bundle DIR] [--jobs N] [--show N] [--only IDS]`;
const SHRINK_MS = 20_000;

interface Job {
  readonly mode: string;
  readonly bundle: string;
  readonly seeds: readonly number[];
  readonly ids: readonly number[] | undefined;
}

/** What a worker sends: after each history, what it came to. */
interface Result {
  readonly ending: Ending;
  readonly ms: number;
}

function options() {
  const { values } = parseArgs({
    options: {
      ...{ seed: { type: "string" }, runs: { type: "string" }, mode: { type: "string" }, bundle: { type: "string" } },
      ...{ jobs: { type: "string" }, show: { type: "string" }, only: { type: "string" }, help: { type: "boolean" } },
    },
  });
  const number = (text: string | undefined, otherwise: number): number => {
    const value = text === undefined ? otherwise : Number(text);
    if (!Number.isInteger(value) || value < 0) throw new Error(`"${text}" is not a number.\n${USAGE}`);
    return value;
  };
  if (values.help) throw new Error(USAGE);
  const mode = values.mode ?? "everything";
  if (mode !== "all" && !(mode in MODES)) throw new Error(`There is no mode "${mode}".\n${USAGE}`);
  return {
    seed: number(values.seed, 1),
    runs: number(values.runs, values.seed === undefined ? 100 : 1),
    modes: mode === "all" ? Object.keys(MODES) : [mode],
    bundle: values.bundle ?? "dist",
    jobs: number(values.jobs, 1),
    show: number(values.show, 3),
    ids: values.only?.split(",").map(Number),
  };
}

function planOf(seed: number, { mode, ids }: Pick<Job, "mode" | "ids">): Plan {
  const plan = makePlan(seed, mode);
  return ids ? only(plan, new Set(ids)) : plan;
}

/** Histories of some seeds, one after another. */
function simulate(job: Job, each: (result: Result) => void): void {
  const open = companies(bundleIn(job.bundle));
  for (const seed of job.seeds) {
    const startedAt = performance.now();
    const ending = endingOf(open(), planOf(seed, job));
    each({ ending, ms: performance.now() - startedAt });
  }
}

/** The same in so many processes. */
async function shared(job: Job, jobs: number, each: (result: Result) => void): Promise<void> {
  if (jobs < 2) return simulate(job, each);
  const shares = Array.from({ length: jobs }, (_, at) => job.seeds.filter((_seed, index) => index % jobs === at));
  await Promise.all(
    shares.map(
      (seeds) =>
        new Promise<void>((done, fail) => {
          const worker = fork(process.argv[1]!, {
            env: { ...process.env, SIMULATE: JSON.stringify({ ...job, seeds }) },
          });
          worker.on("message", (result: Result) => each(result));
          worker.on("error", fail);
          worker.on("exit", (code) => (code === 0 ? done() : fail(new Error("A worker has failed."))));
        }),
    ),
  );
}

async function main(): Promise<void> {
  const { seed, runs, modes, bundle, jobs, show, ids } = options();
  if (bundle === "dist") await buildDist();
  const seeds = Array.from({ length: runs }, (_, index) => seed + index);
  const tallies: Tally[] = [];
  for (const mode of modes) {
    const sums = newTally(mode);
    tallies.push(sums);
    const failures: Ending[] = [];
    const job = { mode, bundle, seeds, ids };
    await shared(job, jobs, ({ ending, ms }) => {
      tally(sums, ending, ms);
      if (ending.wrongs.length > 0) failures.push(ending);
      else if (runs === 1) console.log(describe(ending, { bundle, isWhole: ids === undefined }));
    });
    failures.sort((one, other) => one.plan.seed - other.plan.seed);
    for (const failure of failures.slice(0, show)) printShrunk(failure, bundle);
    const others = failures.slice(show).map(({ plan }) => plan.seed);
    if (others.length > 0) console.log(`Other seeds of ${mode} that fail: ${others.join(", ")}`);
    console.log(summary(sums));
  }
  console.log(total(tallies));
  process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** The shortest history that fails in the same way, in words. */
function printShrunk(ending: Ending, bundle: string): void {
  const open = companies(bundleIn(bundle));
  const shortest = shrink(ending, (plan) => endingOf(open(), plan), Date.now() + SHRINK_MS);
  console.log(describe(shortest, { bundle, isWhole: false }));
}

function work(job: Job): void {
  simulate(job, (result) => process.send?.(result));
}

const startedFile = process.argv[1];
if (startedFile && /[/\\]simulate\.ts$/.test(resolve(startedFile))) {
  const share = process.env["SIMULATE"];
  if (share !== undefined) {
    work(JSON.parse(share) as Job);
    process.disconnect?.();
  } else
    main().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
