import { elapsed, stoppedIn } from "./durations.ts";
import type { TicketFacts } from "./facts.ts";
import { type Figure, figure, quantile, share } from "./figure.ts";
import { isFixed } from "./fixing.ts";
import { isWithin, type Span } from "./period.ts";

/** Fewer solved tickets say nothing about a person: no rank. */
const ENOUGH = 20;

export interface AgentRow {
  readonly assignee: string;
  readonly solved: number;
  readonly fixRate: Figure;
  readonly reopenings: number;
  readonly resolutionMedian: Figure;
  readonly lateLogged: Figure;
  /** By fix rate among those with enough tickets; null for the others. */
  readonly rank: number | null;
}

/** What was solved in a span by whom the tickets are assigned to: the ranked first, then the others by name. */
export function agentTable(facts: readonly TicketFacts[], span: Span): AgentRow[] {
  const groups = new Map<string, TicketFacts[]>();
  for (const one of facts) {
    const { assignee } = one.ticket;
    if (!assignee || !one.solvings.some(({ at }) => isWithin(at, span))) continue;
    const group = groups.get(assignee) ?? [];
    group.push(one);
    groups.set(assignee, group);
  }
  const rows = [...groups].map(([assignee, solved]) => agentRow(assignee, solved, span)).sort(compareNames);
  const ranked = rows.filter(({ solved }) => solved >= ENOUGH).sort((one, other) => rateOf(other) - rateOf(one));
  const others = rows.filter(({ solved }) => solved < ENOUGH);
  const rankOf = (row: AgentRow): number => 1 + ranked.findIndex((other) => rateOf(other) === rateOf(row));
  return [...ranked.map((row) => ({ ...row, rank: rankOf(row) })), ...others];
}

const rateOf = ({ fixRate }: AgentRow): number => fixRate.value ?? 0;
const compareNames = (one: AgentRow, other: AgentRow): number => (one.assignee < other.assignee ? -1 : 1);

function agentRow(assignee: string, solved: readonly TicketFacts[], span: Span): AgentRow {
  const resolutions = solved.flatMap(({ resolution }) => (resolution ? [resolution] : []));
  const sum = (index: 3 | 4): number => solved.reduce((total, { ticket }) => total + (ticket.counts?.[index] ?? 0), 0);
  const touches = sum(3);
  return {
    assignee,
    solved: solved.length,
    fixRate: share(solved, isFixed),
    reopenings: solved.reduce((total, { solvings }) => total + solvings.filter(wasReopenedIn(span)).length, 0),
    resolutionMedian: quantile(stoppedIn(resolutions, span), 0.5, elapsed),
    lateLogged: figure(touches > 0 ? solved : [], () => sum(4) / touches),
    rank: null,
  };
}

const wasReopenedIn =
  (span: Span) =>
  ({ reopenedAt }: TicketFacts["solvings"][number]): boolean =>
    isWithin(reopenedAt, span);
