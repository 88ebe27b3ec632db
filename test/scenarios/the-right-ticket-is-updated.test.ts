import { BEN, type Company, OWNER } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { targetWrongs } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { overrideOf } from "./override-of.ts";
import { historyOf, rowsAcross } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();
const before = historyOf(open().book).length;

/** What was recorded of other tickets than T-2; that one was deleted is another matter. */
function ofOthers({ book }: Company): string[] {
  const events = historyOf(book).slice(before);
  return events
    .filter(({ ticket, type }) => !["T-2", ""].includes(ticket) && type !== "deleted")
    .map((event) => `recorded: ${JSON.stringify(event)}`);
}

const ASKED: readonly Deed[] = [
  {
    name: "an update of T-2 with a private note",
    act: ({ ana }) => {
      const said = { kind: "note", text: "Only for colleagues." };
      const changes = { status: "Resolved" };
      return asked(ana, "sidebarUpdateTicket", { requestId: "right", ticketId: "T-2", changes, said });
    },
    about: "T-2",
    requestId: "right",
    expect: { "T-2": { Status: "Resolved" } },
    said: { "T-2": "Only for colleagues." },
    wrongs: ofOthers,
  },
  {
    name: "more time for T-2",
    act: (company) =>
      asked(company.owner, "sidebarOverride", overrideOf(company, "T-2", { choice: "more", targetMinutes: 1800 })),
    by: OWNER,
    about: "T-2",
    requestId: "sweep-T-2",
    wrongs: (company) => [...ofOthers(company), ...targetWrongs(company, "T-2", 30)],
  },
];

const MOVES: readonly Deed[] = [
  {
    name: "sorts the rows",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
  },
  { name: "deletes the row above", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1), deletes: "T-1" },
];
const OTHERS = MOVES.map((deed): Deed => ({ ...deed, by: BEN, moves: true }));

describe.each(ASKED)("$name is nobody else's", (deed) => {
  test.each(OTHERS)("though a colleague $name before any call", (other) => {
    expect(interleaved(open, deed, () => other)).toEqual([]);
  });
});
