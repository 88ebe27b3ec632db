import { type DeskClock, inWords } from "./desk-clock.ts";
import { daysBefore, exists, instantOf, wallTimeAt, weekdayOf, type WallTime } from "./wall-time.ts";

/** `at` is epoch ms, undefined for "now"; a sentence where the text can't be understood or lies ahead. */
export type HappenedAt = { at: number | undefined } | { sentence: string };

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const EXAMPLES = "Write 14:30, yesterday 9:15, Fri 16:00, 2 Mar 14:30 or 10 min ago.";

/** How a time was understood, before it is saved. */
export function happenedHint(text: string, clock: DeskClock): string | undefined {
  const happened = readHappenedAt(text, clock);
  return "at" in happened && happened.at !== undefined ? inWords(happened.at, clock) : undefined;
}

/** Reads when something happened as an agent writes it, in the desk's zone. */
export function readHappenedAt(text: string, clock: DeskClock): HappenedAt {
  const typed = text.trim().toLowerCase().replace(/\s+/g, " ").replace(/\bat /, "");
  if (typed === "" || typed === "now" || typed === "just now") return { at: undefined };
  const ago = minutesAgo(typed);
  if (ago !== undefined) return { at: clock.now() - ago * 60_000 };
  const [, dayText = "", timeText = ""] = /^(.*?)[ t,]*(\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m)?)$/.exec(typed) ?? [];
  const time = readTime(timeText);
  if (!time) return { sentence: `“${text.trim()}” is not a time that can be read. ${EXAMPLES}` };
  const day = readDay(dayText, time, clock);
  if (typeof day === "string") return { sentence: day };
  if (!day || !exists(day)) return { sentence: `“${text.trim()}” is not a time that can be read. ${EXAMPLES}` };
  return notAhead(day, clock);
}

function notAhead(wall: WallTime, clock: DeskClock): HappenedAt {
  const at = instantOf(wall, clock.timeZone);
  if (at === undefined) return { sentence: "The clocks went forward then: that time did not exist." };
  if (at > clock.now())
    return { sentence: `${inWords(at, clock)} is still to come. For yesterday write “yesterday 14:30”.` };
  return { at };
}

function minutesAgo(typed: string): number | undefined {
  const match = /^(an?|\d+(?:\.\d+)?) ?(m|min|mins|minutes?|h|hrs?|hours?|d|days?) ago$/.exec(typed);
  if (!match) return undefined;
  const [, amount = "", unit = ""] = match;
  const minutes = unit.startsWith("m") ? 1 : unit.startsWith("h") ? 60 : 24 * 60;
  return (amount.startsWith("a") ? 1 : Number(amount)) * minutes;
}

/** "9:15", "14.30", "2:30 pm", "2pm"; a bare number is no time. */
function readTime(text: string): { hour: number; minute: number } | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?$/.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText, half] = match;
  const hour = Number(hourText);
  if (half === undefined) return minuteText === undefined ? undefined : { hour, minute: Number(minuteText) };
  if (hour < 1 || hour > 12) return undefined;
  return { hour: (hour % 12) + (half === "pm" ? 12 : 0), minute: Number(minuteText ?? 0) };
}

/** A sentence where the day can be meant in two ways, undefined where it is none. */
function readDay(
  text: string,
  time: Pick<WallTime, "hour" | "minute">,
  clock: DeskClock,
): WallTime | string | undefined {
  const now = wallTimeAt(clock.now(), clock.timeZone);
  const today = { ...now, ...time };
  if (text === "" || text === "today") return today;
  if (text === "yesterday") return daysBefore(today, 1);
  const weekday = WEEKDAYS.findIndex((name) => text.length >= 3 && name.startsWith(text));
  if (weekday >= 0) return lastWeekday(today, weekday, clock);
  if (/^\d{1,2}\/\d{1,2}/.test(text)) return "Day or month first? Write the month as a word, such as 2 Mar 14:30.";
  return readDate(text, today, clock);
}

/** The last one that is not ahead: on a Friday, "Fri 9:00" is this morning and "Fri 23:00" a week ago. */
function lastWeekday(today: WallTime, weekday: number, clock: DeskClock): WallTime {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const isAhead = back === 0 && (instantOf(today, clock.timeZone) ?? 0) > clock.now();
  return daysBefore(today, isAhead ? 7 : back);
}

function readDate(text: string, today: WallTime, clock: DeskClock): WallTime | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { ...today, year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?$/.exec(text);
  if (dotted) return withYear(today, { day: dotted[1], month: Number(dotted[2]), year: dotted[3] }, clock);
  const dayFirst = /^(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,?(?: (\d{4}))?$/.exec(text);
  if (dayFirst) return withYear(today, { day: dayFirst[1], month: monthOf(dayFirst[2]), year: dayFirst[3] }, clock);
  const monthFirst = /^([a-z]{3})[a-z]*\.? (\d{1,2}),?(?: (\d{4}))?$/.exec(text);
  if (monthFirst)
    return withYear(today, { day: monthFirst[2], month: monthOf(monthFirst[1]), year: monthFirst[3] }, clock);
  return undefined;
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf(name ?? "") + 1;

/** Without a year it is the last such day: in January, "28 Dec" is of the year before. */
function withYear(
  today: WallTime,
  { day, month, year }: { day: string | undefined; month: number; year: string | undefined },
  clock: DeskClock,
): WallTime {
  const date = { ...today, month, day: Number(day) };
  if (year !== undefined) return { ...date, year: Number(year) };
  const isAhead = (instantOf(date, clock.timeZone) ?? 0) > clock.now() + 24 * 60 * 60_000;
  return isAhead ? { ...date, year: date.year - 1 } : date;
}
