import { DAY } from "../calendar/local-time.ts";
import { decidedIn, isMet } from "./attainment.ts";
import type { TicketFacts } from "./facts.ts";
import { type Figure, figure, share } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";

/** A solving that is undone within so many days did not fix the issue; until they have passed nobody knows. */
export const PROVISIONAL_DAYS = 14;

/** Solved, and none of its solvings undone within 14 days. */
export function isFixed({ solvings }: TicketFacts): boolean {
  return solvings[solvings.length - 1]?.reopenedAt === null && !solvings.some(isUndone);
}

function isUndone({ at, reopenedAt }: TicketFacts["solvings"][number]): boolean {
  return reopenedAt !== null && reopenedAt - at <= PROVISIONAL_DAYS * DAY;
}

/** How well what was solved in a span stays solved. */
export function fixing(facts: readonly TicketFacts[], span: Span, now: number) {
  const isInSpan = (at: number | undefined): boolean => isWithin(at ?? null, span);
  const firstSolved = facts.filter(({ solvings }) => isInSpan(solvings[0]?.at));
  const solved = facts.filter(({ solvings }) => solvings.some(({ at }) => isInSpan(at)));
  const isFresh = ({ solvings }: TicketFacts): boolean => now - (solvings[0]?.at ?? now) < PROVISIONAL_DAYS * DAY;
  return {
    reopenRate: share(firstSolved, ({ solvings }) => solvings.slice(0, 1).some(isUndone)),
    /** First solved so lately that they may still come back. */
    provisional: share(firstSolved, isFresh),
    fixRate: share(solved, isFixed),
    oneTouch: share(
      solved.filter(({ ticket }) => ticket.counts),
      (one) => isFixed(one) && (one.ticket.counts?.[0] ?? 0) <= 1 && one.ticket.counts?.[1] === 0,
    ),
    quality: quality(facts, span),
  };
}

/** The headline: resolutions that were in time and stayed fixed, of all decided. */
function quality(facts: readonly TicketFacts[], span: Span): Figure {
  const decided = facts.filter(({ resolution }) => resolution && decidedIn([resolution], span).length > 0);
  return share(decided, (one) => one.resolution !== undefined && isMet(one.resolution) && isFixed(one));
}

/** Work on the tickets solved in a span, per ticket; tickets of before the counting are left out. */
export function work(facts: readonly TicketFacts[], span: Span) {
  const solved = facts.filter(({ ticket, solvings }) => ticket.counts && solvings.some(({ at }) => isWithin(at, span)));
  const sum = (index: 0 | 1 | 2 | 3 | 4): number =>
    solved.reduce((total, { ticket }) => total + (ticket.counts?.[index] ?? 0), 0);
  const touches = sum(3);
  return {
    touchesEach: figure(solved, () => touches / solved.length),
    reassignmentsEach: figure(solved, () => sum(1) / solved.length),
    escalationsEach: figure(solved, () => sum(2) / solved.length),
    lateLogged: figure(touches > 0 ? solved : [], () => sum(4) / touches),
  };
}
