import { readHappenedAt } from "../../src/sidebar/happened-at.ts";

const clockAt = (iso: string, timeZone = "Europe/Berlin") => ({ timeZone, now: () => Date.parse(iso) });
/** Monday, 14:00 in Berlin. */
const MONDAY = clockAt("2026-03-02T13:00:00Z");

const understood = [
  // typed                 meant, in UTC            why
  ["14:00", "2026-03-02T13:00:00.000Z", "today, to the minute"],
  ["9.15", "2026-03-02T08:15:00.000Z", "a dot between hour and minute"],
  ["1:30 pm", "2026-03-02T12:30:00.000Z", "a twelve-hour clock"],
  ["12am", "2026-03-01T23:00:00.000Z", "midnight"],
  ["today 08:00", "2026-03-02T07:00:00.000Z", "a word for the day"],
  ["  Yesterday   9:15 ", "2026-03-01T08:15:00.000Z", "any spacing and case"],
  ["Fri 16:00", "2026-02-27T15:00:00.000Z", "the last Friday"],
  ["Friday at 4pm", "2026-02-27T15:00:00.000Z", "as it is said"],
  ["at 9:15", "2026-03-02T08:15:00.000Z", "as it is said"],
  ["thursday 16:00", "2026-02-26T15:00:00.000Z", "the whole word"],
  ["mon 13:00", "2026-03-02T12:00:00.000Z", "today, where that has passed"],
  ["mon 15:00", "2026-02-23T14:00:00.000Z", "a week ago, where it has not"],
  ["2026-02-28 23:59", "2026-02-28T22:59:00.000Z", "an ISO date"],
  ["2026-02-28T23:59", "2026-02-28T22:59:00.000Z", "an ISO date with a T"],
  ["28 Feb 10:00", "2026-02-28T09:00:00.000Z", "a month as a word"],
  ["February 28, 10:00", "2026-02-28T09:00:00.000Z", "month first"],
  ["28.2. 10:00", "2026-02-28T09:00:00.000Z", "the German way"],
  ["28.2.2025 10:00", "2025-02-28T09:00:00.000Z", "with a year"],
  ["28 Dec 10:00", "2025-12-28T09:00:00.000Z", "the last such day"],
  ["10 min ago", "2026-03-02T12:50:00.000Z", "so long ago"],
  ["an hour ago", "2026-03-02T12:00:00.000Z", "a word for one"],
  ["1.5 h ago", "2026-03-02T11:30:00.000Z", "a part of an hour"],
] as const;

test.each(understood)("%s is %s: %s", (typed, meant, _why) => {
  expect(readHappenedAt(typed, MONDAY)).toEqual({ at: Date.parse(meant) });
});

test.each(["", "  ", "now", "Now", "just now"])("%p means now", (typed) => {
  expect(readHappenedAt(typed, MONDAY)).toEqual({ at: undefined });
});

const refused = [
  // typed               sentence holds
  ["soon", "“soon” is not a time that can be read. Write 14:30"],
  ["25:00", "is not a time that can be read"],
  ["14", "is not a time that can be read"],
  ["13pm", "is not a time that can be read"],
  ["30 Feb 10:00", "is not a time that can be read"],
  ["2 Foo 10:00", "is not a time that can be read"],
  ["Fri", "is not a time that can be read"],
  ["3/2/2026 10:00", "Day or month first? Write the month as a word"],
  ["14:01", "Mon 2 Mar, 14:01 is still to come"],
  ["2026-03-03 10:00", "Tue 3 Mar, 10:00 is still to come"],
] as const;

test.each(refused)("%s is refused with a sentence", (typed, sentence) => {
  expect(readHappenedAt(typed, MONDAY)).toEqual({ sentence: expect.stringContaining(sentence) as string });
});

test("when clocks change, a time that comes twice is the first and one that never came is refused", () => {
  const afterAutumn = clockAt("2026-10-25T12:00:00Z");
  expect(readHappenedAt("2:30", afterAutumn)).toEqual({ at: Date.parse("2026-10-25T00:30:00Z") });
  const afterSpring = clockAt("2026-03-29T12:00:00Z");
  expect(readHappenedAt("2:30", afterSpring)).toEqual({ sentence: expect.stringContaining("did not exist") as string });
});

test("the day is the desk's day, not the browser's", () => {
  const auckland = clockAt("2026-03-02T13:00:00Z", "Pacific/Auckland"); // Tuesday, 02:00
  expect(readHappenedAt("1:00", auckland)).toEqual({ at: Date.parse("2026-03-02T12:00:00Z") });
  expect(readHappenedAt("yesterday 23:00", auckland)).toEqual({ at: Date.parse("2026-03-02T10:00:00Z") });
});
