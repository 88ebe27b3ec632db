import { BEN } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { startingPoint } from "./sweep.ts";

const NEW_ROW = DEEDS.find(({ name }) => name === "a new row") as Deed;
const OTHERS: readonly Deed[] = ["mine!", "T-1", ""].map((typed) => ({
  name: `"${typed}" is typed over its number`,
  act: ({ ben }) => ben.type("Tickets", "A6", typed),
  by: BEN,
}));

test.each(OTHERS)("a ticket is made of a typed row once, though $name before any call", (other) => {
  expect(interleaved(startingPoint(), NEW_ROW, () => other)).toEqual([]);
});
