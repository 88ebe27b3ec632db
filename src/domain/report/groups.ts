import { METRICS, type Metric } from "../sla/policy.ts";
import { decidedIn, isMet } from "./attainment.ts";
import type { JudgedClock } from "./facts.ts";
import { type Figure, share } from "./figure.ts";
import type { Span } from "./period.ts";

export interface GroupRow {
  readonly group: string;
  readonly attainment: Readonly<Record<Metric | "all", Figure>>;
}

/** Attainment of VIPs beside that of everybody else, who a fast track must not starve. */
export function vipTable(clocks: readonly JudgedClock[], span: Span): GroupRow[] {
  const decided = decidedIn(clocks, span);
  return [
    groupRow(
      "VIP",
      decided.filter(({ isVip }) => isVip),
    ),
    groupRow(
      "Everybody else",
      decided.filter(({ isVip }) => !isVip),
    ),
  ];
}

/** Attainment by priority; the priorities named come first. */
export function priorityTable(clocks: readonly JudgedClock[], span: Span, priorities: readonly string[]): GroupRow[] {
  const decided = decidedIn(clocks, span);
  const all = new Set([...priorities, ...decided.map(({ ticket }) => ticket.priority)]);
  return [...all].map((priority) =>
    groupRow(
      priority,
      decided.filter(({ ticket }) => ticket.priority === priority),
    ),
  );
}

function groupRow(group: string, decided: readonly JudgedClock[]): GroupRow {
  const of = (metric: Metric): Figure =>
    share(
      decided.filter((one) => one.metric === metric),
      isMet,
    );
  const [firstResponse, nextResponse, resolution] = [of(METRICS[0]), of(METRICS[1]), of(METRICS[2])];
  return { group, attainment: { all: share(decided, isMet), firstResponse, nextResponse, resolution } };
}
