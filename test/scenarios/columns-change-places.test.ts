import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved, killings } from "./interleaved.ts";
import { cell } from "./sheets.ts";
import { callsOf, disturbedAt, meanwhile, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();
const named = (name: string): Deed => DEEDS.find((deed) => deed.name === name) as Deed;
const LOG = named("a ticket logged");
const UPDATE = named("an update in the sidebar");
const RESTORE = named("a restored ticket");
const EDIT = named("an edit");

/** Number and subject change places: what is written for one lands in the other. */
const SWAP: Deed = {
  name: "the subject is moved before the number",
  act: ({ ben }) => ben.moveColumns("Tickets", 2, 1, 1),
  moves: true,
};
/** Then nothing stands under Ticket, and the number in a column without a header. */
const FIRST: Deed = {
  name: "a column is inserted before the number",
  act: ({ ben }) => ben.insertColumns("Tickets", 1, 1),
  moves: true,
};
const deleting = (column: string): Deed => ({
  name: `column ${column} is deleted`,
  act: (company) => {
    const letters = cell(company, column, "");
    const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    company.ben.deleteColumns("Tickets", at, 1);
  },
  moves: true,
});

test.each([LOG, RESTORE, UPDATE])("$name, while the number's column and the subject's change places", (deed) => {
  expect(interleaved(open, deed, () => SWAP)).toEqual([]);
});

test.each([LOG, RESTORE, UPDATE])("$name, while a column is inserted before the first", (deed) => {
  expect(interleaved(open, deed, () => FIRST)).toEqual([]);
});

test("a ticket logged, killed before any call, before the columns change places", () => {
  expect([...killings(open, LOG, SWAP)]).toEqual([]);
});

// Every third pair of calls.
test.each([EDIT, UPDATE])(
  "$name, while two columns are deleted: State stood beyond the end of what is left",
  (deed) => {
    const found: string[] = [];
    const calls = callsOf(open, deed);
    for (let first = 1; first <= calls; first++)
      for (let second = first + 1 + (first % 3); second <= calls; second += 3) {
        const company = open();
        const acts = new Map([
          [first, () => void meanwhile(company, deleting("Queue"))],
          [second, () => void meanwhile(company, deleting("Tags"))],
        ]);
        const done = disturbedAt(company, deed, acts);
        const failed = company.workspace.executions.flatMap(({ error }) => (error ? [String(error)] : []));
        const all = [...failed, ...wrongs(company, [done])];
        found.push(...all.map((wrong) => `Queue before ${first}, Tags before ${second}: ${wrong}`));
      }
    expect(found).toEqual([]);
  },
);
