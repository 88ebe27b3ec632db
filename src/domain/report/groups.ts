import type { Metric } from "../sla/policy.ts";
import type { Measure } from "./figure.ts";
import type { JudgedClock } from "./report-ticket.ts";
import { attainmentOf, type Verdicts } from "./verdicts.ts";

export type Shares = Readonly<Record<Metric | "all", Measure>>;

export interface GroupRow {
  readonly group: string;
  readonly attainment: Shares;
}

/** How many clocks were decided, and of these met. */
export interface Tally {
  n: number;
  met: number;
}

export type Tallies = Readonly<Record<Metric, Tally>>;

const noTally = (): Tally => ({ n: 0, met: 0 });
export const noTallies = (): Tallies => ({
  firstResponse: noTally(),
  nextResponse: noTally(),
  resolution: noTally(),
});

export function addTo(tally: Tally, { state }: JudgedClock): void {
  tally.n++;
  if (state === "met") tally.met++;
}

/** The tally of a key, made where there is none. */
export function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? noTally();
  if (found.n === 0) tallies.set(key, found);
  return found;
}

/** The shares of met clocks in all that were decided. */
export function sharesOf({ firstResponse, nextResponse, resolution }: Tallies): Shares {
  const of = (...tallies: readonly Tally[]): Measure => {
    const [n, met] = [sum(tallies.map((tally) => tally.n)), sum(tallies.map((tally) => tally.met))];
    return { value: n === 0 ? null : met / n, n };
  };
  return {
    all: of(firstResponse, nextResponse, resolution),
    ...{ firstResponse: of(firstResponse), nextResponse: of(nextResponse), resolution: of(resolution) },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Attainment of VIPs beside that of everybody else, whom a fast track must not starve. */
export function vipTable(verdicts: Verdicts): GroupRow[] {
  return [
    { group: "VIP", attainment: attainmentOf(verdicts, ["vip"]) },
    { group: "Everybody else", attainment: attainmentOf(verdicts, ["other"]) },
  ];
}

/** Attainment by priority, of the clocks decided in a span; the priorities named come first. */
export function priorityTable(decided: readonly JudgedClock[], priorities: readonly string[]): GroupRow[] {
  const groups = new Map<string, Tallies>(priorities.map((priority) => [priority, noTallies()]));
  for (const clock of decided) {
    const { priority } = clock.ticket;
    const tallies = groups.get(priority) ?? noTallies();
    addTo(tallies[clock.metric], clock);
    groups.set(priority, tallies);
  }
  return [...groups].map(([group, tallies]) => ({ group, attainment: sharesOf(tallies) }));
}
