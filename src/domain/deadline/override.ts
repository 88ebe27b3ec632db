import { MINUTE } from "../calendar/local-time.ts";
import type { TicketEvent } from "../history/event.ts";
import { type Clock, timeIn } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { effectiveEvents } from "../sla/effective-events.ts";
import { type Metric, targetMs } from "../sla/policy.ts";
import type { Rules } from "../sla/step.ts";
import type { Status } from "../ticket/field.ts";
import { toldByAll } from "./clock-events.ts";

/** What a lead wants of a clock: another target in all, that it doesn't count, or what was decided before taken back. */
export type OverrideChoice = "more" | "exclude" | "back";

export interface OverrideWish {
  readonly clock: Metric;
  /** When the clock started that is meant, epoch ms: of the next-response cycles another may run by now. */
  readonly startAt: number;
  readonly choice: OverrideChoice;
  /** Of "more": the whole target, in minutes of working time. */
  readonly targetMinutes: number;
  readonly reason: string;
}

/** Why a wish can't be granted, and which part of it is to blame. */
export interface OverrideProblem {
  readonly about?: "choice" | "targetMinutes" | "reason";
  readonly sentence: string;
}

export const LONGEST_REASON = 500;
/** 5,000 hours are years of working time. */
const LONGEST_MINUTES = 300_000;

/** Undefined where a lead may do it. */
export function overrideProblem(
  wish: OverrideWish,
  clocks: Clocks,
  { rules, now }: { readonly rules: Rules; readonly now: number },
): OverrideProblem | undefined {
  const clock = clockOf(clocks, wish.clock);
  if (!clock || clock.startAt !== wish.startAt || clocks.isCancelled)
    return { sentence: "Another deadline is due by now: look again before you change it." };
  const policyMs = policyTargetMs(clocks, wish.clock, rules);
  return (
    choiceProblem(wish, clock, policyMs) ??
    (wish.choice === "more" ? targetProblem(wish, clock, { policyMs, rules, now }) : undefined) ??
    reasonProblem(wish)
  );
}

/** What the policy alone would give a clock now, in ms of working time; 0 for nothing. */
export function policyTargetMs({ policy, priority, isVip }: Clocks, metric: Metric, rules: Rules): number {
  return policy ? targetMs(rules.policyOf(policy), priority, isVip, metric) : 0;
}

/** Seqs of the overrides that stand for a clock: those of earlier next-response cycles are over. */
export function overridesOf(
  events: readonly TicketEvent[],
  { clock, startAt }: Pick<OverrideWish, "clock" | "startAt">,
  statuses: readonly Status[],
): number[] {
  return effectiveEvents(toldByAll(events, statuses)).flatMap((event) =>
    event.type === "sla_override" && event.payload.clock === clock && event.occurredAt >= startAt ? [event.seq] : [],
  );
}

function choiceProblem(
  { choice, clock: metric }: OverrideWish,
  clock: Clock,
  policyMs: number,
): OverrideProblem | undefined {
  const problem = (sentence: string): OverrideProblem => ({ about: "choice", sentence });
  if (choice === "back")
    return clock.overrideMs === undefined ? problem("No lead has changed this deadline.") : undefined;
  if (policyMs === 0) return problem("No policy promises anything here: there is nothing to change.");
  if (choice === "exclude") return clock.overrideMs === 0 ? problem("It doesn't count already.") : undefined;
  // Its breach is forgotten: a new target would make it one that was kept.
  if (clock.overrideMs === 0) return problem("It doesn't count now: take that back first, then give it more time.");
  if (clock.phase !== "stopped") return undefined;
  return problem(
    metric === "resolution"
      ? "It is solved, so more time changes nothing: open the ticket again first, or don't count it."
      : "It is answered, so more time changes nothing: you can only not count it.",
  );
}

function targetProblem(
  { targetMinutes }: OverrideWish,
  clock: Clock,
  { policyMs, rules, now }: { readonly policyMs: number; readonly rules: Rules; readonly now: number },
): OverrideProblem | undefined {
  const problem = (sentence: string): OverrideProblem => ({ about: "targetMinutes", sentence });
  const wantedMs = targetMinutes * MINUTE;
  if (!Number.isInteger(targetMinutes) || targetMinutes <= 0 || targetMinutes > LONGEST_MINUTES)
    return problem("Write the whole target in hours and minutes, at most 5,000 hours.");
  if (wantedMs === clock.targetMs) return problem("That is its target already.");
  if (wantedMs <= policyMs) return problem("The policy gives as much: more time is more than that.");
  return wantedMs <= timeIn("running", clock, now, rules.calendarOf)
    ? problem("So much time is used already: more time is more than that.")
    : undefined;
}

function reasonProblem({ reason }: OverrideWish): OverrideProblem | undefined {
  const { length } = reason.trim();
  if (length === 0) return { about: "reason", sentence: "Say why: the reason is kept beside your name." };
  if (length <= LONGEST_REASON) return undefined;
  return { about: "reason", sentence: `Say it in ${LONGEST_REASON} characters; these are ${length}.` };
}
