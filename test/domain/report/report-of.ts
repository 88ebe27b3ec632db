import type { Counts } from "../../../src/domain/deadline/counts.ts";
import { type Report, type ReportRequest, reportOf } from "../../../src/domain/report/report.ts";
import { ticketReader } from "../../../src/domain/report/judge.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

type Lines = Parameters<typeof foldLines>[0];

/** A ticket opened on a day of the desk's week, what happened to it then, and what its fields say. */
export function aTicket(
  id: string,
  when: string,
  later: Lines,
  { vip = false, ...more }: { vip?: boolean; priority?: string; category?: string; assignee?: string } = {},
): TicketState {
  const fields = { priority: "Medium", channel: "mail", ...more };
  const clocks = foldLines([...opened(when, fields.priority, { vip }), ...later]);
  const counts: Counts = [1, 0, 0, 2, 0, at(when)];
  const about = { id, seq: clocks.seq, createdAt: at(when), updatedAt: at(when), updatedBy: "ann@example.com" };
  return { ...about, fields, clocks, counts };
}

/** A report of tickets; of the last four weeks in UTC where nothing else is said. */
export function report(states: readonly TicketState[], now: number, more: Partial<ReportRequest> = {}): Report {
  return reportOf({
    tickets: states.map(ticketReader(now, more.calendars ?? rules.calendarOf)),
    ...{ now, offsets: () => 0, calendars: rules.calendarOf, staffing: rules.calendarOf("office") },
    ...{ period: { kind: "weeks", count: 4 }, filters: {}, isWithAgents: true, priorities: ["High", "Medium", "Low"] },
    numbers: { prefix: "T-", lastNumber: states.length, goneBy: () => undefined },
    ...more,
  });
}
