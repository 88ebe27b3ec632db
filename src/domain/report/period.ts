import { DAY, dayOf, resolveLocal } from "../calendar/local-time.ts";
import type { Offsets } from "../calendar/offsets.ts";

export type PeriodChoice =
  | { readonly kind: "weeks"; readonly count: number }
  | { readonly kind: "this month" }
  /** Local dates `YYYY-MM-DD`, both included. */
  | { readonly kind: "custom"; readonly fromOn: string; readonly toOn: string };

/** Half-open, epoch ms. */
export interface Span {
  readonly fromAt: number;
  readonly toAt: number;
}

export interface Period extends Span {
  readonly fromOn: string;
  readonly toOn: string;
  /** What it is compared with: as much of the period before as has passed of this one. */
  readonly before: Span;
  /** From Monday to Monday, the first and the last cut to the period. */
  readonly weeks: readonly Week[];
}

export interface Week extends Span {
  /** Its Monday. */
  readonly mondayOn: string;
}

export const isWithin = (at: number | null, { fromAt, toAt }: Span): boolean =>
  at !== null && at >= fromAt && at < toAt;

/** The days chosen in a desk's zone. Weeks end with the present one, the month with its last day; dates in the wrong order are turned. */
export function periodOf(choice: PeriodChoice, now: number, offsets: Offsets): Period {
  const midnight = (day: number): number => resolveLocal(day * DAY, offsets);
  const [from, to, before] = daysOf(choice, Math.floor((now + offsets(now)) / DAY));
  const [fromAt, toAt] = [midnight(from), midnight(to)];
  const beforeAt = midnight(before);
  const passed = Math.max(0, Math.min(toAt, now) - fromAt);
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday < to; monday += 7) {
    const cut = { fromAt: midnight(Math.max(from, monday)), toAt: midnight(Math.min(to, monday + 7)) };
    weeks.push({ mondayOn: dateOf(monday), ...cut });
  }
  return {
    ...{ fromAt, toAt, weeks, fromOn: dateOf(from), toOn: dateOf(to - 1) },
    before: { fromAt: beforeAt, toAt: Math.min(fromAt, beforeAt + passed) },
  };
}

/** First day, the day after the last, and the first day of the period before, as days since 1970. */
function daysOf(choice: PeriodChoice, today: number): [from: number, to: number, before: number] {
  if (choice.kind === "custom") {
    const [from = today, to = today] = [dayOf(choice.fromOn), dayOf(choice.toOn)].sort((one, other) => one - other);
    return [from, to + 1, 2 * from - to - 1];
  }
  if (choice.kind === "weeks") {
    const from = mondayOf(today) - 7 * (choice.count - 1);
    return [from, mondayOf(today) + 7, from - 7 * choice.count];
  }
  const date = new Date(today * DAY);
  const first = (months: number): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
  return [first(0), first(1), first(-1)];
}

/** Days since 1970. */
export const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
