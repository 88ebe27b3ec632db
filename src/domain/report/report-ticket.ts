import type { Counts } from "../deadline/counts.ts";
import type { Clocks } from "../sla/clocks.ts";

/** What a report knows of a ticket: its row's saved self and the columns that people filter by. Instants are epoch ms. */
export interface ReportTicket {
  readonly id: string;
  readonly createdAt: number;
  /** Of a row older than the clocks. */
  readonly resolvedAt?: number | undefined;
  readonly priority: string;
  readonly queue: string;
  readonly category: string;
  readonly assignee: string;
  readonly channel: string;
  /** None in a row older than them: then no clock applies. */
  readonly clocks?: Clocks | undefined;
  readonly counts?: Counts | undefined;
}

/** Which tickets a report is about; what is not said leaves all in. */
export interface Filters {
  readonly queue?: string | undefined;
  readonly category?: string | undefined;
  readonly assignee?: string | undefined;
  readonly isVip?: boolean | undefined;
}

export function isWanted(ticket: ReportTicket, { queue, category, assignee, isVip }: Filters): boolean {
  const isSame = (wanted: string | undefined, has: string): boolean => wanted === undefined || wanted === has;
  if (isVip !== undefined && isVip !== (ticket.clocks?.isVip ?? false)) return false;
  return isSame(queue, ticket.queue) && isSame(category, ticket.category) && isSame(assignee, ticket.assignee);
}
