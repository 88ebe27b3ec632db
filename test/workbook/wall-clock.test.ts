import { wallClockOf } from "../../src/workbook/wall-clock.ts";
import { epochOf, partsOf, serialOf, serialOfDay } from "../emulator/values/serial.ts";

const ZONES = [
  ...["Etc/UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "America/Sao_Paulo"],
  ...[
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
  ],
];
const HOUR_MS = 3_600_000;

const pad = (number: number, width = 2): string => String(number).padStart(width, "0");

/** The wall clock as the emulator's serial numbers tell it. */
function shownBySheets(epochMs: number, zone: string): string {
  const { year, month, day, hour, minute, second } = partsOf(serialOf(epochMs, zone));
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** Every twelve hours of a year, and every quarter of an hour of the two days about each change of offset. */
function instants(zone: string, year: number): number[] {
  const coarse = Array.from({ length: 366 * 2 }, (_, index) => Date.UTC(year, 0, 1) + index * 12 * HOUR_MS);
  const offset = (at: number): number => Math.round((serialOf(at, zone) - serialOf(at, "Etc/UTC")) * 1440);
  const changes = coarse.filter((at) => offset(at) !== offset(at + 12 * HOUR_MS));
  return [
    ...coarse,
    ...changes.flatMap((at) => Array.from({ length: 192 }, (_, index) => at + (index - 96) * (HOUR_MS / 4))),
  ];
}

describe.each(ZONES)("the wall clock of %s", (zone) => {
  const { textAt, dateOf } = wallClockOf(zone);

  it("shows what Sheets shows", () => {
    const wrong = instants(zone, 2026).filter((at) => textAt(at) !== shownBySheets(at, zone));
    expect(wrong).toEqual([]);
  });

  it("comes back to an instant that shows the same, and never to a later one", () => {
    for (const at of instants(zone, 2026)) {
      const back = dateOf(textAt(at)).getTime();
      expect(textAt(back)).toBe(textAt(at));
      expect([0, 0.5 * HOUR_MS, HOUR_MS]).toContain(at - back); // a repeated hour answers with its first
    }
  });

  it("reads every quarter of an hour of spring and autumn nights as Sheets does, skipped and repeated ones too", () => {
    const text = (quarter: number): string =>
      new Date(Date.UTC(2026, 0, 1) + quarter * (HOUR_MS / 4)).toISOString().slice(0, 19);
    const serial = (quarter: number): number => serialOfDay(2026, 1, 1) + quarter / 96;
    const isNight = (quarter: number): boolean =>
      quarter % 96 < 20 && [2, 3, 9, 10].includes(new Date(text(quarter)).getMonth());
    const quarters = Array.from({ length: 365 * 96 }, (_, quarter) => quarter).filter(isNight);
    const wrong = quarters.filter((quarter) => dateOf(text(quarter)).getTime() !== epochOf(serial(quarter), zone));
    expect(wrong.map(text)).toEqual([]);
  });
});

describe("the wall clock", () => {
  it.each([
    ["a skipped half hour is read as the one after it", "Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"],
    ["the last second before the gap", "Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"],
    ["the first second after it", "Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"],
    ["of a repeated hour the first", "Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"],
    ["a repeated hour in the west", "America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"],
    ["a day that never was", "Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"],
    ["midnight", "Asia/Kathmandu", "2026-03-02T00:00:00", "2026-03-01T18:15:00Z"],
    ["a time without a date, as Sheets keeps it", "Etc/UTC", "1899-12-30T12:30:00", "1899-12-30T12:30:00Z"],
    ["a year of four digits with zeros", "Etc/UTC", "0099-03-02T00:00:00", "0099-03-02T00:00:00.000Z"],
  ])("%s", (_why, zone, text, instant) => {
    expect(wallClockOf(zone).dateOf(text).getTime()).toBe(Date.parse(instant));
  });

  it.each(ZONES)("keeps a time without a date in %s, whatever its offset was in 1899", (zone) => {
    const { textAt, dateOf } = wallClockOf(zone);
    for (const time of ["00:00:00", "09:05:30", "23:59:59"])
      expect(textAt(dateOf(`1899-12-30T${time}`).getTime())).toBe(`1899-12-30T${time}`);
  });
});
