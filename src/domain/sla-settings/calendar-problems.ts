import { type Calendar, type Period, WEEKDAYS } from "../calendar/calendar.ts";
import { DAY, dayOf, timeOf } from "../calendar/local-time.ts";
import { intlOffsets, type Offsets } from "../calendar/offsets.ts";

/** `where` is a field of the calendar, with the weekday or date after a space: "tz", "weekly mon", "breaks 2026-12-24". */
export interface CalendarProblem {
  readonly where: string;
  readonly sentence: string;
}

/** All that people got wrong in a calendar; none when it may come into force. */
export function calendarProblems(
  calendar: Calendar,
  offsetsOf: (tz: string) => Offsets = intlOffsets,
): CalendarProblem[] {
  const { tz, weekly, holidays = [], exceptions = {}, breaks = {}, effectiveFrom } = calendar;
  const problems: CalendarProblem[] = [];
  const add = (where: string, sentences: readonly string[]): void => {
    problems.push(...sentences.map((sentence) => ({ where, sentence })));
  };
  add("tz", zoneProblems(tz, offsetsOf));
  for (const weekday of WEEKDAYS) add(`weekly ${weekday}`, periodProblems(weekly[weekday] ?? []));
  for (const date of holidays) add(`holidays ${date}`, dateProblems(date));
  for (const [field, periodsByDate] of Object.entries({ exceptions, breaks })) {
    for (const [date, periods] of Object.entries(periodsByDate)) {
      add(`${field} ${date}`, [...dateProblems(date), ...periodProblems(periods)]);
    }
  }
  if (effectiveFrom) add("effectiveFrom", dateProblems(effectiveFrom));
  const opens = WEEKDAYS.some((weekday) => weekly[weekday]?.some(([from, to]) => timeOf(from) < timeOf(to)));
  if (!opens) add("weekly", ["There are no opening hours, so nothing would ever be due."]);
  return problems;
}

function zoneProblems(tz: string, offsetsOf: (tz: string) => Offsets): string[] {
  try {
    offsetsOf(tz)(0);
    return [];
  } catch {
    return [`“${tz}” is not a time zone; write one like Europe/Berlin.`];
  }
}

function dateProblems(date: string): string[] {
  const day = dayOf(date);
  const isDate = !isNaN(day) && new Date(day * DAY).toISOString().startsWith(`${date}T`);
  return isDate ? [] : [`“${date}” is not a date; write one like 2026-12-24.`];
}

function periodProblems(periods: readonly Period[]): string[] {
  const sentences: string[] = [];
  let latest: Period | undefined;
  for (const period of [...periods].sort((a, b) => timeOf(a[0]) - timeOf(b[0]))) {
    const [from, to] = period;
    const wrong = period.filter((time) => !isTimeOfDay(time));
    if (wrong.length) sentences.push(`“${wrong.join("” and “")}” is not a time of day; write 00:00 to 24:00.`);
    else if (timeOf(from) >= timeOf(to)) sentences.push(backwards(from, to));
    else {
      if (latest && timeOf(from) < timeOf(latest[1])) {
        sentences.push(`${latest.join("–")} and ${from}–${to} overlap.`);
      }
      if (!latest || timeOf(to) > timeOf(latest[1])) latest = period;
    }
  }
  return sentences;
}

function backwards(from: string, to: string): string {
  return `${from}–${to} ends before it starts; over midnight write ${from}–24:00 and 00:00–${to} on the next day.`;
}

function isTimeOfDay(text: string): boolean {
  return /^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}
