import { BEN } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { startingPoint } from "./sweep.ts";

const REFUSED = DEEDS.find(({ name }) => name === "a refused edit") as Deed;
const COLUMN: Deed = {
  name: "Ben inserts a column",
  act: ({ ben }) => ben.insertColumns("Tickets", 2, 1),
  by: BEN,
  moves: true,
};

test("a refused word, and a column inserted before any call: it stands in no other column", () => {
  expect(interleaved(startingPoint(), REFUSED, () => COLUMN)).toEqual([]);
});
