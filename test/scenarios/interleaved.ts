import type { CallInfo } from "../emulator/core/execution.ts";
import type { Company } from "./company.ts";
import type { Deed, Done } from "./deed.ts";
import { callsOf, disturbed, disturbedAt, everyLanding, meanwhile } from "./sweep.ts";
import { untold, wrongs } from "./wrongs.ts";

interface Manner {
  /** What the other deed triggers runs afterwards, as it mostly does, not inside the run. */
  readonly waits?: boolean;
}

/** Does the deed once for each call of its run, with something else right before that call; all that is wrong then, a sentence each. */
export function interleaved(
  open: () => Company,
  deed: Deed,
  otherAt: (n: number) => Deed,
  manner: Manner = {},
): string[] {
  expect(callsOf(open, deed)).toBeGreaterThan(4);
  return [...interleavings(open, deed, otherAt, manner)];
}

/** The same one by one, for whoever looks for the first. */
export function* interleavings(
  open: () => Company,
  deed: Deed,
  otherAt: (n: number) => Deed,
  { waits = false }: Manner = {},
): Generator<string> {
  const calls = callsOf(open, deed);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    const other = otherAt(n);
    const its: Done[] = [];
    const acts = waits ? () => ({ deed: other, answer: other.act(company) }) : () => meanwhile(company, other);
    const done = disturbed(company, deed, n, () => void its.push(acts()));
    const unheard = other.moves ? [] : untold(company, done);
    const all = [...refused(done, other), ...unheard, ...wrongs(company, [done, ...its])];
    for (const wrong of all) yield `${other.name} before ${n}: ${wrong}`;
  }
}

/** One disturbance is no reason to refuse, unless it took the ticket away. */
function refused({ deed: { name, expect, said, about }, answer }: Done, { deletes = "" }: Deed): string[] {
  const isGone = deletes !== "" && [about, ...Object.keys({ ...expect, ...said })].includes(deletes);
  if (answer === undefined || answer === "ok" || (isGone && answer === "not-found")) return [];
  return [`${name} was answered with "${answer}"`];
}

/**
 * Kills the deed's run before each of its calls, with every first part of its queue sent; who asked the sidebar asks again and must be answered.
 * `between` comes before that.
 */
export function* killings(open: () => Company, deed: Deed, between?: Deed): Generator<string> {
  for (let n = 1, calls = callsOf(open, deed); n <= calls; n++)
    for (const { company, done, landing } of everyLanding(open, deed, n)) {
      const its = between ? [{ deed: between, answer: between.act(company) }] : [];
      const answer = done.answer === undefined ? undefined : deed.act(company);
      const unheard = answer === undefined || answer === "ok" ? [] : [`asked again, it says "${answer}"`];
      const all = [...unheard, ...wrongs(company, [{ deed, answer }, ...its])];
      for (const wrong of all) yield `killed at ${n}, ${landing} writes sent: ${wrong}`;
    }
}

/**
 * Something else before a call of the deed's run, and a kill before a later one, for every `step`-th pair of calls; how much of the queue is sent takes
 * turns. Who asked the sidebar asks again and must be answered.
 */
export function* movedAndKilled(
  open: () => Company,
  deed: Deed,
  { moved, step, second = 10 }: { moved: Deed; step: number; /** Calls that a second try takes. */ second?: number },
): Generator<string> {
  const calls = callsOf(open, deed) + second;
  for (let first = 3; first <= calls; first++)
    for (let last = first + 1 + (first % step); last <= calls; last += step) {
      const company = open();
      const landing = (first + last) % 4;
      const acts = new Map<number, (call: CallInfo) => void>([
        [first, () => void meanwhile(company, moved)],
        [last, ({ execution }) => execution.kill({ queued: (index) => index < landing })],
      ]);
      const done = disturbedAt(company, deed, acts);
      const answer = done.answer === undefined ? undefined : deed.act(company);
      const unheard = answer === undefined || answer === "ok" ? [] : [`asked again, it says "${answer}"`];
      const all = [
        ...unheard,
        ...wrongs(company, [
          { deed, answer },
          { deed: moved, answer: undefined },
        ]),
      ];
      for (const wrong of all) yield `${moved.name} before ${first}, killed at ${last}, ${landing} sent: ${wrong}`;
    }
}
