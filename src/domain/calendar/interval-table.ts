import { DAY } from "./local-time.ts";
import type { Interval } from "./opening.ts";

/** Working intervals with prefix sums; answers for the instants of whole days. */
export interface IntervalTable {
  /** `W`: working ms before an instant, counted from the table's beginning. */
  readonly worked: (at: number) => number;
  /** `W⁻¹`: the earliest instant with so much work before it; Infinity beyond the table. */
  readonly atWorked: (ms: number) => number;
  /** The instant itself in working time, else the next opening. */
  readonly openAfter: (at: number) => number;
  /** In order and apart; before them an empty one long ago, after them one that never comes. */
  readonly intervals: readonly Interval[];
}

export function intervalTable(intervals: readonly Interval[], fromAt: number, toAt: number): IntervalTable {
  const all: Interval[] = [[-1e17, -1e17], ...merged(intervals), [Infinity, Infinity]];
  const starts = Float64Array.from(all, ([start]) => start);
  const ends = Float64Array.from(all, ([, end]) => end);
  const sums = new Float64Array(all.length + 1);
  all.forEach(([start, end], index) => (sums[index + 1] = get(sums, index) + end - start));
  const next = (index: number, at: number): number => {
    while (get(starts, index + 1) <= at) index++;
    return index;
  };
  // Where to begin looking on a day: a step or two instead of a binary search.
  const indexByDay = new Int32Array((toAt - fromAt) / DAY + 1);
  indexByDay.forEach((_, day) => (indexByDay[day] = next(get(indexByDay, day - 1), fromAt + day * DAY)));
  const indexAt = (at: number): number => next(get(indexByDay, Math.floor((at - fromAt) / DAY)), at);
  return {
    intervals: all,
    openAfter: (at) => {
      const index = indexAt(at);
      return get(ends, index) > at ? at : get(starts, index + 1);
    },
    worked: (at) => {
      const index = indexAt(at);
      return get(sums, index) + Math.min(at, get(ends, index)) - get(starts, index);
    },
    atWorked: (ms) => {
      let low = 0;
      for (let high = all.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if (get(sums, middle) < ms) low = middle;
        else high = middle;
      }
      return get(starts, low) + ms - get(sums, low);
    },
  };
}

/** Reads within bounds; `|| 0` says so to the compiler. */
const get = (list: Float64Array | Int32Array, index: number): number => list[index] || 0;

function merged(intervals: readonly Interval[]): Interval[] {
  const list: [number, number][] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = list[list.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (start < end) list.push([start, end]);
  }
  return list;
}
