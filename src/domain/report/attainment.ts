import type { Metric } from "../sla/policy.ts";
import type { JudgedClock } from "./facts.ts";
import { type Figure, figure, share } from "./figure.ts";
import { isWithin, type Span } from "./period.ts";

export const isMet = ({ state }: JudgedClock): boolean => state === "met";

export function decidedIn(clocks: readonly JudgedClock[], span: Span, metric?: Metric): JudgedClock[] {
  return clocks.filter((one) => isWithin(one.decidedAt, span) && (metric === undefined || one.metric === metric));
}

/** How many of the clocks decided in a span were met: a breach counts at once, while its ticket is still open. */
export function attainment(clocks: readonly JudgedClock[], span: Span) {
  const decided = decidedIn(clocks, span);
  const of = (metric: Metric): Figure =>
    share(
      decided.filter((one) => one.metric === metric),
      isMet,
    );
  const overridden = decided.filter(({ ticket }) => (ticket.clocks?.overrides ?? 0) > 0);
  const byTicket = new Map(overridden.map((one) => [one.ticket.id, one.ticket.clocks?.overrides ?? 0]));
  return {
    attainment: share(decided, isMet),
    firstResponseAttainment: of("firstResponse"),
    nextResponseAttainment: of("nextResponse"),
    resolutionAttainment: of("resolution"),
    ...vipAttainment(decided),
    /** Words of leads on the tickets above. */
    overrides: {
      ...figure(overridden, () => [...byTicket.values()].reduce((sum, one) => sum + one, 0)),
      n: byTicket.size,
    },
    breachedByChange: share(
      decided.filter(({ state }) => state === "breached"),
      ({ clock }) => clock.breachedByChange === true,
    ),
  };
}

function vipAttainment(decided: readonly JudgedClock[]) {
  const vips = decided.filter(({ isVip }) => isVip);
  const others = decided.filter(({ isVip }) => !isVip);
  const [vip, other] = [share(vips, isMet), share(others, isMet)];
  const isBoth = vip.value !== null && other.value !== null;
  return {
    vipAttainment: vip,
    otherAttainment: other,
    vipAdvantage: figure(isBoth ? vips : [], () => (vip.value ?? 0) - (other.value ?? 0)),
  };
}
