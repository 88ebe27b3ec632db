import { clocksIn, type Unpackable } from "../deadline/fold-ticket.ts";
import { type Calendars, type Clock, isNewBreach, timeIn, usedUpAt } from "../sla/clock.ts";
import type { Metric } from "../sla/policy.ts";
import type { ClockState } from "../sla/reading.ts";
import type { Saved } from "../ticket/content.ts";
import type { TicketState } from "../ticket/ticket.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";
import { areLasting, type Solving, solvingsOf } from "./solvings.ts";

/** What is read of a row's saved self. */
export interface ReportedState extends Unpackable {
  readonly id: string;
  readonly createdAt: number;
  readonly resolvedAt?: number | undefined;
  readonly counts?: TicketState["counts"] | undefined;
  readonly fields: TicketState["fields"];
}

/** Reads what rows' saved selves say of their tickets at an instant. */
export function ticketReader(now: number, calendars: Calendars): (state: ReportedState) => ReportTicket {
  const texts = new Map<string, string>();
  // One text for all tickets that have it: 100,000 copies of a queue's name fill the memory, and comparing them takes time.
  const shared = (content: Saved | undefined): string => {
    if (typeof content !== "string") return "";
    const known = texts.get(content);
    if (known === undefined) texts.set(content, content);
    return known ?? content;
  };
  return (state) => readTicket(state, { now, calendars, shared });
}

interface Reading {
  readonly now: number;
  readonly calendars: Calendars;
  readonly shared: (content: Saved | undefined) => string;
}

function readTicket(state: ReportedState, { now, calendars, shared }: Reading): ReportTicket {
  const { fields, createdAt, resolvedAt } = state;
  const clocks = clocksIn(state);
  const judged: JudgedClock[] = [];
  const withoutClocks: Solving[] = resolvedAt === undefined ? [] : [{ at: resolvedAt, reopenedAt: null }];
  const solvings = clocks ? solvingsOf(clocks.resolution) : withoutClocks;
  const ticket = {
    id: state.id,
    createdAt,
    priority: shared(fields["priority"]),
    queue: shared(fields["queue"]),
    category: shared(fields["category"]),
    assignee: shared(fields["assignee"]),
    channel: shared(fields["channel"]),
    isVip: clocks?.isVip ?? false,
    isCancelled: clocks?.isCancelled ?? false,
    overrides: clocks?.overrides ?? 0,
    counts: state.counts,
    solvings,
    isFixed: areLasting(solvings),
    clocks: judged,
  };
  if (!clocks) return ticket;
  const add = (metric: Metric, clock: Clock): void =>
    void judged.push(judge(metric, clock, { ticket, now, calendars }));
  add("firstResponse", clocks.firstResponse);
  for (const cycle of clocks.cycles) add("nextResponse", cycle);
  add("resolution", clocks.resolution);
  return ticket;
}

interface Judging {
  readonly ticket: ReportTicket;
  readonly now: number;
  readonly calendars: Calendars;
}

function judge(metric: Metric, clock: Clock, { ticket, now, calendars }: Judging): JudgedClock {
  const elapsedMs = timeIn("running", clock, now, calendars);
  const isBreach = isNewBreach(clock, elapsedMs);
  const breachedAt = isBreach ? usedUpAt(clock, clock.targetMs, calendars) : clock.breachedAt;
  const state = stateOf(clock, breachedAt !== undefined);
  const stoppedAt = clock.phase === "stopped" ? clock.sinceAt : null;
  return {
    ticket,
    metric,
    isVip: ticket.isVip,
    state,
    calendar: clock.calendar,
    startAt: clock.startAt,
    stoppedAt,
    elapsedMs,
    pausedMs: timeIn("paused", clock, now, calendars),
    targetMs: clock.targetMs,
    decidedAt: breachedAt ?? (state === "met" ? clock.sinceAt : null),
    isBreachedByChange: clock.breachedByChange === true,
    excludedAt: clock.overrideMs === 0 ? (stoppedAt ?? now) : null,
  };
}

function stateOf({ targetMs, phase }: Clock, isBreached: boolean): ClockState {
  if (isBreached) return "breached";
  if (!targetMs) return "na";
  return phase === "stopped" ? "met" : phase;
}
