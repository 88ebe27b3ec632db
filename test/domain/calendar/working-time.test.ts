import type { Calendar } from "../../../src/domain/calendar/calendar.ts";
import { sampledOffsets } from "../../../src/domain/calendar/sampled-offsets.ts";
import { intlOffsets } from "../../../src/domain/calendar/offsets.ts";
import { workingTime } from "../../../src/domain/calendar/working-time.ts";

const week = (hours: readonly (readonly [string, string])[]): Calendar["weekly"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
const office: Calendar = { tz: "Europe/Berlin", weekly: week([["09:00", "17:00"]]) };
const always: Calendar = {
  tz: "Etc/UTC",
  weekly: { ...week([["00:00", "24:00"]]), sat: [["00:00", "24:00"]], sun: [["00:00", "24:00"]] },
};
const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

describe("due", () => {
  // start (UTC), hours, due, why
  const cases = [
    ["2025-01-13T14:00Z", 2, "2025-01-13T16:00Z", "used up at closing: closing time, not the next opening"],
    ["2025-01-13T14:00Z", 3, "2025-01-14T09:00Z", "runs over the night"],
    ["2025-01-17T20:00Z", 0, "2025-01-20T08:00Z", "nothing to do: the next opening"],
    ["2025-03-28T08:00Z", 9, "2025-03-31T08:00Z", "a weekend with a change to summer time"],
    ["2025-01-13T08:00Z", 20_800, "2035-01-01T08:00Z", "ten years of work: beyond any table"],
  ] as const;
  it.each(cases)("%s + %d h = %s (%s)", (start, hours, due) => {
    const time = workingTime([office]);
    const found = time.due(at(start), hours * HOUR);
    if (hours < 1000) expect(new Date(found).toISOString()).toBe(new Date(at(due)).toISOString());
    expect(time.elapsed(at(start), found)).toBe(hours * HOUR);
  });

  it("never comes in a calendar without hours, nor does an opening", () => {
    const closed = workingTime([{ tz: "Etc/UTC", weekly: {} }]);
    expect([closed.due(0, HOUR), closed.nextOpen(0)]).toEqual([Infinity, Infinity]);
    expect([closed.nextOpen(Infinity), workingTime([office]).due(Infinity, HOUR)]).toEqual([Infinity, Infinity]);
    expect(closed.elapsed(0, at("2025-01-01"))).toBe(0);
  });

  it("works around the clock, at and before 1970 too", () => {
    const time = workingTime([always]);
    expect(time.due(0, HOUR)).toBe(HOUR);
    expect(time.due(-2 * HOUR, 2 * HOUR)).toBe(0);
    expect(time.nextOpen(0)).toBe(0);
  });
});

it("takes hours up to 24:00 and from 00:00 as one stretch", () => {
  const night = workingTime([
    { tz: "America/New_York", weekly: { sat: [["20:00", "24:00"]], sun: [["00:00", "04:00"]] } },
  ]);
  const [before, after] = [at("2025-03-08T00:00Z"), at("2025-03-10T00:00Z")];
  // On that night 02:00 to 03:00 does not exist.
  expect(night.intervals(before, after)).toEqual([[at("2025-03-09T01:00Z"), at("2025-03-09T08:00Z")]]);
});

it("counts 25 hours on the day a repeated hour makes longer", () => {
  const sundays = workingTime([{ tz: "Europe/Paris", weekly: { sun: [["00:00", "24:00"]] } }]);
  expect(sundays.elapsed(at("2020-10-24"), at("2020-10-27"))).toBe(25 * HOUR);
});

it("lets a new version begin on its local date and leaves the days before as they were", () => {
  const short: Calendar = { ...office, weekly: week([["09:00", "13:00"]]), effectiveFrom: "2025-01-15" };
  const [old, both] = [workingTime([office]), workingTime([office, short])];
  expect(both.elapsed(at("2025-01-01"), at("2025-01-14T23:00Z"))).toBe(
    old.elapsed(at("2025-01-01"), at("2025-01-14T23:00Z")),
  );
  expect(both.elapsed(at("2025-01-14T23:00Z"), at("2025-01-15T23:00Z"))).toBe(4 * HOUR);
});

describe("offsets sampled from a date format", () => {
  const zones = [
    "Europe/Berlin",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Pacific/Chatham",
  ];
  it.each(zones)("are those of Intl in %s, for few questions", (tz) => {
    let questions = 0;
    const offsets = sampledOffsets((instant) => {
      questions++;
      return offsetText(intlOffsets(tz)(instant));
    });
    for (let instant = at("2023-01-01"); instant < at("2026-01-01"); instant += 6.9 * HOUR) {
      expect([instant, offsets(instant)]).toEqual([instant, intlOffsets(tz)(instant)]);
    }
    expect(questions).toBeLessThan(380);
  });

  it("turn at the very minute", () => {
    const offsets = sampledOffsets((instant) => offsetText(intlOffsets("Europe/Berlin")(instant)));
    const change = at("2025-03-30T01:00Z");
    expect([offsets(change - 1), offsets(change)]).toEqual([HOUR, 2 * HOUR]);
  });
});

/** As `Z` of Java's SimpleDateFormat, which Utilities.formatDate follows. */
function offsetText(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const two = (value: number): string => String(value).padStart(2, "0");
  return (ms < 0 ? "-" : "+") + two(Math.floor(minutes / 60)) + two(minutes % 60);
}
