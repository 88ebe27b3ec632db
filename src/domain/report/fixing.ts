import { DAY } from "../calendar/local-time.ts";
import { share } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";
import { type ReportTicket, resolutionOf } from "./report-ticket.ts";
import { isUndone, PROVISIONAL_DAYS } from "./solvings.ts";

export function isSolvedIn({ solvings }: ReportTicket, span: Span): boolean {
  for (const { at } of solvings) if (isWithin(at, span)) return true;
  return false;
}

/** How well what was solved in a span stays solved; quality, the headline, is in time and fixed, of all resolutions decided. */
export function fixing(tickets: readonly ReportTicket[], span: Span, now: number) {
  const firstSolved: ReportTicket[] = [];
  const solved: ReportTicket[] = [];
  const decided: ReportTicket[] = [];
  for (const ticket of tickets) {
    if (isWithin(ticket.solvings[0]?.at ?? null, span)) firstSolved.push(ticket);
    if (isSolvedIn(ticket, span)) solved.push(ticket);
    if (isWithin(resolutionOf(ticket)?.decidedAt ?? null, span)) decided.push(ticket);
  }
  return {
    reopenRate: share(firstSolved, ({ solvings: [first] }) => first !== undefined && isUndone(first)),
    /** First solved so lately that they may still come back. */
    provisional: share(firstSolved, ({ solvings }) => now - (solvings[0]?.at ?? now) < PROVISIONAL_DAYS * DAY),
    fixRate: share(solved, ({ isFixed }) => isFixed),
    oneTouch: share(
      solved.filter(({ counts }) => counts),
      ({ isFixed, counts }) => isFixed && (counts?.[0] ?? 0) <= 1 && counts?.[1] === 0,
    ),
    quality: share(decided, (ticket) => ticket.isFixed && resolutionOf(ticket)?.state === "met"),
  };
}
