import { BEN } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { rowsAcross } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();

/** What somebody else does while a run is under way, by turns, three of them before each call; its own triggers then want the lock that the run holds. */
const EDITS: readonly Deed[] = [
  {
    name: "edits the same cell",
    act: ({ ben }) => ben.type("Tickets", "C3", "On hold"),
    by: BEN,
    expect: { "T-2": { Status: "On hold" } },
  },
  {
    name: "sorts the sheet",
    act: (company) => company.ben.sort("Tickets", rowsAcross(company, 2, 9), [{ column: 2, ascending: false }]),
    moves: true,
  },
  { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1), moves: true },
  { name: "inserts a column", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1), moves: true },
  { name: "moves a column", act: ({ ben }) => ben.moveColumns("Tickets", 4, 1, 3), moves: true },
  {
    name: "deletes another row",
    act: ({ ben }) => ben.deleteRows("Tickets", 2, 1),
    by: BEN,
    moves: true,
    deletes: "T-1",
  },
];

/** Which of these comes matters less: they take turns. */
const BYSTANDERS: readonly Deed[] = [
  {
    name: "edits another ticket",
    act: ({ ben }) => ben.type("Tickets", "F5", "dora@example.com"),
    by: BEN,
    expect: { "T-4": { Requester: "dora@example.com" } },
  },
  {
    name: "types a new row",
    act: ({ ben }) => ben.type("Tickets", "B9", "Meanwhile"),
    by: BEN,
    expect: { Meanwhile: { Priority: "Medium" } },
  },
  { name: "the timer comes", act: ({ project }) => void project.run("onTimer", [], { trigger: "clock" }) },
];

describe.each(DEEDS)("$name, while somebody else", (deed) => {
  test.each([0, 2, 4])("works on the same rows and columns, in the order %d", (order) => {
    expect(interleaved(open, deed, (n) => EDITS[(n + order) % EDITS.length] as Deed)).toEqual([]);
  });

  test("works elsewhere", () => {
    expect(interleaved(open, deed, (n) => BYSTANDERS[n % BYSTANDERS.length] as Deed)).toEqual([]);
  });
});
