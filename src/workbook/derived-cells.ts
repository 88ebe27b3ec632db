import type { TicketState } from "../domain/ticket/ticket.ts";
import type { Cell } from "./cell.ts";
import { guarded } from "./guard.ts";

/** The visible cells that the desk alone writes, by column key: what a ticket shows of itself. */
export function derivedCell(key: string, state: TicketState): Cell {
  switch (key) {
    case "created":
      return new Date(state.createdAt);
    case "resolved":
      return dateOrBlank(state.resolvedAt);
    case "closed":
      return dateOrBlank(state.closedAt);
    case "updated":
      return new Date(state.updatedAt);
    case "updatedBy":
      return guarded(state.updatedBy);
    default:
      return "";
  }
}

const dateOrBlank = (instant: number | undefined): Cell => (instant === undefined ? "" : new Date(instant));
