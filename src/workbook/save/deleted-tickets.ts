import { shown } from "../../domain/ticket/content.ts";
import type { DeskWorkbook } from "./desk-workbook.ts";

const TICKETS_AT_MOST = 40;

export interface DeletedTicket {
  readonly ticketId: string;
  readonly subject: string;
  readonly requester: string;
  readonly deletedAt: number;
  readonly deletedBy: string;
}

/** The tickets that were deleted last and have not come back, newest first. */
export function deletedTickets(workbook: DeskWorkbook): DeletedTicket[] {
  const ids = workbook.history.idsOf("deleted").slice(0, TICKETS_AT_MOST);
  return ids.flatMap((id) => {
    const state = workbook.known.fromHistory(id);
    if (!state?.deletedAt) return [];
    const { fields, deletedAt, updatedBy: deletedBy } = state;
    return [
      { ticketId: id, subject: shown(fields["subject"]), requester: shown(fields["requester"]), deletedAt, deletedBy },
    ];
  });
}
