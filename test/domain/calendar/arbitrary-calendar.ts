import fc from "fast-check";
import { type Calendar, type Period, WEEKDAYS } from "../../../src/domain/calendar/calendar.ts";

/** Zones with their days of change in 2024–2026, and some without; gaps at midnight, of half an hour, and odd offsets. */
export const ZONES = [
  ["Etc/UTC", ["2025-03-30"]],
  ["Europe/Berlin", ["2025-03-30", "2025-10-26", "2024-10-27"]],
  ["America/New_York", ["2025-03-09", "2025-11-02"]],
  ["America/Santiago", ["2025-04-06", "2025-09-07"]],
  ["Africa/Cairo", ["2025-04-25", "2025-10-31"]],
  ["Asia/Beirut", ["2025-03-30", "2025-10-26"]],
  ["Africa/Casablanca", ["2025-02-23", "2025-04-06"]],
  ["Australia/Lord_Howe", ["2025-04-06", "2025-10-05"]],
  ["Pacific/Chatham", ["2025-04-06", "2025-09-28"]],
  ["Asia/Kathmandu", ["2025-05-01"]],
  ["America/St_Johns", ["2025-03-09", "2025-11-02"]],
  ["Pacific/Kiritimati", ["2025-01-01"]],
  ["Pacific/Apia", ["2011-12-30"]],
] as const;

export interface CalendarCase {
  readonly calendar: Calendar;
  /** UTC midnight of a day near a change of the zone. */
  readonly dayAt: number;
}

const DAY = 86_400_000;

/** A valid calendar and a day within reach of its zone's changes. */
export const arbitraryCalendar: fc.Arbitrary<CalendarCase> = fc
  .constantFrom(...ZONES)
  .chain(([tz, dates]) => fc.record({ tz: fc.constant(tz), date: fc.constantFrom(...dates) }))
  .chain(({ tz, date }) => {
    const dayAt = Date.parse(date);
    const near = fc
      .integer({ min: -12, max: 12 })
      .map((days) => new Date(dayAt + days * DAY).toISOString().slice(0, 10));
    const byDate = fc.dictionary(near, periods, { maxKeys: 4 });
    return fc.record({
      dayAt: fc.constant(dayAt),
      calendar: fc.record({
        tz: fc.constant(tz),
        weekly: fc.tuple(...WEEKDAYS.map(() => periods)).map((days) => {
          const weekly = Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, days[index] ?? []]));
          return days.some((day) => day.length) ? weekly : { ...weekly, mon: [["09:00", "17:00"] as const] };
        }),
        holidays: fc.array(near, { maxLength: 4 }),
        exceptions: byDate,
        breaks: byDate,
      }),
    });
  });

/** Hours that people keep: single, with a lunch break, over midnight, around the clock, at the edges of changes; overlaps too. */
const periods: fc.Arbitrary<Period[]> = fc.oneof(
  fc.constantFrom<Period[]>(
    [],
    [["09:00", "17:00"]],
    [["09:00", "17:30"]],
    [
      ["08:00", "12:00"],
      ["13:00", "18:00"],
    ],
    [
      ["00:00", "06:00"],
      ["22:00", "24:00"],
    ],
    [["00:00", "24:00"]],
    [["02:00", "03:00"]],
    [["02:15", "02:45"]],
    [["00:00", "00:30"]],
    [["23:30", "24:00"]],
    [["01:30", "02:30"]],
  ),
  fc.array(
    fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 })).map(([start, length]): Period => {
      return [timeText(start * 15), timeText(Math.min(1440, (start + length) * 15))];
    }),
    { maxLength: 3 },
  ),
);

function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
