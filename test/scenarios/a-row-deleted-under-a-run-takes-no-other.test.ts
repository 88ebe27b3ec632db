import { BEN } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { interleaved } from "./interleaved.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();
const DELETES: Deed = {
  name: "Ben deletes the row of T-2",
  act: ({ ben }) => ben.deleteRows("Tickets", 3, 1),
  by: BEN,
  moves: true,
  deletes: "T-2",
};

const OF_T2: readonly Deed[] = [
  { name: "an edit", act: ({ ana }) => ana.type("Tickets", "C3", "Pending"), edits: ["T-2 Status"] },
  { name: "a refused edit", act: ({ ana }) => ana.type("Tickets", "C3", "Nonsense") },
  {
    name: "a change in the sidebar",
    act: ({ ana }) =>
      asked(ana, "sidebarUpdateTicket", { requestId: "gone", ticketId: "T-2", changes: { status: "Pending" } }),
    about: "T-2",
    edits: ["T-2 Status"],
  },
];

test.each(OF_T2)("$name, and its row deleted before any call: nobody else's ticket goes with it", (deed) => {
  expect(interleaved(open, deed, () => DELETES)).toEqual([]);
});
