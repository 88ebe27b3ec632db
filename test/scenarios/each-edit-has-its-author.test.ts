import { apiWrite } from "../emulator/people/api-write.ts";
import { BEN, type Company } from "./company.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { interleaved } from "./interleaved.ts";
import { historyOf } from "./sheets.ts";
import { startingPoint } from "./sweep.ts";

const open = startingPoint();
const deed = (name: string): Deed => DEEDS.find((one) => one.name === name) as Deed;

/** A value that is recorded as another's than this person's. */
const notBy = (actor: string, key: string, value: string) => (company: Company) => {
  const events = historyOf(company.book).filter(({ set }) => set[key] === value);
  const actors = events.map((event) => event.actor).join();
  return actors === actor ? [] : [`"${value}" is recorded as ${actors}'s, not as ${actor}'s`];
};

const FIRSTS: readonly (readonly [name: string, row: number, ticket: string])[] = [
  ["an edit", 3, "T-2"],
  ["a refused edit", 4, "T-3"],
  ["a new row", 6, "Typed"],
];

describe.each(FIRSTS)("%s by Ana", (name, row, ticket) => {
  const TYPED: readonly (readonly [header: string, key: string, column: string, value: string])[] = [
    ["Description", "description", "K", "Ben's words."],
    ["Priority", "priority", "D", "Urgent"],
  ];

  test.each(TYPED)("and what Ben types into %s of that row before any call is Ben's", (header, key, column, value) => {
    const other: Deed = {
      name: `Ben types ${column}${row}`,
      act: ({ ben }) => ben.type("Tickets", `${column}${row}`, value),
      by: BEN,
      expect: { [ticket]: { [header]: value } },
      wrongs: notBy(BEN, key, value),
    };
    expect(interleaved(open, deed(name), () => other, { waits: true })).toEqual([]);
  });

  test("and what a script writes into that row before any call is nobody's that is known", () => {
    const other: Deed = {
      name: "a script writes",
      act: ({ book }) => apiWrite(book, { sheet: "Tickets", a1: `K${row}` }, [["By a script."]]),
      by: "unknown",
      expect: { [ticket]: { Description: "By a script." } },
      wrongs: notBy("unknown", "description", "By a script."),
    };
    expect(interleaved(open, deed(name), () => other)).toEqual([]);
  });
});

test("of two people who type into one cell, each has their own words", () => {
  const other: Deed = {
    name: "Ben types C3",
    act: ({ ben }) => ben.type("Tickets", "C3", "On hold"),
    by: BEN,
    expect: { "T-2": { Status: "On hold" } },
    wrongs: notBy(BEN, "status", "On hold"),
  };
  expect(interleaved(open, deed("an edit"), () => other, { waits: true })).toEqual([]);
});
