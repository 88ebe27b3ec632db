import type { Start, ViewName } from "./api.ts";
import type { DeskClock } from "./desk-clock.ts";

/** What every view gets. */
export interface DeskView {
  start: Start;
  clock: DeskClock;
  go: (view: ViewName) => void;
  /** Shows a ticket by its number, whatever row is selected. */
  openTicket: (ticketId: string) => void;
}
