import { Problem } from "../domain/problem.ts";
import { type Fields, sameContent, shown } from "../domain/ticket/content.ts";
import type { AnswerTo, Ask, SaidToSave, TicketShown } from "../sidebar/api.ts";
import { SOMEBODY } from "../domain/ticket/ticket.ts";
import { type Desk, RowsMoved, type TicketRow } from "../use-cases/desk.ts";
import { logTicket } from "../use-cases/log-ticket.ts";
import { recordEdits } from "../use-cases/record-edits.ts";
import { restoreTicket } from "../use-cases/restore-ticket.ts";
import { type Said, updateTicket } from "../use-cases/update-ticket.ts";
import type { DeskWorkbook } from "../workbook/save/desk-workbook.ts";
import { selectedRow } from "../workbook/selection.ts";
import type { Caller } from "./front-door.ts";
import { checkOwnUpdate, isOwn, noneOfYours, ownReport, publicPartOf } from "./own-tickets.ts";
import type { Sidebar } from "./sidebar-answer.ts";
import { ticketShown } from "./ticket-shown.ts";
import { textsChanged, textsLogged } from "./texts-asked.ts";
import { lookAtDesk } from "./with-desk.ts";

export function sidebarLogTicket(
  asked: Ask<"sidebarLogTicket">,
  { desk, workbook, caller }: Sidebar,
): AnswerTo<"sidebarLogTicket"> {
  const question = caller.isOwnOnly ? ownReport(asked, caller) : asked;
  const { requestId, happenedAt, lateReason = "", loggedOnBehalfOf, answeredLive } = question;
  const fields: Fields = { status: desk.settings.statuses[0]?.name ?? "New", ...textsLogged(question) };
  const about = { requestId, onBehalfOf: loggedOnBehalfOf, isAnsweredLive: answeredLive };
  const { ticketId } = logTicket(desk, { fields, happenedAt, lateReason, ...about });
  return { ticketId, row: workbook.rowWritten(ticketId) };
}

/** The ticket whose row is selected on Tickets; null where none is. */
export function sidebarSelected(_: Ask<"sidebarSelected">, caller: Caller): AnswerTo<"sidebarSelected"> {
  return lookAtDesk(caller.memory, (desk, workbook) => {
    const rowNumber = selectedRow(workbook.tickets.sheet);
    const ticket = rowNumber === undefined ? null : showRow(desk, workbook, rowNumber);
    if (!ticket || !caller.isOwnOnly) return ticket;
    return isOwn(ticket, caller) ? publicPartOf(ticket) : null;
  });
}

export function sidebarTicket({ ticketId }: Ask<"sidebarTicket">, caller: Caller): AnswerTo<"sidebarTicket"> {
  return lookAtDesk(caller.memory, (desk, workbook) => {
    checkOwn(workbook, ticketId, caller);
    return shownTo(caller, showTicket(desk, workbook, ticketId));
  });
}

export function sidebarUpdateTicket(
  { ticketId, changes, seen = {}, said, requestId }: Ask<"sidebarUpdateTicket">,
  { desk, workbook, caller }: Sidebar,
): AnswerTo<"sidebarUpdateTicket"> {
  if (caller.isOwnOnly) checkOwnUpdate({ changes, said });
  checkOwn(workbook, ticketId, caller);
  const fields = textsChanged(changes);
  let row = readTicket(workbook, ticketId);
  // What somebody typed into these cells and no run has recorded comes first: it would be written over unrecorded.
  const own = Object.keys(fields).filter(
    (key) => row.saved && !sameContent(row.saved.state.fields[key], row.fields[key]),
  );
  if (own.length > 0 && row.saved && !desk.tickets.ticketOfRequest(requestId)) {
    recordEdits({ ...desk, author: SOMEBODY }, [row], { isTheirs: (_row, key) => own.includes(key) });
    row = readTicket(workbook, ticketId);
  }
  updateTicket(desk, row, {
    fields,
    said: said && saidAs(said),
    seen: textsChanged(seen),
    requestId,
  });
  return shownTo(caller, showTicket(desk, workbook, ticketId));
}

export function sidebarRestore(
  { requestId, ticketId }: Ask<"sidebarRestore">,
  { desk, workbook }: Sidebar,
): AnswerTo<"sidebarRestore"> {
  restoreTicket(desk, ticketId, requestId);
  return { ticketId, row: workbook.rowWritten(ticketId) };
}

const saidAs = ({ kind, text, happenedAt, lateReason = "" }: SaidToSave): Said => ({
  kind,
  text,
  happenedAt,
  lateReason,
});

const shownTo = ({ isOwnOnly }: Caller, ticket: TicketShown): TicketShown =>
  isOwnOnly ? publicPartOf(ticket) : ticket;

/** Whoever may see their own tickets only is told the same of another's ticket and of one that doesn't exist. */
function checkOwn(workbook: DeskWorkbook, ticketId: string, caller: Caller): void {
  if (!caller.isOwnOnly) return;
  const [rowNumber] = workbook.known.rowsShowing(ticketId);
  const [row] = rowNumber === undefined ? [] : workbook.read(spanOf(rowNumber));
  if (!row || !isOwn({ requester: shown(row.fields["requester"]) }, caller)) throw noneOfYours(ticketId);
}

function showTicket(desk: Desk, workbook: DeskWorkbook, ticketId: string): TicketShown {
  const at = workbook.rowWritten(ticketId);
  if (at === 0) throw notThere(ticketId);
  const ticket = showRow(desk, workbook, at);
  if (ticket?.ticketId === ticketId) return ticket;
  const [found] = workbook.tickets.rowsShowing(ticketId); // it was moved since
  if (found === undefined) throw notThere(ticketId);
  const again = showRow(desk, workbook, found);
  if (again?.ticketId !== ticketId) throw new RowsMoved();
  return again;
}

function showRow({ settings }: Desk, workbook: DeskWorkbook, rowNumber: number): TicketShown | null {
  const [row] = workbook.read(spanOf(rowNumber));
  workbook.proveColumns(); // else it might show one field as another
  if (!row?.saved) return null;
  return ticketShown(row, workbook.history.eventsOf(row.saved.state.id), {
    settings,
    headerOf: (key) => workbook.tickets.layout.headerOf(key),
    view: workbook.view,
  });
}

/** The row of a ticket; throws a Problem where it has none. A row that shows another ticket by now was moved since it was found. */
export function readTicket(workbook: DeskWorkbook, ticketId: string): TicketRow {
  const [row] = workbook.read(spanOf(rowOf(workbook, ticketId)));
  if (row?.typedId !== ticketId) throw new RowsMoved();
  if (row.saved) return row;
  const state = workbook.known.fromHistory(ticketId); // its saved self was wiped, or written elsewhere while columns moved
  return state && !state.deletedAt ? { ...row, saved: { state, row: row.rowNumber }, isBehind: true } : row;
}

function rowOf(workbook: DeskWorkbook, ticketId: string): number {
  const [row] = workbook.known.rowsShowing(ticketId);
  if (row === undefined) throw notThere(ticketId);
  return row;
}

const spanOf = (rowNumber: number) => ({ first: rowNumber, last: rowNumber });

const notThere = (ticketId: string): Problem =>
  new Problem(
    "not-found",
    `${ticketId || "A ticket without a number"} has no row in Tickets. If it was deleted, you can restore it under Deleted.`,
  );
