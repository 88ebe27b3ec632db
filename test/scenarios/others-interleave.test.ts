import { COLLEAGUES } from "./colleagues.ts";
import { BEN } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();

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

// What colleagues do comes by turns, three of them before each call; its own triggers then want the lock that the run holds.
describe.each(DEEDS)("$name, while somebody else", (deed) => {
  test.each([0, 2, 4])("works on the same rows and columns, in the order %d", (order) => {
    expect(interleaved(open, deed, (n) => COLLEAGUES[(n + order) % COLLEAGUES.length] as Deed)).toEqual([]);
  });

  test("works elsewhere", () => {
    expect(interleaved(open, deed, (n) => BYSTANDERS[n % BYSTANDERS.length] as Deed)).toEqual([]);
  });
});
