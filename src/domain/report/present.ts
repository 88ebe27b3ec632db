import { DAY } from "../calendar/local-time.ts";
import type { Offsets } from "../calendar/offsets.ts";
import type { WorkingTime } from "../calendar/working-time.ts";
import type { Calendars } from "../sla/clock.ts";
import { openAt } from "./backlog.ts";
import { countOf } from "./figure.ts";
import { type JudgedClock, type ReportTicket, resolutionOf } from "./report-ticket.ts";

const STALE_DAYS = 2;

/** What every figure is computed by, beside the tickets. */
export interface Frame {
  readonly now: number;
  /** Of the desk's zone. */
  readonly offsets: Offsets;
  readonly calendars: Calendars;
}

/** What needs somebody now, whatever the period: clocks about to run out, open tickets on which nobody has a hand. */
export function present(tickets: readonly ReportTicket[], frame: Frame) {
  const running: JudgedClock[] = [];
  for (const { clocks } of tickets) for (const clock of clocks) if (clock.state === "running") running.push(clock);
  const used = ({ elapsedMs, targetMs }: JudgedClock): number => elapsedMs / targetMs;
  const known = openAt(tickets, frame.now).filter(({ counts }) => counts);
  return {
    atRisk: countOf(running, (one) => used(one) >= 0.75),
    atHighRisk: countOf(running, (one) => used(one) >= 0.9),
    stale: countOf(known, staleness(frame)),
  };
}

/** Whether no agent has touched a ticket for more than two working days; of days of 24 hours where it has no calendar. */
function staleness({ now, offsets, calendars }: Frame): (ticket: ReportTicket) => boolean {
  const limits = new Map<string, number>();
  return (ticket) => {
    const calendar = resolutionOf(ticket)?.calendar ?? "";
    const idleSince = ticket.counts?.[5] || ticket.createdAt;
    if (!calendar) return now - idleSince > STALE_DAYS * DAY;
    const time = calendars(calendar);
    const limit = limits.get(calendar) ?? STALE_DAYS * nominalDay(time, now, offsets);
    limits.set(calendar, limit);
    return time.elapsed(idleSince, now) > limit;
  };
}

/** Working ms of an average open day of the last four weeks. */
function nominalDay(time: WorkingTime, now: number, offsets: Offsets): number {
  const hours = time.intervals(now - 28 * DAY, now);
  const days = new Set(hours.map(([start]) => Math.floor((start + offsets(start)) / DAY)));
  return days.size === 0 ? DAY : hours.reduce((sum, [start, end]) => sum + end - start, 0) / days.size;
}
