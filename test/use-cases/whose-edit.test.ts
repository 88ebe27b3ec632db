import type { TicketRow } from "../../src/use-cases/desk.ts";
import { type EditTold, isTheirs } from "../../src/use-cases/whose-edit.ts";

const ROW: TicketRow = {
  ...{ rowNumber: 2, typedId: "T-1", saved: undefined, hasSubject: true },
  fields: { subject: "Printer", status: "Pending", priority: "High" },
};
const told = (changes: Partial<EditTold> = {}): EditTold => ({
  ...{ keys: ["status"], typed: { value: "Pending", oldValue: "Open" } },
  ...changes,
});

const CASES: readonly (readonly [string, Partial<EditTold>, string, boolean])[] = [
  ["the cell that was typed into", {}, "status", true],
  ["another cell of the row", {}, "priority", false],
  ["the cell, where another has typed since", { typed: { value: "On hold", oldValue: "Open" } }, "status", false],
  ["a cell within a paste", { keys: ["status", "priority"], typed: undefined }, "priority", true],
  ["a cell beside a paste", { keys: ["status", "priority"], typed: undefined }, "subject", false],
];

test.each(CASES)("%s", (_what, changes, key, isTheirOwn) => {
  expect(isTheirs(told(changes), ROW, key)).toBe(isTheirOwn);
});
