import fc from "fast-check";
import { epochOf, partsOf, serialOf, serialOfDay, serialOfExistingDay } from "./serial.ts";

const ZONES = [
  "Etc/UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/St_Johns",
  "Africa/Casablanca",
];
const YEAR_1950 = Date.UTC(1950, 0, 1);
const YEAR_2100 = Date.UTC(2100, 0, 1);

test.each([
  ["Etc/UTC", "1970-01-01T00:00:00Z", 25569],
  ["Etc/UTC", "1899-12-30T00:00:00Z", 0],
  ["Etc/UTC", "2026-03-02T09:00:00Z", 46083.375],
  ["Europe/Berlin", "2026-03-02T09:00:00Z", 46083 + 10 / 24],
  ["America/New_York", "2026-07-01T03:00:00Z", 46203 + 23 / 24],
  ["Asia/Kolkata", "2026-03-02T18:30:00Z", 46084],
])("%s shows %s as serial %d", (zone, instant, serial) => {
  expect(serialOf(Date.parse(instant), zone)).toBeCloseTo(serial, 9);
});

test.each([
  // zone                wall clock          instant                 why
  ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z", "02:30 is in the gap: 03:30 summer time"],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z", "02:30 comes twice: the first, summer time"],
  ["America/New_York", "2026-03-08T02:15", "2026-03-08T07:15:00Z", "gap"],
  ["America/New_York", "2026-11-01T01:15", "2026-11-01T05:15:00Z", "overlap"],
  ["Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:40:00Z", "a gap of half an hour"],
  ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z", "a day that never was"],
])("%s %s is %s: %s", (zone, wall, instant) => {
  expect(new Date(epochOf(serialOf(Date.parse(`${wall}Z`), "Etc/UTC"), zone)).toISOString()).toBe(
    new Date(instant).toISOString(),
  );
});

test.each(ZONES)("in %s every instant survives serial and back, but for the second pass of an overlap", (zone) => {
  fc.assert(
    fc.property(fc.integer({ min: YEAR_1950, max: YEAR_2100 }), (epochMs) => {
      const serial = serialOf(epochMs, zone);
      const back = epochOf(serial, zone);
      expect(back).toBeLessThanOrEqual(epochMs);
      expect(serialOf(back, zone)).toBeCloseTo(serial, 9);
      if (back !== epochMs) expect(epochMs - back).toBeLessThanOrEqual(86_400_000);
    }),
    { numRuns: 300 },
  );
});

test.each(ZONES)("in %s every offset agrees with Intl", (zone) => {
  const formatter = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  fc.assert(
    fc.property(fc.integer({ min: YEAR_1950 / 1000, max: YEAR_2100 / 1000 }), (seconds) => {
      const { year, month, day, hour, minute, second } = partsOf(serialOf(seconds * 1000, zone));
      const two = (number: number) => String(number).padStart(2, "0");
      expect(formatter.format(seconds * 1000)).toBe(
        `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`,
      );
    }),
    { numRuns: 300 },
  );
});

test("months and days carry over, but only existing days exist", () => {
  expect(serialOfDay(2026, 13, 1)).toBe(serialOfDay(2027, 1, 1));
  expect(serialOfDay(2026, 3, 0)).toBe(serialOfDay(2026, 2, 28));
  expect(serialOfExistingDay(2026, 2, 29)).toBeUndefined();
  expect(serialOfExistingDay(2024, 2, 29)).toBe(serialOfDay(2024, 2, 29));
});

test("an unknown zone is refused", () => {
  expect(() => serialOf(0, "Mars/Olympus")).toThrow(RangeError);
});
