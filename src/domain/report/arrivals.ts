import { DAY } from "../calendar/local-time.ts";
import type { Offsets } from "../calendar/offsets.ts";
import type { WorkingTime } from "../calendar/working-time.ts";
import { isWithin, type Span } from "./period.ts";
import type { ReportTicket } from "./report-ticket.ts";

const HOUR = 3_600_000;

/** By weekday, Monday first, then by hour of the desk's zone. */
export interface Arrivals {
  readonly created: readonly (readonly number[])[];
  /** Share of that hour of the week in which somebody was there, holidays counted; null where it has not come in the span. */
  readonly staffed: readonly (readonly (number | null)[])[];
}

export function arrivals(
  tickets: readonly ReportTicket[],
  span: Span,
  { offsets, staffing }: { readonly offsets: Offsets; readonly staffing: WorkingTime | undefined },
): Arrivals {
  const offsetAt = byDay(offsets);
  const created = table();
  for (const { createdAt } of tickets) {
    if (!isWithin(createdAt, span)) continue;
    const [day, hour] = placeOf(createdAt + offsetAt(createdAt));
    add(created, day, hour, 1);
  }
  const [open, all] = [table(), table()];
  for (let at = span.fromAt; at < span.toAt; at += HOUR) {
    const [day, hour] = placeOf(at + offsetAt(at));
    add(all, day, hour, HOUR);
    add(open, day, hour, staffing?.elapsed(at, at + HOUR) ?? 0);
  }
  const staffed = all.map((row, day) => row.map((ms, hour) => (ms === 0 ? null : (open[day]?.[hour] ?? 0) / ms)));
  return { created, staffed };
}

function add(rows: number[][], day: number, hour: number, amount: number): void {
  const row = rows[day];
  if (row) row[hour] = (row[hour] ?? 0) + amount;
}

const table = (): number[][] => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

/** Weekday, Monday 0, and hour of a local time in ms. */
function placeOf(localMs: number): [day: number, hour: number] {
  const day = Math.floor(localMs / DAY);
  return [(((day + 3) % 7) + 7) % 7, Math.floor((localMs - day * DAY) / HOUR)];
}

/** Asks for an offset once a day, where it doesn't change in it: asking Intl 100,000 times takes too long. */
function byDay(offsets: Offsets): Offsets {
  const known = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / DAY);
    let offset = known.get(day);
    if (offset === undefined) {
      const first = offsets(day * DAY);
      offset = offsets((day + 1) * DAY) === first ? first : null;
      known.set(day, offset);
    }
    return offset ?? offsets(at);
  };
}
