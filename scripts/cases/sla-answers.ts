import type { Calendar, PeriodsByDate } from "../../src/domain/calendar/calendar.ts";
import { dayOf, resolveLocal, timeOf, DAY } from "../../src/domain/calendar/local-time.ts";
import { intlOffsets } from "../../src/domain/calendar/offsets.ts";
import type { Interval } from "../../src/domain/calendar/opening.ts";
import { workingTime, type WorkingTime } from "../../src/domain/calendar/working-time.ts";
import { clockAnswer } from "./sla-clock.ts";
import { ticketAnswer } from "./sla-ticket.ts";

/** A calendar as the cases write it: their `shifts` are our exceptions. */
export interface CaseCalendar extends Omit<Calendar, "exceptions" | "effectiveFrom"> {
  readonly shifts?: PeriodsByDate;
}

/** Every operation's input, each with its own subset of the fields. */
export interface CaseInput {
  readonly start: string;
  readonly end: string;
  readonly seconds: number;
  readonly at: string;
  readonly from: string;
  readonly to?: string;
  readonly dir: "after" | "before";
  readonly count?: number;
  readonly tz: string;
  readonly local: string;
}

export interface Case {
  readonly id: string;
  readonly op: string;
  readonly calendar?: string | null | undefined;
  readonly in: unknown;
}

export interface CaseFile {
  readonly calendars: Readonly<Record<string, CaseCalendar>>;
  readonly cases: readonly Case[];
}

export type Calendars = CaseFile["calendars"];

const workingTimes = new WeakMap<CaseCalendar, WorkingTime>();

/** The answer to one case; undefined where the operation is none of ours. */
export function answerOf({ op, calendar, in: input }: Case, calendars: Calendars): object | undefined {
  if (op === "resolveLocal") return resolveAnswer(input as CaseInput);
  const of = calendar == null ? undefined : calendars[calendar];
  if (!of) return undefined;
  const time = workingTimes.get(of) ?? workingTime([{ ...of, ...(of.shifts && { exceptions: of.shifts }) }]);
  workingTimes.set(of, time);
  if (op === "ticket") return ticketAnswer(input as Parameters<typeof ticketAnswer>[0], time);
  if (op === "clock") return clockAnswer(input as Parameters<typeof clockAnswer>[0], time);
  return Object.hasOwn(ARITHMETIC, op) ? ARITHMETIC[op]?.(input as CaseInput, time) : undefined;
}

const ARITHMETIC: Readonly<Record<string, (input: CaseInput, time: WorkingTime) => object>> = {
  elapsed: ({ start, end }, time) => ({ seconds: time.elapsed(Date.parse(start), Date.parse(end)) / 1000 }),
  due: ({ start, seconds }, time) => ({ at: iso(time.due(Date.parse(start), seconds * 1000)) }),
  back: ({ start, seconds }, time) => ({ at: iso(back(Date.parse(start), seconds * 1000, time)) }),
  open: ({ at }, time) => ({ open: time.isOpen(Date.parse(at)) }),
  nextOpen: ({ at }, time) => ({ at: iso(time.nextOpen(Date.parse(at))) }),
  closing: ({ at }, time) => ({ at: iso(closing(Date.parse(at), time)) }),
  intervals: (input, time) => ({ intervals: intervalsOf(input, time).map((pair) => pair.map(iso)) }),
};

function intervalsOf({ from, to, dir, count = Infinity }: CaseInput, time: WorkingTime): readonly Interval[] {
  const at = Date.parse(from);
  const between = (otherAt: number): Interval[] =>
    dir === "before" ? time.intervals(otherAt, at).reverse() : time.intervals(at, otherAt);
  if (to !== undefined) return between(Date.parse(to)).slice(0, count);
  // One more than asked for shows that the last one wanted is whole.
  for (let days = 64; ; days *= 2) {
    const list = between(at + (dir === "before" ? -days : days) * DAY);
    if (list.length > count || days > 100_000) return list.slice(0, count);
  }
}

/** The product never counts backwards: here the intervals before an instant are walked. */
function back(at: number, ms: number, time: WorkingTime): number | null {
  let left = ms;
  for (let endAt = at, days = 64; days < 100_000; days *= 2) {
    for (const [start, end] of time.intervals(endAt - days * DAY, endAt).reverse()) {
      if (end - start >= left) return end - left;
      left -= end - start;
    }
    endAt -= days * DAY;
  }
  return null;
}

function closing(at: number, time: WorkingTime): number | null {
  for (let days = 64; days < 100_000; days *= 2) {
    const [first] = time.intervals(at, at + days * DAY);
    if (first && first[1] < at + days * DAY) return first[1];
  }
  return null;
}

function resolveAnswer({ tz, local }: CaseInput): object {
  const [date = "", time = ""] = local.split("T");
  const seconds = Number(time.split(":")[2] ?? 0);
  return { at: iso(resolveLocal(dayOf(date) * DAY + timeOf(time) + seconds * 1000, intlOffsets(tz))) };
}

/** ISO with milliseconds only where there are any; null for an instant that never comes. */
export function iso(at: number | null): string | null {
  return at === null || !isFinite(at) ? null : new Date(at).toISOString().replace(".000Z", "Z");
}
