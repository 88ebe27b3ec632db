import type { Counts } from "../../../src/domain/deadline/counts.ts";
import { type Report, type ReportRequest, reportOf } from "../../../src/domain/report/report.ts";
import type { ReportTicket } from "../../../src/domain/report/report-ticket.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

type Lines = Parameters<typeof foldLines>[0];

/** A ticket opened on a day of the desk's week, and what happened to it then. */
export function aTicket(id: string, when: string, later: Lines, more: Partial<ReportTicket> & { vip?: boolean } = {}) {
  const { vip = false, priority = "Medium", ...rest } = more;
  const counts: Counts = [1, 0, 0, 2, 0, at(when)];
  const ticket: ReportTicket = {
    ...{ id, createdAt: at(when), priority, queue: "", category: "", assignee: "", channel: "mail", counts },
    clocks: foldLines([...opened(when, priority, { vip }), ...later]),
    ...rest,
  };
  return ticket;
}

/** A report of tickets; of the last four weeks in UTC where nothing else is said. */
export function report(tickets: readonly ReportTicket[], now: number, more: Partial<ReportRequest> = {}): Report {
  return reportOf({
    ...{ tickets, now, offsets: () => 0, calendars: rules.calendarOf, staffing: rules.calendarOf("office") },
    ...{ period: { kind: "weeks", count: 4 }, filters: {}, priorities: ["High", "Medium", "Low"] },
    numbers: { lastNumber: tickets.length, gone: 0 },
    ...more,
  });
}
