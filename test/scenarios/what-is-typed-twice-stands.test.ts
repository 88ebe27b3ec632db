import type { Deed } from "./deed.ts";
import { interleaved } from "./interleaved.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();
const FIRST: Deed = { name: "a subject is typed", act: ({ ana }) => ana.type("Tickets", "B6", "Printer") };
const REFUSED: Deed = { name: "a status is refused", act: ({ ana }) => ana.type("Tickets", "C4", "Nonsense") };

const TWICE: readonly { first: Deed; header: string; cell: string; words: [string, string]; ticket: string }[] = [
  { first: FIRST, header: "Status", cell: "C6", words: ["On hold", "Pending"], ticket: "Printer" },
  { first: FIRST, header: "Priority", cell: "D6", words: ["Low", "High"], ticket: "Printer" },
  { first: FIRST, header: "Priority", cell: "D6", words: ["Low", "Medium"], ticket: "Printer" },
  { first: REFUSED, header: "Status", cell: "C4", words: ["On hold", "Pending"], ticket: "T-3" },
];

test.each(TWICE)("$first.name, then $words typed into $cell before any call: the last stands", (about) => {
  const { first, header, cell, words, ticket } = about;
  const typed: Deed = {
    name: `${words.join(", then ")} is typed`,
    act: ({ ana }) => words.forEach((word) => ana.type("Tickets", cell, word)),
    expect: { [ticket]: { [header]: words[1] } },
  };
  const found = interleaved(open, first, () => typed, { waits: true });
  // The event that made the ticket says Medium already; Low came between.
  const isTrue = (wrong: string): boolean => words[0] === "Low" && wrong.endsWith('became "Medium" 2 times');
  expect(found.filter((wrong) => !isTrue(wrong))).toEqual([]);
});
