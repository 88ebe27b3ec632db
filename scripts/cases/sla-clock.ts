import { moveTo, newClock, type Clock } from "../../src/domain/sla/clock.ts";
import { readClock } from "../../src/domain/sla/reading.ts";
import type { WorkingTime } from "../../src/domain/calendar/working-time.ts";
import { iso } from "./sla-answers.ts";

export interface ClockInput {
  readonly start: string;
  readonly pauses?: readonly (readonly [string, string])[];
  /** Seconds. */
  readonly target?: number;
  readonly stop?: string;
}

/** A single clock: deadline from all pauses, the rest as at its stop. */
export function clockAnswer({ start, pauses = [], target = 0, stop }: ClockInput, time: WorkingTime): object {
  const startAt = Date.parse(start);
  const stopAt = stop === undefined ? Infinity : Date.parse(stop);
  const spans = union(
    pauses.map(([from, to]): [number, number] => [Math.max(startAt, Date.parse(from)), Date.parse(to)]),
  );
  const clockUntil = (endAt: number): Clock => {
    const clock: Clock = { ...newClock(startAt), calendar: "it", targetMs: target * 1000 };
    for (const [from, to] of spans) {
      if (from < endAt) moveTo(clock, "paused", from, () => time);
      if (to <= endAt && from < endAt) moveTo(clock, "running", to, () => time);
    }
    return clock;
  };
  const due = target ? { dueAt: iso(readClock(clockUntil(Infinity), startAt, () => time).dueAt) } : {};
  if (stop === undefined) return due;
  const { elapsedMs, pausedMs, remainingMs } = readClock(clockUntil(stopAt), stopAt, () => time);
  const remaining = remainingMs === null ? {} : { remaining: remainingMs / 1000 };
  return { ...due, elapsed: elapsedMs / 1000, paused: pausedMs / 1000, ...remaining };
}

function union(spans: readonly [number, number][]): [number, number][] {
  const list: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = list[list.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) list.push([from, to]);
  }
  return list;
}
