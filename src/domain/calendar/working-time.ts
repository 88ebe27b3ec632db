import type { Calendar } from "./calendar.ts";
import { intervalTable } from "./interval-table.ts";
import { DAY, dayOf } from "./local-time.ts";
import { type Offsets, intlOffsets } from "./offsets.ts";
import { type Interval, openingOf } from "./opening.ts";

/** Instants are epoch ms, durations ms of working time; an instant that never comes is `Infinity`. */
export interface WorkingTime {
  /** Working time from one instant to a later one; 0 when they are reversed. */
  readonly elapsed: (startAt: number, endAt: number) => number;
  /** The earliest instant with so much working time since another: closing time, not the next opening. */
  readonly due: (startAt: number, ms: number) => number;
  /** The opening instant is working time, the closing instant is not. */
  readonly isOpen: (at: number) => boolean;
  /** The instant itself in working time, else the next opening. */
  readonly nextOpen: (at: number) => number;
  /** Working intervals between two instants, cut at both. */
  readonly intervals: (startAt: number, endAt: number) => Interval[];
}

/** Days around a question that the table covers as well: the next questions lie near, and a run that asks little builds little. */
const MARGIN = 90;
/** First day of a calendar's first version; before it nothing is open. */
const LONG_AGO = "0001";
/** In the year 2380: what did not come by then never does. */
const LAST_DAY = 150_000;

/**
 * Working time by all versions of a calendar: each local date has the hours of the version in force on it.
 * Versions in order of `effectiveFrom`; of two with one date the later counts. Throws RangeError for an unknown zone.
 */
export function workingTime(
  versions: readonly Calendar[],
  offsetsOf: (tz: string) => Offsets = intlOffsets,
): WorkingTime {
  const openings = versions.map(
    (version) => [dayOf(version.effectiveFrom || LONG_AGO), openingOf(version, offsetsOf(version.tz))] as const,
  );
  let [fromDay, toDay, fromAt, toAt] = [Infinity, -Infinity, Infinity, -Infinity];
  let table = intervalTable([], 0, 0);

  const cover = (startAt: number, endAt: number): void => {
    if (startAt < fromAt || endAt > toAt) grow(startAt, endAt);
  };
  /** The table holds two days more than it answers for. Apart from `cover`, so that engines compile just that into each caller. */
  const grow = (startAt: number, endAt: number): void => {
    fromDay = Math.min(fromDay, Math.floor(startAt / DAY) - MARGIN);
    toDay = Math.max(toDay, Math.ceil(endAt / DAY) + MARGIN);
    fromAt = (fromDay + 2) * DAY;
    toAt = (toDay - 2) * DAY;
    const intervals: Interval[] = [];
    openings.forEach(([firstDay, opening], index) => {
      const endDay = Math.min(toDay, ...openings.slice(index + 1).map(([day]) => day));
      for (let day = Math.max(fromDay, firstDay); day < endDay; day++) intervals.push(...opening(day));
    });
    table = intervalTable(intervals, fromAt, toAt);
  };

  /** Looks twice as far each time until the instant found is one that the table answers for. Nothing follows an instant that never comes. */
  const ahead = (at: number, find: () => number): number => {
    for (let ms = DAY; at < Infinity; ms *= 2) {
      cover(at, at + ms);
      const found = find();
      if (found <= toAt || toDay > LAST_DAY) return found;
    }
    return at;
  };
  const nextOpen = (at: number): number => ahead(at, () => table.openAfter(at));
  return {
    elapsed: (startAt, endAt) => {
      if (endAt <= startAt) return 0;
      cover(startAt, endAt);
      return table.worked(endAt) - table.worked(startAt);
    },
    due: (startAt, ms) =>
      ms > 0 ? ahead(startAt, () => table.atWorked(table.worked(startAt) + ms)) : nextOpen(startAt),
    nextOpen,
    isOpen: (at) => nextOpen(at) === at,
    intervals: (startAt, endAt) => {
      cover(startAt, endAt);
      return table.intervals
        .map(([start, end]): Interval => [Math.max(startAt, start), Math.min(endAt, end)])
        .filter(([start, end]) => start < end);
    },
  };
}
