import type { TicketEvent } from "../history/event.ts";
import type { Role, TicketState } from "../ticket/ticket.ts";

/** What a report asks of a ticket's events that no clock remembers; a row keeps it. */
export type Counts = readonly [
  /** Public, by people of the desk; calls too. */
  replies: number,
  /** From one person to another; the first assignment is none. */
  reassignments: number,
  /** Moves from one queue to another. */
  escalations: number,
  /** Events by people of the desk. */
  touches: number,
  /** Of these, written down more than a minute after they happened. */
  lateLogged: number,
  /** The last of them, epoch ms; 0 for none. */
  touchedAt: number,
];

const NOTHING: Counts = [0, 0, 0, 0, 0, 0];
const LATE_MS = 60_000;
/** Whoever works in the sheet works for the desk, entered in People or not. */
const BY_DESK: ReadonlySet<Role> = new Set<Role>(["agent", "lead", "editor"]);

/** The counts after one more event; undefined for a ticket whose earlier events were not counted. */
export function countsAfter(before: TicketState | undefined, event: TicketEvent): Counts | undefined {
  const counts = before ? before.counts : NOTHING;
  const isByDesk = BY_DESK.has(event.role);
  if (!counts) return undefined;
  const [replies, reassignments, escalations, touches, lateLogged, touchedAt] = counts;
  const isReply = event.type === "reply" || event.type === "call";
  const isLate = isByDesk && event.recordedAt - event.occurredAt > LATE_MS;
  return [
    replies + Number(isReply),
    reassignments + Number(isMoved("assignee", before, event)),
    escalations + Number(isMoved("queue", before, event)),
    touches + Number(isByDesk),
    lateLogged + Number(isLate),
    isByDesk ? Math.max(touchedAt, event.occurredAt) : touchedAt,
  ];
}

/** Whether a field that held something now holds something else. */
function isMoved(key: string, before: TicketState | undefined, { set }: TicketEvent): boolean {
  const [from = "", to = ""] = [before?.fields[key], set[key]];
  return from !== "" && to !== "" && from !== to;
}
