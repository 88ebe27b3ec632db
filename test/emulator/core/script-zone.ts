import { offsetAt } from "../values/zone.ts";

/** Minutes to add to UTC in that zone at an instant; an unknown zone counts as UTC. */
export function offsetMinutes(epochMs: number, timeZone: string): number {
  try {
    return Math.round(offsetAt(epochMs, timeZone) / 60_000);
  } catch {
    return 0;
  }
}

/** The instant of a wall-clock reading given as if it were UTC; in a gap or an overlap the earlier offset counts. */
export function localEpoch(wallMs: number, timeZone: string): number {
  const before = wallMs - offsetMinutes(wallMs - 86_400_000, timeZone) * 60_000;
  if (before + offsetMinutes(before, timeZone) * 60_000 === wallMs) return before;
  const after = wallMs - offsetMinutes(wallMs + 86_400_000, timeZone) * 60_000;
  return after + offsetMinutes(after, timeZone) * 60_000 === wallMs ? after : before;
}
