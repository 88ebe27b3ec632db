import type { ClockEvent } from "../../../src/domain/sla/event.ts";
import { MINUTE, type NaiveCalendar } from "../calendar/naive-calendar.ts";

/** A ticket lived minute by minute, by the sentences of the specification. Targets are minutes; events lie on minutes. */
export interface NaiveEvent {
  readonly at: number;
  readonly type: string;
  readonly priority?: string;
  readonly vip?: boolean;
  readonly status?: "open" | "waiting" | "resolved" | "closed";
  readonly answeredLive?: boolean;
  readonly outbound?: boolean;
}

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Way = "running" | "paused" | "stopped";

class NaiveClock {
  /** Since when so many minutes were used. */
  readonly reached: number[];
  target = 0;
  way: Way = "running";
  paused = 0;
  breachedAt: number | null = null;
  stopAt: number | null = null;
  by: string | null = null;
  isNever = false;

  constructor(
    readonly metric: string,
    readonly startAt: number,
  ) {
    this.reached = [startAt];
  }

  get used(): number {
    return this.reached.length - 1;
  }

  live(at: number, isOpen: boolean): void {
    if (!isOpen) return;
    if (this.way === "paused") this.paused++;
    if (this.way !== "running") return;
    this.reached.push(at + MINUTE);
    if (this.target && this.used > this.target) this.breachedAt ??= this.reached[this.target] ?? null;
  }

  aim(target: number, at: number): void {
    this.target = this.isNever ? 0 : target;
    if (this.target && this.used > this.target) this.breachedAt ??= at;
  }

  stop(at: number, by: string): void {
    if (this.way === "stopped") return;
    this.way = "stopped";
    this.stopAt = at;
    this.by = by;
  }

  get state(): string {
    if (this.breachedAt !== null) return "breached";
    if (!this.target) return "na";
    return this.way === "stopped" ? "met" : this.way;
  }

  dueAt(now: number, calendar: NaiveCalendar): number | null {
    if (!this.target || this.way === "paused") return null;
    const reached = this.reached[this.target];
    if (reached !== undefined) return reached;
    return calendar.due(this.stopAt ?? now, (this.target - this.used) * MINUTE);
  }
}

export interface NaiveTicket {
  readonly first: NaiveClock;
  readonly cycles: NaiveClock[];
  readonly resolution: NaiveClock;
  readonly reopens: number;
  readonly firstStop: { at: number; used: number; breachedAt: number | null } | null;
}

export function liveTicket(
  events: readonly NaiveEvent[],
  rows: Rows,
  asOf: number,
  calendar: NaiveCalendar,
): NaiveTicket {
  const created = events[0];
  if (!created) throw new Error("no events");
  let { priority = "", vip = false } = created;
  const first = new NaiveClock("firstResponse", created.at);
  const resolution = new NaiveClock("resolution", created.at);
  const cycles: NaiveClock[] = [];
  let reopens = 0;
  let firstStop: NaiveTicket["firstStop"] = null;

  const target = (metric: string): number => {
    const own = rows[`${priority}+vip`];
    if (vip && own) return own[metric] ?? 0;
    const normal = rows[priority]?.[metric] ?? 0;
    return vip ? Math.ceil(normal / 2) : normal;
  };
  const aimAll = (at: number): void => {
    for (const clock of [first, ...cycles, resolution])
      if (clock.way !== "stopped") clock.aim(target(clock.metric), at);
  };
  const setStatus = (status: string, at: number): void => {
    if (status === "resolved" || status === "closed") {
      for (const clock of [first, ...cycles]) clock.stop(at, "resolved");
      resolution.stop(at, "resolved");
      firstStop ??= { at, used: resolution.used, breachedAt: resolution.breachedAt };
      return;
    }
    const isReopening = resolution.way === "stopped";
    if (isReopening && at - (resolution.stopAt ?? 0) > 14 * 1440 * MINUTE) return;
    resolution.way = status === "waiting" ? "paused" : "running";
    if (!isReopening) return;
    reopens++;
    resolution.stopAt = null;
    resolution.by = null;
    resolution.aim(target("resolution"), at);
  };
  const happen = (event: NaiveEvent): void => {
    const { at } = event;
    if (event.type === "created") {
      first.isNever = event.outbound === true;
      aimAll(at);
      if (event.outbound) first.stop(at, "outbound");
      else if (event.answeredLive) first.stop(at, "live");
      setStatus(event.status ?? "open", at);
    } else if (event.type === "requester_message") {
      const isWaiting = cycles.some(({ way }) => way === "running");
      if (first.way !== "stopped" || isWaiting) return;
      const cycle = new NaiveClock("nextResponse", at);
      cycle.aim(target("nextResponse"), at);
      cycles.push(cycle);
    } else if (event.type === "agent_reply") {
      for (const clock of [first, ...cycles]) clock.stop(at, "reply");
    } else if (event.type === "status") setStatus(event.status ?? "open", at);
    else if (event.type === "priority" || event.type === "vip") {
      priority = event.priority ?? priority;
      vip = event.vip ?? vip;
      aimAll(at);
    }
  };

  const waiting = [...events];
  for (let at = created.at; at <= asOf; at += MINUTE) {
    while (waiting[0] && waiting[0].at <= at) happen(waiting.shift() ?? created);
    if (at === asOf) break;
    const isOpen = calendar.isOpen(at);
    for (const clock of [first, ...cycles, resolution]) clock.live(at, isOpen);
  }
  return { first, cycles, resolution, reopens, firstStop };
}

/** Clock events of a naive history, with a policy behind the creation. */
export function clockEvents(events: readonly NaiveEvent[], startAt: number): ClockEvent[] {
  const all = events.flatMap((event): Omit<ClockEvent, "seq">[] => {
    const occurredAt = startAt + event.at * MINUTE;
    const { priority = "", vip = false, status = "open", type } = event;
    const payload = { priority, vip, to: priority, value: vip, category: status, policyId: "it", version: 1 };
    const one = { occurredAt, type, payload } as Omit<ClockEvent, "seq">;
    return type === "created" ? [one, { ...one, type: "policy" }] : [one];
  });
  return all.map((event, index) => ({ ...event, seq: index + 1 }) as ClockEvent);
}
