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
