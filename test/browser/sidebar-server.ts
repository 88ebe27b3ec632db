import type { TicketShown } from "../../src/sidebar/api.ts";
import { aStart, aTicketShown, NOW_AT } from "../fixtures/sidebar.ts";
import { ok, type Server } from "./sidebar-page.ts";

const aDeletedTicket = {
  ticketId: "T-7",
  subject: "Old printer",
  requester: "tomas.lind@example.com",
  deletedAt: NOW_AT - 86_400_000,
  deletedBy: "noah.berg@example.com",
};

/** A desk that answers every question with something small. */
export function aServer(changes: Server = {}, ticket: TicketShown | null = aTicketShown()): Server {
  return {
    sidebarStart: () => ok(aStart()),
    sidebarSuggest: () => ok([]),
    sidebarSelected: () => ok(ticket),
    sidebarTicket: () => ok(aTicketShown()),
    sidebarDeleted: () => ok([aDeletedTicket]),
    sidebarHealth: () =>
      ok([
        { name: "Timers", state: "ok", sentence: "The reconciler ran 4 minutes ago." },
        { name: "Columns", state: "problem", sentence: "The column Status is missing.", fix: "Choose Set up." },
      ]),
    sidebarVerify: ({ isFresh }) =>
      ok({
        done: !isFresh,
        text: isFresh
          ? "400 of 1,000 tickets"
          : "1,000 tickets, 8,120 events, 310 conversations, 25 mails, 0 differences",
        differences: [],
      }),
    ...changes,
  };
}
