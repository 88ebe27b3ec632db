import { isSameAddress } from "../domain/roles/standing.ts";
import { Problem } from "../domain/problem.ts";
import type { Ask, NewTicket, SaidToSave, TicketShown, TicketUpdate, TimelineEntry } from "../sidebar/api.ts";
import type { Caller } from "./front-door.ts";

/** How a ticket came that somebody logged for themselves in the sidebar. */
const OWN_CHANNEL = "portal";

/** What somebody who is no agent reports: for themselves, of now, and without an agent's word. */
export function ownReport(asked: Ask<"sidebarLogTicket">, { email }: Pick<Caller, "email">): NewTicket {
  const { requestId, subject, description, category, requester, requesterName } = asked;
  if (requester.trim() !== "" && !isSameAddress(requester, email))
    throw agentsOnly("log a ticket for somebody else", "requester");
  if (asked.loggedOnBehalfOf.trim() !== "") throw agentsOnly("log a ticket for somebody else", "loggedOnBehalfOf");
  if (asked.priority !== "") throw agentsOnly("set the priority: say in the description why it is urgent", "priority");
  if (asked.happenedAt !== undefined) throw agentsOnly("log something as of another time", "happenedAt");
  return {
    ...{ requestId, subject, description, category, requester: email, requesterName },
    ...{ priority: "", channel: OWN_CHANNEL, loggedOnBehalfOf: "", answeredLive: false },
  };
}

/** Refuses all but words of the requester's own, said now. */
export function checkOwnUpdate({
  changes,
  said,
}: Pick<TicketUpdate, "changes"> & { said: SaidToSave | undefined }): void {
  const [field] = Object.keys(changes);
  if (field !== undefined) throw agentsOnly("change a ticket: write what you need instead", field);
  if (said && said.kind !== "inbound") throw agentsOnly("write notes, replies and calls", "said");
  if (said?.happenedAt !== undefined) throw agentsOnly("write something down as of another time", "happenedAt");
}

export const isOwn = ({ requester }: Pick<TicketShown, "requester">, { email }: Pick<Caller, "email">): boolean =>
  isSameAddress(requester, email);

export const noneOfYours = (ticketId: string): Problem =>
  new Problem(
    "not-found",
    `You have no ticket ${ticketId}: here you see the tickets that you have asked for yourself.`,
  );

/** Without what only colleagues may know: notes, who changed what, deadlines and why. */
export function publicPartOf(ticket: TicketShown): TicketShown {
  const timeline = ticket.timeline.filter(isPublic);
  const last = timeline[timeline.length - 1];
  return {
    ...ticket,
    ...{ isVip: false, tags: "", loggedOnBehalfOf: "", verdict: "–", deadlines: [], timeline },
    updatedAt: last?.at ?? ticket.createdAt,
    updatedBy: last?.actor ?? "",
  };
}

const isPublic = ({ kind, what }: TimelineEntry): boolean =>
  kind === undefined ? what === "Created" : kind !== "note";

const agentsOnly = (what: string, field: string): Problem =>
  new Problem("not-allowed", `Only agents may ${what}.`, field);
