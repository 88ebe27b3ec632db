import type { Ending } from "./history.ts";
import { EXCEPTIONS } from "./oracle/exceptions.ts";
import { actsOf } from "./plan.ts";

/** What many histories of one mode came to. */
export interface Tally {
  readonly mode: string;
  runs: number;
  failed: number;
  ms: number;
  /** How many histories failed in which way. */
  readonly kinds: Map<string, number>;
  readonly exceptions: Map<string, number>;
}

export const newTally = (mode: string): Tally => ({
  mode,
  runs: 0,
  failed: 0,
  ms: 0,
  kinds: new Map(),
  exceptions: new Map(),
});

/** Adds one ending to what was counted. */
export function tally(sums: Tally, { wrongs, exceptions }: Ending, ms: number): void {
  sums.runs++;
  sums.ms += ms;
  if (wrongs.length > 0) sums.failed++;
  for (const kind of new Set(wrongs.map((wrong) => wrong.kind))) sums.kinds.set(kind, (sums.kinds.get(kind) ?? 0) + 1);
  for (const [name, times] of Object.entries(exceptions))
    sums.exceptions.set(name, (sums.exceptions.get(name) ?? 0) + times);
}

/** One line a mode. */
export function summary({ mode, runs, failed, ms, kinds }: Tally): string {
  const list = [...kinds].sort(([, one], [, other]) => other - one).map(([kind, times]) => `${kind} ${times}`);
  const what = list.length > 0 ? `: ${list.join(", ")}` : "";
  return `${mode.padEnd(10)} ${runs} histories, ${failed} failed, ${Math.round(ms / Math.max(1, runs))} ms each${what}`;
}

/** The last line: everything together, and how often each exception was made use of. */
export function total(tallies: readonly Tally[]): string {
  const sum = (of: (one: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  const used = Object.keys(EXCEPTIONS).map((name) => `${name}: ${sum(({ exceptions }) => exceptions.get(name) ?? 0)}`);
  return `${sum(({ runs }) => runs)} histories, ${sum(({ failed }) => failed)} failed. Exceptions: ${used.join(", ")}.`;
}

/** A failure as somebody needs it to mend it: what is wrong, what happened, and how to see it again. */
export function describe(
  { plan, wrongs, log }: Ending,
  { bundle, isWhole }: { bundle: string; isWhole: boolean },
): string {
  const ids = actsOf(plan).map(({ id }) => id);
  const command = ["npm run simulate --", `--seed ${plan.seed}`, `--mode ${plan.mode}`];
  if (!isWhole) command.push(`--only ${ids.join(",")}`);
  if (bundle !== "dist") command.push(`--bundle ${bundle}`);
  return [
    `Seed ${plan.seed} of ${plan.mode}, ${ids.length} acts:`,
    ...log.map((line) => `    ${line}`),
    ...wrongs.map(({ kind, sentence }) => `  ✗ ${kind}: ${sentence}`),
    `  again: ${command.join(" ")}`,
  ].join("\n");
}
