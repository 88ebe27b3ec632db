import { asked, type Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { movedAndKilled } from "./interleaved.ts";
import { callsOf, disturbedAt, meanwhile, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();
const LOG = DEEDS.find(({ name }) => name === "a ticket logged") as Deed;
const COLUMN: Deed = { name: "a column is inserted", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1) };
const ROWS: Deed = { name: "rows are inserted above", act: ({ ben }) => ben.insertRows("Tickets", 2, 2) };

test("a ticket is logged while a column is inserted, and soon after rows above: nothing is left in that column", () => {
  const found: string[] = [];
  for (let n = 5, calls = callsOf(open, LOG); n <= calls; n++)
    for (let later = n + 1; later <= n + 7; later += 2) {
      const company = open();
      const acts = new Map([
        [n, () => void meanwhile(company, COLUMN)],
        [later, () => void meanwhile(company, ROWS)],
      ]);
      const done = disturbedAt(company, LOG, acts);
      found.push(...wrongs(company, [done]).map((wrong) => `before ${n} and ${later}: ${wrong}`));
    }
  expect(found).toEqual([]);
});

const CHANGE: Deed = {
  name: "T-2 is set to Pending in the sidebar",
  act: ({ ana }) =>
    asked(ana, "sidebarUpdateTicket", { requestId: "change", ticketId: "T-2", changes: { status: "Pending" } }),
  requestId: "change",
  expect: { "T-2": { Status: "Pending" } },
};
const AT_STATUS: Deed = { ...COLUMN, act: ({ ben }) => ben.insertColumns("Tickets", 3, 1), moves: true };

test("a column is inserted before a call of the sidebar, a later one kills the run: asked again, nothing is left there", () => {
  expect([...movedAndKilled(open, CHANGE, { moved: AT_STATUS, step: 5 })]).toEqual([]);
});
