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

// A third of all pairs of calls, by turns.
// Still wrong: mended one day, this test says so.
test.failing(
  "while rows are recorded somebody types, and a column is inserted: no older value comes back over what was typed",
  () => {
    const found: string[] = [];
    const calls = callsOf(open, PASTE);
    for (let typed = 1; typed <= calls; typed++)
      for (let inserted = typed + (typed % 3); inserted <= calls; inserted += 3) {
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
  },
);
