import { type Calendar, type Period, WEEKDAYS } from "../domain/calendar/calendar.ts";
import { calendarProblems } from "../domain/sla-settings/calendar-problems.ts";
import type { SpecialDay } from "../domain/sla-settings/restated.ts";
import { periodsFrom } from "../domain/sla-settings/written.ts";
import type { Mistake } from "./mistakes.ts";

export interface CalendarFrame {
  readonly timeZone: string;
  readonly mistakes: Mistake[];
}

/** A day of Holidays and the row that it stands in. */
export type WrittenDay = SpecialDay & { readonly row: number; readonly isWrong: boolean };

/** The rows of Holidays; a row without a date is nothing yet. */
export function readDays(rows: readonly string[][], mistakes: Mistake[]): WrittenDay[] {
  return rows.flatMap(([calendar = "", date = "", name = "", hours = "", reason = ""], index) => {
    const texts = [calendar, date, name, reason].map((text) => text.trim());
    const [calendarId = "", on = "", dayName = "", why = ""] = texts;
    if (on === "") return [];
    const at = { sheet: "holidays" as const, row: index + 2 };
    const periods = periodsFrom(hours);
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(on) && !isNaN(Date.parse(on));
    if (!isDate) mistakes.push({ ...at, column: 2, sentence: `“${date}” is not a date: write 2026-12-24.` });
    else if (!periods)
      mistakes.push({ ...at, column: 4, sentence: `“${hours}” is no opening hours: write 09:00-12:00.` });
    const day = { calendarId, date: on, name: dayName, periods: periods ?? [], reason: why };
    return [{ ...day, row: index + 2, isWrong: !isDate || !periods }];
  });
}

/** The calendars that are free of mistakes, by name, and the names of all. */
export function readCalendars(
  rows: readonly string[][],
  days: readonly WrittenDay[],
  frame: CalendarFrame,
): { calendars: Record<string, Calendar>; names: string[] } {
  const calendars: Record<string, Calendar> = {};
  const names: string[] = [];
  rows.forEach((cells, index) => {
    const id = (cells[0] ?? "").trim();
    if (id === "") return;
    const own = days.filter(({ calendarId }) => calendarId === "" || calendarId === id);
    const { calendar, mistakes } = readCalendar(cells, index + 2, { own, timeZone: frame.timeZone });
    if (names.includes(id)) mistakes.push(mistake(index + 2, 1, `The calendar “${id}” stands twice.`));
    else if (mistakes.length === 0 && !own.some(({ isWrong }) => isWrong)) calendars[id] = calendar;
    names.push(id);
    frame.mistakes.push(...mistakes);
  });
  return { calendars, names };
}

const mistake = (row: number, column: number, sentence: string): Mistake => ({ sheet: "hours", row, column, sentence });

function readCalendar(
  [, tz = "", ...hours]: readonly string[],
  row: number,
  { own, timeZone }: { own: readonly WrittenDay[]; timeZone: string },
): { calendar: Calendar; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const weekly: Record<string, Period[]> = {};
  WEEKDAYS.forEach((weekday, index) => {
    const text = hours[index] ?? "";
    const periods = periodsFrom(text);
    if (!periods) mistakes.push(mistake(row, index + 3, `“${text}” is no opening hours: write 09:00-17:00.`));
    else if (periods.length > 0) weekly[weekday] = periods;
  });
  const calendar: Calendar = { tz: tz.trim() || timeZone, weekly, ...special(own.filter(({ isWrong }) => !isWrong)) };
  for (const { where, sentence } of calendarProblems(calendar)) mistakes.push(mistake(row, columnOf(where), sentence));
  return { calendar, mistakes };
}

function special(days: readonly WrittenDay[]): Pick<Calendar, "holidays" | "exceptions"> {
  const closed = days.filter(({ periods }) => periods.length === 0).map(({ date }) => date);
  const exceptions = days
    .filter(({ periods }) => periods.length > 0)
    .map(({ date, periods }) => [date, periods] as const);
  return {
    ...(closed.length > 0 && { holidays: [...new Set(closed)].sort() }),
    ...(exceptions.length > 0 && { exceptions: Object.fromEntries(exceptions) }),
  };
}

/** "weekly tue" → the column of Tuesday. */
function columnOf(where: string): number {
  const index = WEEKDAYS.findIndex((weekday) => where === `weekly ${weekday}`);
  return index >= 0 ? index + 3 : where === "tz" ? 2 : 1;
}
