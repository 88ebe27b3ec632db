import type { TicketEvent } from "../domain/history/event.ts";
import { HistorySheet } from "./history-sheet.ts";
import { type Memory, readHead } from "./memory.ts";
import { sheetOf } from "./save/open-desk.ts";

/** All events of one ticket, oldest first, without the lock and without opening the desk. */
export function eventsOfTicket(memory: Memory, ticketId: string): TicketEvent[] {
  return new HistorySheet(sheetOf(memory, "history", "History"), readHead(memory)?.room).eventsOf(ticketId);
}
