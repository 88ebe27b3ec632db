import type { Metric } from "../sla/policy.ts";
import { type Figure, shareOf } from "./figure.ts";
import type { JudgedClock } from "./report-ticket.ts";

/** Decided clocks, divided once: every share of attainment is a sum over some of the parts. */
export type Verdicts = Readonly<Record<Metric, { readonly vip: Part; readonly other: Part }>>;

export interface Part {
  readonly met: JudgedClock[];
  readonly breached: JudgedClock[];
}

export type Attainment = Readonly<Record<Metric | "all", Figure>>;

export function noVerdicts(): Verdicts {
  const part = (): Part => ({ met: [], breached: [] });
  const both = (): Verdicts[Metric] => ({ vip: part(), other: part() });
  return { firstResponse: both(), nextResponse: both(), resolution: both() };
}

export function addVerdict(verdicts: Verdicts, clock: JudgedClock): void {
  const { vip, other } = verdicts[clock.metric];
  const { met, breached } = clock.isVip ? vip : other;
  (clock.state === "met" ? met : breached).push(clock);
}

export function partsOf(verdicts: Verdicts, who: readonly ("vip" | "other")[] = ["vip", "other"]): Part[] {
  const { firstResponse, nextResponse, resolution } = verdicts;
  return [firstResponse, nextResponse, resolution].flatMap((both) => who.map((one) => both[one]));
}

export function breachedOf(parts: readonly Part[]): JudgedClock[] {
  return new Array<JudgedClock>().concat(...parts.map(({ breached }) => breached));
}

/** The share of met clocks in all that were decided. */
export function attainmentOf(verdicts: Verdicts, who: readonly ("vip" | "other")[] = ["vip", "other"]): Attainment {
  const of = (parts: readonly Part[]): Figure =>
    shareOf(
      parts.map(({ met }) => met),
      parts.map(({ breached }) => breached),
    );
  const by = (metric: Metric): Figure => of(who.map((one) => verdicts[metric][one]));
  return {
    all: of(partsOf(verdicts, who)),
    firstResponse: by("firstResponse"),
    nextResponse: by("nextResponse"),
    resolution: by("resolution"),
  };
}
