const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONDAY = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;

/** An instant of the week of Monday, 2 March 2026, or of a later one, in UTC: at("Fri 16:30"), at("Fri 16:30", 2) two weeks later. */
export function at(text: string, weeksLater = 0): number {
  const [, day = "", hour, minute] = /^(\w{3}) (\d\d):(\d\d)$/.exec(text) ?? [];
  const index = DAYS.indexOf(day);
  if (index < 0) throw new Error(`"${text}" is no day and time like "Fri 16:30"`);
  return MONDAY + (index + 7 * weeksLater) * DAY_MS + Number(hour) * 3_600_000 + Number(minute) * 60_000;
}
