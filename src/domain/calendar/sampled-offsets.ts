import { DAY, MINUTE } from "./local-time.ts";
import type { Offsets } from "./offsets.ts";

const WEEK = 7 * DAY;

/**
 * Offsets for a host without zone data in Intl. `read` answers an instant's offset as `Z` of a date format does: "+0545".
 * It is asked once a week of time looked at; a week with a change is bisected to the minute.
 */
export function sampledOffsets(read: (at: number) => string): Offsets {
  const known = new Map<number, number>();
  const offsetAt = (at: number): number => {
    let offset = known.get(at);
    if (offset === undefined) known.set(at, (offset = parseOffset(read(at))));
    return offset;
  };
  return (at) => {
    let from = Math.floor(at / WEEK) * WEEK;
    let to = from + WEEK;
    const before = offsetAt(from);
    if (before === offsetAt(to)) return before;
    while (to - from > MINUTE) {
      const middle = from + Math.floor((to - from) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle) === before) from = middle;
      else to = middle;
    }
    return offsetAt(at < to ? from : to);
  };
}

function parseOffset(text: string): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * MINUTE;
}
