import type { Calendar, Period } from "../../../src/domain/calendar/calendar.ts";

/**
 * The slow truth to compare with: a flag for every minute of some days, found by asking Intl for local times and by
 * looking for ends of hours minute by minute. It shares nothing with the code under test.
 */
export const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

export class NaiveCalendar {
  private readonly open: Uint8Array;

  /** Days before and after which nothing is asked; whole UTC days. */
  constructor(
    versions: readonly Calendar[],
    readonly fromAt: number,
    readonly toAt: number,
  ) {
    this.open = new Uint8Array((toAt - fromAt) / MINUTE);
    for (let at = fromAt - 3 * DAY_MINUTES * MINUTE; at < toAt + 3 * DAY_MINUTES * MINUTE; at += DAY_MINUTES * MINUTE) {
      const date = new Date(at).toISOString().slice(0, 10);
      const version = versions.filter(({ effectiveFrom = "" }) => effectiveFrom <= date).pop() ?? versions[0];
      if (version && (version.effectiveFrom ?? "") <= date) this.openDate(version, date);
    }
  }

  private openDate(calendar: Calendar, date: string): void {
    if (calendar.holidays?.includes(date)) return;
    const weekday = NAMES[new Date(`${date}T12:00Z`).getUTCDay()] ?? "sun";
    const minutes = new Set<number>();
    for (const period of calendar.exceptions?.[date] ?? calendar.weekly[weekday] ?? []) {
      for (const minute of minutesOf(calendar.tz, date, period)) minutes.add(minute);
    }
    for (const period of calendar.breaks?.[date] ?? []) {
      for (const minute of minutesOf(calendar.tz, date, period)) minutes.delete(minute);
    }
    for (const minute of minutes) this.open[minute - this.fromAt / MINUTE] = 1;
  }

  isOpen(at: number): boolean {
    const minute = Math.floor((at - this.fromAt) / MINUTE);
    if (minute < 0 || minute >= this.open.length) throw new Error("outside the days of the naive calendar");
    return this.open[minute] === 1;
  }

  elapsed(startAt: number, endAt: number): number {
    let ms = 0;
    for (let at = startAt; at < endAt; at += MINUTE) if (this.isOpen(at)) ms += MINUTE;
    return ms;
  }

  due(startAt: number, ms: number): number {
    let at = startAt;
    if (ms === 0) while (!this.isOpen(at)) at += MINUTE;
    for (let left = ms; left > 0; at += MINUTE) if (this.isOpen(at)) left -= MINUTE;
    return at;
  }

  back(endAt: number, ms: number): number {
    let at = endAt;
    if (ms === 0) while (!this.isOpen(at - MINUTE)) at -= MINUTE;
    for (let left = ms; left > 0; at -= MINUTE) if (this.isOpen(at - MINUTE)) left -= MINUTE;
    return at;
  }

  nextOpen(at: number): number {
    return this.due(at, 0);
  }

  closing(at: number): number {
    let end = this.nextOpen(at);
    while (this.isOpen(end)) end += MINUTE;
    return end;
  }

  intervals(startAt: number, endAt: number): [number, number][] {
    const list: [number, number][] = [];
    for (let at = startAt; at < endAt; at += MINUTE) {
      if (!this.isOpen(at)) continue;
      const last = list[list.length - 1];
      if (last && last[1] === at) last[1] = at + MINUTE;
      else list.push([at, at + MINUTE]);
    }
    return list;
  }
}

/** Minutes since the epoch from the instant of one local time to that of another. */
function minutesOf(tz: string, date: string, [from, to]: Period): number[] {
  const [start, end] = [naiveResolve(tz, date, from), naiveResolve(tz, date, to)];
  return Array.from({ length: Math.max(0, (end - start) / MINUTE) }, (_, index) => start / MINUTE + index);
}

/** The first instant that shows this local time; where none does, as much later as the gap is wide. */
export function naiveResolve(tz: string, date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const wanted = Date.parse(`${date}T00:00Z`) / MINUTE + hours * 60 + minutes;
  let shown = -Infinity;
  for (let at = wanted - 15 * 60; ; at++) {
    const shows = naiveLocalMinute(tz, at);
    if (shows === wanted) return at * MINUTE;
    // The clock has jumped over it: it would have been shown so many minutes after the last it did show.
    if (shown < wanted && shows > wanted && shown > -Infinity) return (at - 1 + (wanted - shown)) * MINUTE;
    shown = shows;
  }
}

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since the epoch that a wall clock shows. Zones change at quarters of an hour. */
function naiveLocalMinute(timeZone: string, minute: number): number {
  const quarter = Math.floor(minute / 15) * 15;
  const key = `${timeZone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const options = { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" } as const;
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", options);
    formats.set(timeZone, format);
    offset = Date.parse(format.format(quarter * MINUTE).replace(" ", "T") + "Z") / MINUTE - quarter;
    offsets.set(key, offset);
  }
  return minute + offset;
}
