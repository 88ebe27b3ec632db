import type { WorkingTime } from "../../src/domain/calendar/working-time.ts";
import type { Clock } from "../../src/domain/sla/clock.ts";
import type { Clocks } from "../../src/domain/sla/clocks.ts";
import type { Category, ClockEvent } from "../../src/domain/sla/event.ts";
import { fold } from "../../src/domain/sla/fold.ts";
import type { PolicyVersion, TargetMinutes } from "../../src/domain/sla/policy.ts";
import { readClock, type Reading } from "../../src/domain/sla/reading.ts";
import type { Rules } from "../../src/domain/sla/step.ts";
import { iso } from "./sla-answers.ts";

/** An event as the cases write it. */
export interface CaseEvent {
  readonly at: string;
  readonly type: string;
  readonly priority?: string;
  readonly vip?: boolean;
  readonly status?: Category;
  readonly answeredLive?: boolean;
  readonly outbound?: boolean;
}

/** Targets in seconds. */
export interface TicketInput {
  readonly events: readonly CaseEvent[];
  readonly targets: Readonly<Record<string, TargetMinutes | number | null>>;
  readonly asOf?: string;
  readonly options?: { readonly reopenDays?: number };
}

/** The three clocks of a ticket as at `asOf`; without it (Zammad's flat form) not supported. */
export function ticketAnswer({ events, targets, asOf, options }: TicketInput, time: WorkingTime): object | undefined {
  if (asOf === undefined) return undefined;
  const now = Date.parse(asOf);
  const policy: PolicyVersion = { id: "case", version: 1, calendarId: "it", targets: minutesOf(targets, events) };
  const rules: Rules = { calendarOf: () => time, policyOf: () => policy, reopenDays: options?.reopenDays ?? 14 };
  const clocks = fold(events.filter(({ at }) => Date.parse(at) <= now).flatMap(clockEvents), rules);
  return clocks && answer(clocks, now, rules);
}

/** The case's events in list order, the policy right after the creation. */
function clockEvents(event: CaseEvent, index: number): ClockEvent[] {
  const [seq, occurredAt] = [2 * index + 1, Date.parse(event.at)];
  const { priority = "", vip = false, status = "open" } = event;
  switch (event.type) {
    case "created": {
      const direction = event.outbound ? "outbound" : "inbound";
      const payload = { priority, vip, category: status, direction, answeredLive: !!event.answeredLive } as const;
      const ref = { policyId: "case", version: 1 };
      return [
        { seq, occurredAt, type: "created", payload },
        { seq: seq + 1, occurredAt, type: "policy", payload: ref },
      ];
    }
    case "status":
      return [{ seq, occurredAt, type: "status", payload: { category: status } }];
    case "priority":
      return [{ seq, occurredAt, type: "priority", payload: { to: priority } }];
    case "vip":
      return [{ seq, occurredAt, type: "vip", payload: { value: vip } }];
    case "requester_message":
    case "agent_reply":
    case "merged":
    case "spam":
      return [{ seq, occurredAt, type: event.type }];
    default:
      return [];
  }
}

function minutesOf(targets: TicketInput["targets"], events: readonly CaseEvent[]): PolicyVersion["targets"] {
  const isFlat = Object.values(targets).some((value) => typeof value === "number");
  const priorities = events.map(({ priority = "" }) => priority);
  const rows = isFlat ? Object.fromEntries(priorities.map((priority) => [priority, targets])) : targets;
  return Object.fromEntries(
    Object.entries(rows as Record<string, TargetMinutes>).map(([priority, row]) => [
      priority,
      Object.fromEntries(Object.entries(row).map(([metric, seconds]) => [metric, (seconds ?? 0) / 60])),
    ]),
  );
}

function answer(clocks: Clocks, now: number, rules: Rules): object {
  const read = (clock: Clock): Reading => readClock(clock, now, rules.calendarOf);
  const all = [clocks.firstResponse, ...clocks.cycles, clocks.resolution].map(read);
  const running = all.flatMap(({ state, dueAt }) => (state === "running" && dueAt !== null ? [dueAt] : []));
  const { firstStop } = clocks;
  return {
    firstResponse: clockFields(clocks.firstResponse, read(clocks.firstResponse)),
    nextResponse: clocks.cycles.map((cycle) => clockFields(cycle, read(cycle))),
    resolution: {
      ...clockFields(clocks.resolution, read(clocks.resolution)),
      paused: seconds(read(clocks.resolution).pausedMs),
      reopens: clocks.reopens,
      first: firstStop
        ? { at: iso(firstStop.at), elapsed: seconds(firstStop.usedMs), breachedAt: iso(firstStop.breachedAt ?? null) }
        : null,
    },
    nextDueAt: running.length ? iso(Math.min(...running)) : null,
  };
}

function clockFields(clock: Clock, reading: Reading): object {
  return {
    startAt: iso(clock.startAt),
    stopAt: clock.phase === "stopped" ? iso(clock.sinceAt) : null,
    by: (reading.state !== "na" && clock.stoppedBy) || null,
    dueAt: iso(reading.dueAt),
    breachAt: iso(reading.breachAt),
    breachedAt: iso(reading.breachedAt),
    breachedByChange: !!clock.breachedByChange,
    elapsed: reading.state === "na" ? null : seconds(reading.elapsedMs),
    state: reading.state,
    remaining: reading.remainingMs === null ? null : Math.floor(reading.remainingMs / 1000),
  };
}

/** Whole seconds. */
function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
