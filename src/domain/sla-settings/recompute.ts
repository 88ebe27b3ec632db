import { clocksIn } from "../deadline/fold-ticket.ts";
import type { Clock } from "../sla/clock.ts";
import { clockOf, type Clocks } from "../sla/clocks.ts";
import { foldOn } from "../sla/fold.ts";
import { type Metric, METRICS } from "../sla/policy.ts";
import { readClock } from "../sla/reading.ts";
import type { Rules } from "../sla/step.ts";
import { shown } from "../ticket/content.ts";
import type { TicketState } from "../ticket/ticket.ts";
import { promiseFor, type SlaSettings } from "./sla-settings.ts";

/** What the policy of today would do to an open ticket that is under another, or under an older version. */
export interface Recomputation {
  readonly ticketId: string;
  readonly policy: readonly [id: string, version: number];
  /** The hardest thing that happens to any of its clocks. */
  readonly effect: Effect;
  /** The clock that it happens to, with its deadline before and after; null where it has none, as while it pauses. */
  readonly clock?: { readonly metric: Metric; readonly dueBefore: number | null; readonly dueAfter: number | null };
}

/** In order of hardness. "unpromised": nothing is to be kept any more. */
export const EFFECTS = ["breached", "earlier", "later", "unpromised", "same"] as const;
export type Effect = (typeof EFFECTS)[number];

export interface RecomputeFrame {
  readonly settings: SlaSettings;
  readonly rules: Rules;
  readonly now: number;
}

/** Undefined for a ticket that is not open, is under that policy already, or for which there is none: it keeps what it was promised. */
export function recompute(state: TicketState, { settings, rules, now }: RecomputeFrame): Recomputation | undefined {
  const clocks = clocksIn(state);
  if (!clocks || clocks.isCancelled || clocks.resolution.phase === "stopped") return undefined;
  const text = (key: string): string => shown(state.fields[key]);
  const about = { requester: text("requester"), queue: text("queue"), category: text("category") };
  const { policy } = promiseFor(settings, { ...about, channel: text("channel"), at: now });
  const { policyId, version } = clocks.policy ?? {};
  if (!policy || (policy[0] === policyId && policy[1] === version)) return undefined;
  const occurredAt = Math.max(now, clocks.lastAt);
  const event = { seq: clocks.seq + 1, occurredAt, type: "policy" as const };
  const after = foldOn(clocks, [{ ...event, payload: { policyId: policy[0], version: policy[1] } }], rules);
  return { ticketId: state.id, policy, ...(after ? hardest(clocks, after, { rules, now }) : { effect: "same" }) };
}

function hardest(
  before: Clocks,
  after: Clocks,
  frame: { rules: Rules; now: number },
): Pick<Recomputation, "effect" | "clock"> {
  const found = METRICS.flatMap((metric) => {
    const [was, is] = [clockOf(before, metric), clockOf(after, metric)];
    return was && is && is.phase !== "stopped" ? [{ metric, ...effectOn(was, is, frame) }] : [];
  });
  for (const effect of EFFECTS) {
    const first = found.find((one) => one.effect === effect);
    if (first && effect !== "same") {
      const { metric, dueBefore, dueAfter } = first;
      return { effect, clock: { metric, dueBefore, dueAfter } };
    }
  }
  return { effect: "same" };
}

function effectOn(
  was: Clock,
  is: Clock,
  { rules, now }: { rules: Rules; now: number },
): { effect: Effect; dueBefore: number | null; dueAfter: number | null } {
  const [before, after] = [readClock(was, now, rules.calendarOf), readClock(is, now, rules.calendarOf)];
  const dues = { dueBefore: before.dueAt, dueAfter: after.dueAt };
  if (after.breachedAt !== null && before.breachedAt === null) return { effect: "breached", ...dues };
  if (is.targetMs === 0) return { effect: was.targetMs === 0 ? "same" : "unpromised", ...dues };
  // While it pauses there is no deadline: less time to keep is an earlier one.
  const [one, other] =
    before.dueAt !== null && after.dueAt !== null
      ? [before.dueAt, after.dueAt]
      : [was.targetMs || Infinity, is.targetMs];
  return { effect: other < one ? "earlier" : other > one ? "later" : "same", ...dues };
}

/** The same for the same policies in the same versions and order: what was shown is what is applied. */
export function policyKey({ policies, order }: SlaSettings): string {
  return order
    .map((id) => `${id} ${Math.max(0, ...policies.filter((policy) => policy.id === id).map(({ version }) => version))}`)
    .join("\n");
}
