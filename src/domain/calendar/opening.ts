import { type Calendar, type Period, type PeriodsByDate, WEEKDAYS } from "./calendar.ts";
import { DAY, dayOf, resolveLocal, timeOf } from "./local-time.ts";
import type { Offsets } from "./offsets.ts";

/** Half-open: in epoch ms, or in ms of a local day. */
export type Interval = readonly [from: number, to: number];

/** The working intervals of a local day, in no order and not merged; one that ends before it starts is none. */
export type Opening = (day: number) => readonly Interval[];

/** Reads one version of a calendar. What `calendarProblems` refuses opens nothing. */
export function openingOf(calendar: Calendar, offsetMs: Offsets): Opening {
  const { holidays = [] } = calendar;
  const weekly = WEEKDAYS.map((weekday) => spansOf(calendar.weekly[weekday]));
  const closedDays = new Set(holidays.map(dayOf));
  const exceptions = spansByDay(calendar.exceptions);
  const breaks = spansByDay(calendar.breaks);
  const noonOffsets = new Map<number, number>();
  const noonOffset = (day: number): number => {
    const offset = noonOffsets.get(day) ?? offsetMs((day + 0.5) * DAY);
    noonOffsets.set(day, offset);
    return offset;
  };
  return (day) => {
    const spans = exceptions.get(day) || weekly[(((day + 3) % 7) + 7) % 7] || [];
    if (closedDays.has(day)) return [];
    // Most days lie far from a change of the zone: one offset serves all their times.
    const offset = noonOffset(day - 2);
    const hasOneOffset = offset === noonOffset(day + 2);
    const resolve = (ms: number): number =>
      hasOneOffset ? day * DAY + ms - offset : resolveLocal(day * DAY + ms, offsetMs);
    const instants = ([from, to]: Interval): Interval => [resolve(from), resolve(to)];
    return (breaks.get(day) || []).map(instants).reduce(without, spans.map(instants));
  };
}

function without(open: readonly Interval[], [gapFrom, gapTo]: Interval): readonly Interval[] {
  return open.flatMap(([from, to]): Interval[] => [
    [from, Math.min(to, gapFrom)],
    [Math.max(from, gapTo), to],
  ]);
}

function spansOf(periods: readonly Period[] = []): Interval[] {
  return periods.map(([from, to]) => [timeOf(from), timeOf(to)]);
}

function spansByDay(periodsByDate: PeriodsByDate = {}): Map<number, Interval[]> {
  return new Map(Object.entries(periodsByDate).map(([date, periods]) => [dayOf(date), spansOf(periods)]));
}
