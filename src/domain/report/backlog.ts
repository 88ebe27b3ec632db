import { DAY } from "../calendar/local-time.ts";
import type { TicketFacts } from "./facts.ts";
import { count, quantile } from "./figure.ts";
import { isSolvedAt } from "./solvings.ts";

/** Upper ends in days, the last without one. */
const AGES = [1, 3, 7, 14, 30, Infinity] as const;
export const AGE_NAMES = ["0–1", "1–3", "3–7", "7–14", "14–30", "> 30"] as const;

/** Tickets that had come and were not solved at an instant. */
export function openAt(facts: readonly TicketFacts[], at: number): TicketFacts[] {
  return facts.filter(({ ticket, solvings }) => ticket.createdAt <= at && !isSolvedAt(solvings, at));
}

export function backlog(facts: readonly TicketFacts[], at: number) {
  const open = openAt(facts, at);
  const age = ({ ticket }: TicketFacts): number => at - ticket.createdAt;
  return { backlog: count(open), backlogAgeMedian: quantile(open, 0.5, age), backlogAgeP90: quantile(open, 0.9, age) };
}

export interface AgeRow {
  readonly priority: string;
  /** Open tickets by age, in the order of `AGE_NAMES`. */
  readonly byAge: readonly number[];
}

/** Open tickets by wall-clock age; the priorities named come first, and are there even without a ticket. */
export function ageTable(facts: readonly TicketFacts[], at: number, priorities: readonly string[]): AgeRow[] {
  const rows = new Map(priorities.map((priority) => [priority, AGES.map(() => 0)]));
  for (const { ticket } of openAt(facts, at)) {
    const row = rows.get(ticket.priority) ?? AGES.map(() => 0);
    const bucket = AGES.findIndex((days) => at - ticket.createdAt < days * DAY);
    row[bucket] = (row[bucket] ?? 0) + 1;
    rows.set(ticket.priority, row);
  }
  return [...rows].map(([priority, byAge]) => ({ priority, byAge }));
}
