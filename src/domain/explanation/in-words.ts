import { DAY, MINUTE } from "../calendar/local-time.ts";
import { intlOffsets } from "../calendar/offsets.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Instants in the words of a zone. */
export interface Words {
  readonly timeZone: string;
  /** "Mon 2 Mar 10:00", with the year where it is another than now's. */
  readonly instant: (at: number) => string;
  /** "Mon 2 Mar", of a local date `YYYY-MM-DD`. */
  readonly date: (date: string) => string;
}

export function wordsIn(timeZone: string, now: number): Words {
  const offsets = intlOffsets(timeZone);
  const local = (at: number): Date => new Date(at + offsets(at));
  const thisYear = local(now).getUTCFullYear();
  const day = (date: Date): string => {
    const year = date.getUTCFullYear();
    const words = `${WEEKDAYS[date.getUTCDay()] ?? ""} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`;
    return year === thisYear ? words : `${words} ${year}`;
  };
  return {
    timeZone,
    instant: (at) => `${day(local(at))} ${local(at).toISOString().slice(11, 16)}`,
    date: (date) => day(new Date(Date.parse(date))),
  };
}

/** Working time in hours and whole minutes, "16 h 30 min"; days would depend on the calendar. */
export const durationInWords = (ms: number): string => minutesInWords(Math.trunc(ms / MINUTE));

/** The same of whole minutes. */
export function minutesInWords(all: number): string {
  const minutes = Math.abs(all);
  const parts = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`].filter((part) => !part.startsWith("0 "));
  return `${all < 0 ? "−" : ""}${parts.join(" ") || "0 min"}`;
}

/** The local dates `YYYY-MM-DD` that a stretch of time touches. */
export function datesBetween(fromAt: number, toAt: number, timeZone: string): string[] {
  const offsets = intlOffsets(timeZone);
  const dayOf = (at: number): number => Math.floor((at + offsets(at)) / DAY);
  const [first, last] = [dayOf(fromAt), dayOf(Math.max(fromAt, toAt - 1))];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    new Date((first + index) * DAY).toISOString().slice(0, 10),
  );
}
