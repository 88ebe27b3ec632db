import { DAY, MINUTE } from "../calendar/local-time.ts";
import { type Calendars, type Clock, isNewBreach, moveTo, newClock, type Stopper } from "./clock.ts";
import { clockOf, type Clocks } from "./clocks.ts";
import type { ClockEvent, Override, PolicyRef, StatusChange } from "./event.ts";
import { type Metric, METRICS, type PolicyVersion, targetMs } from "./policy.ts";

/** What a fold needs beside events. */
export interface Rules {
  /** Working time of a calendar by its id; by `id@version` once that version was restated for a ticket. */
  readonly calendarOf: Calendars;
  /** Any version that an event names; it never changes. */
  readonly policyOf: (ref: PolicyRef) => PolicyVersion;
  /** Opening a ticket longer than this after its solving does not continue the resolution clock. */
  readonly reopenDays: number;
}

/** The clocks of a ticket just created. */
export function begin(event: Extract<ClockEvent, { type: "created" }>, restated: string, rules: Rules): Clocks {
  const { seq, occurredAt: at, payload } = event;
  const { priority, vip: isVip, category = "open", direction, answeredLive } = payload;
  const clocks: Clocks = {
    seq,
    lastAt: at,
    priority,
    isVip,
    restated,
    firstResponse: newClock(at),
    cycles: [],
    resolution: newClock(at),
    reopens: 0,
    overrides: 0,
  };
  const isOutbound = direction === "outbound";
  if (isOutbound) clocks.firstResponse.overrideMs = 0;
  if (isOutbound || answeredLive) stop(clocks.firstResponse, "live", at, rules);
  changeStatus(clocks, { category }, at, rules);
  return clocks;
}

/** Moves the clocks on by one event, in place. */
export function step(clocks: Clocks, event: ClockEvent, rules: Rules): void {
  const at = event.occurredAt;
  clocks.seq = event.seq;
  clocks.lastAt = at;
  if (clocks.isCancelled) return;
  const isFirst = !clocks.policy;
  switch (event.type) {
    case "requester_message":
      return startCycle(clocks, at, rules);
    case "agent_reply":
      return stopResponses(clocks, "reply", at, rules);
    case "status":
      return changeStatus(clocks, event.payload, at, rules);
    case "sla_override":
      return override(clocks, event.payload, at, rules);
    case "merged":
    case "spam":
      clocks.isCancelled = true;
      return;
    case "priority":
      clocks.priority = event.payload.to;
      break;
    case "vip":
      clocks.isVip = event.payload.value;
      break;
    case "policy":
      clocks.policy = { policyId: event.payload.policyId, version: event.payload.version };
      break;
    default:
      return;
  }
  for (const metric of METRICS) renew(clocks, metric, at, rules, isFirst);
}

function startCycle(clocks: Clocks, at: number, rules: Rules): void {
  const last = clockOf(clocks, "nextResponse") ?? clocks.firstResponse;
  if (last.phase !== "stopped") return;
  clocks.cycles.push(newClock(at));
  renew(clocks, "nextResponse", at, rules);
}

function stopResponses(clocks: Clocks, by: Stopper, at: number, rules: Rules): void {
  stop(clocks.firstResponse, by, at, rules);
  stop(clockOf(clocks, "nextResponse"), by, at, rules);
}

function stop(clock: Clock | undefined, by: Stopper, at: number, rules: Rules): void {
  if (!clock || clock.phase === "stopped") return;
  moveTo(clock, "stopped", at, rules.calendarOf);
  clock.stoppedBy = by;
}

function changeStatus(clocks: Clocks, { category, reopenDays }: StatusChange, at: number, rules: Rules): void {
  const clock = clocks.resolution;
  const phase = category === "waiting" ? "paused" : "running";
  if (category !== "open" && category !== "waiting") {
    stopResponses(clocks, "resolved", at, rules);
    stop(clock, "resolved", at, rules);
    clocks.firstStop ??= { at, usedMs: clock.usedMs, breachedAt: clock.breachedAt };
  } else if (clock.phase !== "stopped") {
    if (clock.phase !== phase) moveTo(clock, phase, at, rules.calendarOf);
  } else if (at - clock.sinceAt <= (reopenDays ?? rules.reopenDays) * DAY) {
    clocks.reopens++;
    clock.stoppedBy = undefined;
    moveTo(clock, phase, at, rules.calendarOf);
    renew(clocks, "resolution", at, rules);
  }
}

/**
 * Puts the calendar and target that are due to the ticket on a clock, which keeps the time used. A stopped clock keeps
 * what it stopped under; but a ticket's first policy counts from the start.
 */
function renew(clocks: Clocks, metric: Metric, at: number, rules: Rules, isFirst = false): void {
  const clock = clockOf(clocks, metric);
  if (!clocks.policy || !clock || (clock.phase === "stopped" && !isFirst)) return;
  const policy = rules.policyOf(clocks.policy);
  const id = (clocks.isVip && policy.vipCalendarId) || policy.calendarId;
  retarget(clock, clock.overrideMs ?? targetMs(policy, clocks.priority, clocks.isVip, metric), at, rules);
  clock.calendar = clocks.restated.startsWith(id + "@") ? clocks.restated : id;
}

function retarget(clock: Clock, targetMs: number, at: number, rules: Rules): void {
  if (clock.phase !== "stopped") moveTo(clock, clock.phase, at, rules.calendarOf);
  clock.targetMs = targetMs;
  if (!isNewBreach(clock, clock.usedMs)) return;
  clock.breachedAt = at;
  clock.breachedByChange = true;
}

function override(clocks: Clocks, { clock: metric, targetMinutes = 0 }: Override, at: number, rules: Rules): void {
  const clock = clockOf(clocks, metric);
  clocks.overrides++;
  if (!clock) return;
  clock.overrideMs = targetMinutes * MINUTE;
  if (clock.phase !== "stopped" || !targetMinutes) retarget(clock, clock.overrideMs, at, rules);
  if (targetMinutes) return;
  clock.breachedAt = undefined;
  clock.breachedByChange = undefined;
}
