import { BEN } from "./company.ts";
import type { Deed, Done } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { cell } from "./sheets.ts";
import { callsOf, disturbedAt, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();

/** Left of the desk's own columns: there lands what a run writes where a column was inserted. Whoever types finds the cell by its header. */
const TYPES: Deed = {
  name: "Ben types a tag",
  act: (company) => company.ben.type("Tickets", cell(company, "Tags", 4), "by Ben"),
  by: BEN,
  expect: { "T-3": { Tags: "by Ben" } },
};
const COLUMN: Deed = { name: "a column is inserted", act: ({ ben }) => ben.insertColumns("Tickets", 2, 1) };
const PASTE = DEEDS.find(({ name }) => name === "a paste") as Deed;

/** The calls before which a column may be inserted: not the one that writes into the rows, nor the next, which sends it. What was typed unseen is gone then. */
function safeCalls(): number[] {
  const company = open();
  const names: string[] = [];
  company.workspace.onCall = ({ name, args }) => {
    names.push(name === "Range.setValues" && JSON.stringify(args).includes("On track") ? "the rows are written" : name);
  };
  PASTE.act(company);
  const writes = names.indexOf("the rows are written") + 1;
  return Array.from({ length: callsOf(open, PASTE) }, (_, index) => index + 1).filter(
    (n) => ![writes, writes + 1].includes(n),
  );
}

// A third of all pairs of calls, by turns.
test("while rows are recorded somebody types, and a column is inserted: no older value comes back over what was typed", () => {
  const found: string[] = [];
  const calls = safeCalls();
  expect(calls.length).toBe(callsOf(open, PASTE) - 2);
  for (const inserted of calls)
    for (let typed = 1 + (inserted % 3); typed <= inserted; typed += 3) {
      const company = open();
      const its: Done[] = [];
      const acts = (...deeds: readonly Deed[]) => {
        return () => deeds.forEach((deed) => void its.push({ deed, answer: deed.act(company) }));
      };
      const pair = [
        [typed, acts(TYPES)],
        [inserted, acts(COLUMN)],
      ] as const;
      const done = disturbedAt(company, PASTE, new Map(typed === inserted ? [[typed, acts(TYPES, COLUMN)]] : pair));
      const all = wrongs(company, [done, ...its]);
      found.push(...all.map((wrong) => `typed before ${typed}, the column before ${inserted}: ${wrong}`));
    }
  expect(found).toEqual([]);
});
