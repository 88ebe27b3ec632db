import { DAY } from "../calendar/local-time.ts";
import { count, Sorted } from "./figure.ts";
import type { ReportTicket } from "./report-ticket.ts";
import { isSolvedAt } from "./solvings.ts";

/** Upper ends in days, the last without one. */
const AGES = [1, 3, 7, 14, 30, Infinity] as const;
export const AGE_NAMES = ["0–1", "1–3", "3–7", "7–14", "14–30", "> 30"] as const;

/** Tickets that had come and were not solved at an instant. */
export function openAt(tickets: readonly ReportTicket[], at: number): ReportTicket[] {
  return tickets.filter(({ createdAt, solvings }) => createdAt <= at && !isSolvedAt(solvings, at));
}

export function backlog(tickets: readonly ReportTicket[], at: number) {
  const open = openAt(tickets, at);
  const age = new Sorted(open, ({ createdAt }) => at - createdAt);
  return { backlog: count(open), backlogAgeMedian: age.quantile(0.5), backlogAgeP90: age.quantile(0.9) };
}

export interface AgeRow {
  readonly priority: string;
  /** Open tickets by age, in the order of `AGE_NAMES`. */
  readonly byAge: readonly number[];
}

/** Open tickets by wall-clock age; the priorities named come first, and are there even without a ticket. */
export function ageTable(tickets: readonly ReportTicket[], at: number, priorities: readonly string[]): AgeRow[] {
  const rows = new Map(priorities.map((priority) => [priority, AGES.map(() => 0)]));
  for (const { priority, createdAt } of openAt(tickets, at)) {
    const row = rows.get(priority) ?? AGES.map(() => 0);
    const bucket = AGES.findIndex((days) => at - createdAt < days * DAY);
    row[bucket] = (row[bucket] ?? 0) + 1;
    rows.set(priority, row);
  }
  return [...rows].map(([priority, byAge]) => ({ priority, byAge }));
}
