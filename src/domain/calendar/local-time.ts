import type { Offsets } from "./offsets.ts";

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** Ms since midnight of a time of day `HH:MM`. */
export function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * MINUTE;
}

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  return Date.parse(date) / DAY;
}

/**
 * The instant meant by a local time, which is given in ms as if it were UTC. In a gap: later by the gap; of an hour that
 * comes twice: the first, found by order alone. Zones change at most once within the three days that are looked at.
 */
export function resolveLocal(localMs: number, offsetMs: Offsets): number {
  const before = offsetMs(localMs - 1.5 * DAY);
  const after = offsetMs(localMs + 1.5 * DAY);
  const isLate = offsetMs(localMs - before) !== before && offsetMs(localMs - after) === after;
  return localMs - (isLate ? after : before);
}
