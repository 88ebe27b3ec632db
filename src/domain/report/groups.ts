import type { JudgedClock } from "./report-ticket.ts";
import { type Attainment, attainmentOf, type Verdicts, verdictsOf } from "./verdicts.ts";

export interface GroupRow {
  readonly group: string;
  readonly attainment: Attainment;
}

/** Attainment of VIPs beside that of everybody else, whom a fast track must not starve. */
export function vipTable(verdicts: Verdicts): GroupRow[] {
  return [
    { group: "VIP", attainment: attainmentOf(verdicts, ["vip"]) },
    { group: "Everybody else", attainment: attainmentOf(verdicts, ["other"]) },
  ];
}

/** Attainment by priority, of the clocks decided in a span; the priorities named come first. */
export function priorityTable(decided: readonly JudgedClock[], priorities: readonly string[]): GroupRow[] {
  const groups = new Map<string, JudgedClock[]>(priorities.map((priority) => [priority, []]));
  for (const one of decided) {
    const group = groups.get(one.ticket.priority);
    if (group) group.push(one);
    else groups.set(one.ticket.priority, [one]);
  }
  return [...groups].map(([group, clocks]) => ({ group, attainment: attainmentOf(verdictsOf(clocks)) }));
}

/** How many clocks were decided, and of these met. */
export interface Tally {
  readonly n: number;
  readonly met: number;
}

/** Clocks decided in a span, by priority. */
export function priorityTallies(decided: readonly JudgedClock[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, { n: number; met: number }>();
  for (const { ticket, state } of decided) {
    const tally = tallies.get(ticket.priority) ?? { n: 0, met: 0 };
    tally.n++;
    if (state === "met") tally.met++;
    tallies.set(ticket.priority, tally);
  }
  return tallies;
}
