import type { Start, ViewName } from "./api.ts";
import type { DeskClock } from "./desk-clock.ts";

/** What every view gets. */
export interface DeskView {
  start: Start;
  clock: DeskClock;
  /** The name of an agent or a person, where the address is known; else what was given. */
  nameOf: (email: string) => string;
  go: (view: ViewName) => void;
  /** Shows a ticket by its number, whatever row is selected; in the view "ticket" unless another is named. */
  openTicket: (ticketId: string, view?: ViewName) => void;
}
