import { elapsed, stoppedIn } from "./durations.ts";
import { type Figure, figure, share, Sorted } from "./figure.ts";
import { isSolvedIn } from "./fixing.ts";
import { isWithin, type Span } from "./period.ts";
import { type ReportTicket, resolutionOf } from "./report-ticket.ts";
import { workOn } from "./work.ts";

/** Fewer solved tickets say nothing about a person: no rank. */
const ENOUGH = 20;

export interface AgentRow {
  readonly assignee: string;
  readonly solved: number;
  readonly fixRate: Figure;
  readonly reopenings: number;
  readonly resolutionMedian: Figure;
  /** Share of late ones in all that people of the desk wrote down. */
  readonly lateLogged: Figure;
  /** By fix rate among those with enough tickets; null for the others. */
  readonly rank: number | null;
}

/** What was solved in a span by whom the tickets are assigned to: the ranked first, then the others by name. */
export function agentTable(tickets: readonly ReportTicket[], span: Span): AgentRow[] {
  const groups = new Map<string, ReportTicket[]>();
  for (const ticket of tickets) {
    if (!ticket.assignee || !isSolvedIn(ticket, span)) continue;
    const group = groups.get(ticket.assignee);
    if (group) group.push(ticket);
    else groups.set(ticket.assignee, [ticket]);
  }
  const rows = [...groups].map(([assignee, solved]) => agentRow(assignee, solved, span)).sort(compareNames);
  const ranked = rows.filter(({ solved }) => solved >= ENOUGH).sort((one, other) => rateOf(other) - rateOf(one));
  const others = rows.filter(({ solved }) => solved < ENOUGH);
  const rankOf = (row: AgentRow): number => 1 + ranked.findIndex((other) => rateOf(other) === rateOf(row));
  return [...ranked.map((row) => ({ ...row, rank: rankOf(row) })), ...others];
}

const rateOf = ({ fixRate }: AgentRow): number => fixRate.value ?? 0;
const compareNames = (one: AgentRow, other: AgentRow): number => (one.assignee < other.assignee ? -1 : 1);

function agentRow(assignee: string, solved: readonly ReportTicket[], span: Span): AgentRow {
  const resolutions = solved.flatMap((ticket) => resolutionOf(ticket) ?? []);
  const work = workOn(solved);
  return {
    assignee,
    solved: solved.length,
    fixRate: share(solved, ({ isFixed }) => isFixed),
    reopenings: solved.reduce(
      (sum, { solvings }) => sum + solvings.filter((one) => isWithin(one.reopenedAt, span)).length,
      0,
    ),
    resolutionMedian: new Sorted(stoppedIn(resolutions, span), elapsed).quantile(0.5),
    lateLogged: figure(work.touches > 0 ? solved : [], () => work.lateLogged / work.touches),
    rank: null,
  };
}
