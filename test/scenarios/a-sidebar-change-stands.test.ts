import { BEN } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved, killings, movedAndKilled } from "./interleaved.ts";
import { historyOf, rowsAcross } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();

const CHANGE: Deed = {
  name: "T-2 is set to Pending in the sidebar",
  act: ({ ana }) => {
    const changes = { status: "Pending", priority: "High" };
    return asked(ana, "sidebarUpdateTicket", { requestId: "change", ticketId: "T-2", changes });
  },
  requestId: "change",
  expect: { "T-2": { Status: "Pending", Priority: "High" } },
  wrongs: ({ book }) => {
    const own = historyOf(book).filter(({ ticket, type }) => ticket === "T-2" && type === "edited");
    return own.map(({ actor, source, set }) => `${actor} ${source} ${Object.keys(set).sort().join()}`).join() ===
      "ana@example.com sidebar priority,status"
      ? []
      : [`T-2's edits are ${JSON.stringify(own)}`];
  },
};

const OTHERS: readonly Deed[] = [
  {
    name: "sorts the rows",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
    moves: true,
  },
  { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1), moves: true },
  {
    name: "deletes the row above",
    act: ({ ben }) => ben.deleteRows("Tickets", 2, 1),
    by: BEN,
    moves: true,
    deletes: "T-1",
  },
  { name: "inserts a column", act: ({ ben }) => ben.insertColumns("Tickets", 3, 1), moves: true },
];

test.each(OTHERS)("a change that was answered with ok stands, though a colleague $name before any call", (other) => {
  expect(interleaved(open, CHANGE, () => other)).toEqual([]);
});

const LOG = DEEDS.find(({ name }) => name === "a ticket logged") as Deed;
const SORT = OTHERS[0] as Deed;

test.each([CHANGE, LOG])("$name: killed before any call and asked again, it stands as it was asked", (deed) => {
  expect([...killings(open, deed)]).toEqual([]);
});

test.each([CHANGE, LOG])("$name: killed, the rows sorted, and asked again, it stands as it was asked", (deed) => {
  expect([...killings(open, deed, SORT)]).toEqual([]);
});

// A fifth of all pairs of calls.
test("a colleague sorts the rows before a call, a later one kills the run: asked again, it stands", () => {
  expect([...movedAndKilled(open, CHANGE, { moved: SORT, step: 5 })]).toEqual([]);
});
