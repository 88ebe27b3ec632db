import { BEN, type Company } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { gridOf } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();

function eventRows({ book }: Company): string[] {
  const grid = gridOf(book, "History");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: grid.lastRow() - 1, columns: 4 });
  return rows.filter(([seq]) => seq !== "").map((row) => row.join(" "));
}

const before = eventRows(open());

/** Events that were there before, and are not any more as they were. */
function unkept(company: Company): string[] {
  const now = eventRows(company);
  return before.filter((row, index) => now[index] !== row).map((row) => `lost: ${row.slice(0, 60)}`);
}

const INSERTED: readonly Deed[] = [
  { name: "a row is inserted near the top", act: ({ ben }) => ben.insertRows("History", 3, 1) },
  {
    name: "a row is inserted above the last event",
    act: ({ ben, book }) => ben.insertRows("History", gridOf(book, "History").lastRow(), 1),
  },
];
const ACTS = INSERTED.map((act): Deed => ({ ...act, by: BEN, wrongs: unkept }));

const WRITING = ["an edit", "a new row", "a ticket logged", "an update in the sidebar"];

describe.each(DEEDS.filter(({ name }) => WRITING.includes(name)))("$name keeps every event", (deed) => {
  test.each(ACTS)("where in History $name", (other) => {
    expect(interleaved(open, deed, () => other)).toEqual([]);
  });
});

const REPLY = DEEDS.find(({ name }) => name === "an update in the sidebar") as Deed;

test("Conversation stays in the order of History, wherever rows are inserted above while something is said", () => {
  const saysTwice = (): Company => {
    const company = open();
    const said = { kind: "note", text: "Before." };
    company.ben.call("sidebarUpdateTicket", { requestId: "before", ticketId: "T-2", changes: {}, said });
    return company;
  };
  const other: Deed = { name: "rows are inserted", act: ({ ben }) => ben.insertRows("Conversation", 2, 2) };
  expect(interleaved(saysTwice, REPLY, () => other)).toEqual([]);
});
