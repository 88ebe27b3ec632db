import { type Calendars, type Clock, isNewBreach, timeIn, usedUpAt } from "../sla/clock.ts";
import type { Metric } from "../sla/policy.ts";
import type { ClockState } from "../sla/reading.ts";
import type { ReportTicket } from "./report-ticket.ts";
import { type Solving, solvingsOf } from "./solvings.ts";

/** A ticket as every figure reads it; merged tickets and spam have no facts. Instants are epoch ms, durations working ms. */
export interface TicketFacts {
  readonly ticket: ReportTicket;
  readonly isVip: boolean;
  readonly solvings: readonly Solving[];
  readonly firstResponse: JudgedClock | undefined;
  readonly cycles: readonly JudgedClock[];
  readonly resolution: JudgedClock | undefined;
}

export interface JudgedClock {
  readonly ticket: ReportTicket;
  readonly isVip: boolean;
  readonly metric: Metric;
  readonly clock: Clock;
  readonly state: ClockState;
  readonly elapsedMs: number;
  /** When it was met, at its stop, or breached, even if it runs on; null while it is neither. */
  readonly decidedAt: number | null;
}

export function factsOf(ticket: ReportTicket, now: number, calendars: Calendars): TicketFacts {
  const { clocks, createdAt, resolvedAt } = ticket;
  const isVip = clocks?.isVip ?? false;
  const base = { ticket, isVip };
  if (!clocks) {
    const solvings = resolvedAt === undefined ? [] : [{ at: Math.max(createdAt, resolvedAt), reopenedAt: null }];
    return { ...base, solvings, firstResponse: undefined, cycles: [], resolution: undefined };
  }
  const judged = (metric: Metric, clock: Clock): JudgedClock => {
    const elapsedMs = timeIn("running", clock, now, calendars);
    const isBreach = isNewBreach(clock, elapsedMs);
    const breachedAt = isBreach ? usedUpAt(clock, clock.targetMs, calendars) : clock.breachedAt;
    const state = stateOf(clock, breachedAt !== undefined);
    const decidedAt = breachedAt ?? (state === "met" ? clock.sinceAt : null);
    return { ...base, metric, clock, state, elapsedMs, decidedAt };
  };
  return {
    ...base,
    solvings: solvingsOf(clocks.resolution),
    firstResponse: judged("firstResponse", clocks.firstResponse),
    cycles: clocks.cycles.map((cycle) => judged("nextResponse", cycle)),
    resolution: judged("resolution", clocks.resolution),
  };
}

export function clocksOf({ firstResponse, cycles, resolution }: TicketFacts): JudgedClock[] {
  return firstResponse && resolution ? [firstResponse, ...cycles, resolution] : [];
}

function stateOf({ targetMs, phase }: Clock, isBreached: boolean): ClockState {
  if (isBreached) return "breached";
  if (!targetMs) return "na";
  return phase === "stopped" ? "met" : phase;
}
