import { type Figure, figure, share } from "./figure.ts";
import type { JudgedClock, ReportTicket } from "./report-ticket.ts";
import { attainmentOf, breachedOf, partsOf, type Verdicts } from "./verdicts.ts";

/** How many of the clocks decided in a span were met, who got what, and how far the number can be trusted. */
export function attainment(verdicts: Verdicts, excluded: readonly JudgedClock[]) {
  const { all, firstResponse, nextResponse, resolution } = attainmentOf(verdicts);
  const [vip, other] = [attainmentOf(verdicts, ["vip"]).all, attainmentOf(verdicts, ["other"]).all];
  const parts = partsOf(verdicts);
  const isComparable = vip.value !== null && other.value !== null;
  return {
    attainment: all,
    firstResponseAttainment: firstResponse,
    nextResponseAttainment: nextResponse,
    resolutionAttainment: resolution,
    vipAttainment: vip,
    otherAttainment: other,
    vipAdvantage: { ...all, value: isComparable ? (vip.value ?? 0) - (other.value ?? 0) : null, interval: null },
    overrides: overrides([...parts.flatMap(({ met, breached }) => [met, breached]), excluded]),
    breachedByChange: share(breachedOf(parts), ({ isBreachedByChange }) => isBreachedByChange),
  };
}

/** Words of leads on the tickets whose clocks were decided, or would have been. */
function overrides(groups: readonly (readonly JudgedClock[])[]): Figure {
  const tickets = new Set<ReportTicket>();
  for (const group of groups) for (const { ticket } of group) if (ticket.overrides > 0) tickets.add(ticket);
  return figure([...tickets], () => [...tickets].reduce((sum, ticket) => sum + ticket.overrides, 0));
}
