import type { Calendar, PeriodsByDate } from "../calendar/calendar.ts";

/** Days that are over and of which it became known only later that they were closed, or open for other hours. */
export interface CalendarRestatement {
  readonly calendarId: string;
  /** Counts the restatements of a calendar from 1. */
  readonly version: number;
  readonly closed: readonly string[];
  readonly special: PeriodsByDate;
  readonly reason: string;
}

/** The versions of a calendar with these days put right. */
export function putRight(versions: readonly Calendar[], { closed, special }: CalendarRestatement): readonly Calendar[] {
  return versions.map((version) => ({
    ...version,
    holidays: [...(version.holidays ?? []), ...closed],
    exceptions: { ...version.exceptions, ...special },
  }));
}
