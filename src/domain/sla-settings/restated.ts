import type { Calendar, Period, PeriodsByDate } from "../calendar/calendar.ts";
import type { PolicyVersion } from "../sla/policy.ts";
import { localDate, versionOn } from "./calendar-versions.ts";

/** Days that are over and of which it became known only later that they were closed, or open for other hours. */
export interface CalendarRestatement {
  readonly calendarId: string;
  /** Counts the restatements of a calendar from 1. */
  readonly version: number;
  readonly closed: readonly string[];
  readonly special: PeriodsByDate;
  readonly reason: string;
}

/** A day that is not like its weekday: closed, or with hours of its own. Without a calendar it is everybody's. */
export interface SpecialDay {
  readonly calendarId: string;
  readonly date: string;
  readonly name: string;
  readonly periods: readonly Period[];
  /** Why it is written down only when it is over. */
  readonly reason: string;
}

interface Past {
  readonly policies: readonly PolicyVersion[];
  readonly calendars: Readonly<Record<string, readonly Calendar[]>>;
  readonly restatements?: readonly CalendarRestatement[];
}

/** The versions of a calendar with these days put right. */
export function putRight(versions: readonly Calendar[], { closed, special }: CalendarRestatement): readonly Calendar[] {
  return versions.map((version) => ({
    ...version,
    holidays: [...(version.holidays ?? []).filter((date) => !special[date]), ...closed],
    exceptions: { ...version.exceptions, ...special },
  }));
}

/** Days that are over, of which the calendars in force don't know, and for which nobody has said why. */
export function lateDays<Day extends SpecialDay>(past: Past, days: readonly Day[], now: number): Day[] {
  return days.filter(
    (day) => day.reason === "" && Object.keys(past.calendars).some((id) => isNews(past, id, { day, now })),
  );
}

/** The restatements that these days make, as far as somebody says why: one a calendar. */
export function restatementsOf(past: Past, days: readonly SpecialDay[], now: number): CalendarRestatement[] {
  return Object.keys(past.calendars).flatMap((calendarId) => {
    const news = days.filter((day) => day.reason !== "" && isNews(past, calendarId, { day, now }));
    if (news.length === 0) return [];
    const closed = news.filter(({ periods }) => periods.length === 0).map(({ date }) => date);
    const special = news
      .filter(({ periods }) => periods.length > 0)
      .map(({ date, periods }) => [date, periods] as const);
    return [
      {
        calendarId,
        version: knownOf(past, calendarId).length + 1,
        closed,
        special: Object.fromEntries(special),
        reason: [...new Set(news.map(({ reason }) => reason))].join(" "),
      },
    ];
  });
}

/** Whether a calendar must be told of a day that it can't learn by its next version, which begins tomorrow. */
function isNews(past: Past, id: string, { day, now }: { day: SpecialDay; now: number }): boolean {
  const versions = knownOf(past, id).reduce(putRight, past.calendars[id] ?? []);
  const calendar = versionOn(versions, day.date);
  if (!calendar || !isInUse(past.policies, id) || (day.calendarId !== "" && day.calendarId !== id)) return false;
  if (day.date > localDate(now, calendar.tz)) return false;
  const isClosed = calendar.holidays?.includes(day.date) ?? false;
  if (day.periods.length === 0) return !isClosed;
  return isClosed || JSON.stringify(calendar.exceptions?.[day.date]) !== JSON.stringify(day.periods);
}

/** Whether any policy ever counted by a calendar. */
export function isInUse(policies: readonly PolicyVersion[], id: string): boolean {
  return policies.some(({ calendarId, vipCalendarId }) => calendarId === id || vipCalendarId === id);
}

const knownOf = ({ restatements = [] }: Past, id: string): CalendarRestatement[] =>
  restatements.filter(({ calendarId }) => calendarId === id);
