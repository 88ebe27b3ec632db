import type { Fields } from "../../src/domain/ticket/content.ts";
import { savedForm } from "../../src/domain/ticket/content.ts";
import type { TicketState } from "../../src/domain/ticket/ticket.ts";
import type { TicketRow } from "../../src/use-cases/desk.ts";
import { doubles, missedRows } from "../../src/use-cases/find-missed.ts";
import { aTicket } from "../support/tickets.ts";

const LONG = "long ".repeat(200);
const SAVED = aTicket({ fields: { subject: "Printer", c1: 5, description: savedForm(LONG) } });
const SHOWN: Fields = { subject: "Printer", c1: 5, description: LONG };

function aRow(
  fields: Fields,
  { typedId = "T-1", state = SAVED }: { typedId?: string; state?: TicketState | null } = {},
): TicketRow {
  const saved = state ? { state, row: 2 } : undefined;
  return { rowNumber: 2, typedId, saved, fields, hasSubject: "subject" in fields };
}

function isMissed(
  row: TicketRow,
  { columns = ["subject", "c1", "description"], twice = [] as string[] } = {},
): boolean {
  const missed = missedRows([row], { hasColumn: (key) => columns.includes(key), isDouble: (id) => twice.includes(id) });
  return missed.includes(row);
}

const without = (key: string): Fields => Object.fromEntries(Object.entries(SHOWN).filter(([other]) => other !== key));

describe("missedRows", () => {
  const cases: readonly (readonly [why: string, row: TicketRow, isMissed: boolean])[] = [
    ["a row as it was saved", aRow(SHOWN), false],
    ["a cell changed", aRow({ ...SHOWN, subject: "Mail" }), true],
    ["a number that became a text", aRow({ ...SHOWN, c1: "5" }), true],
    ["a cell filled", aRow({ ...SHOWN, c2: 0 }), true],
    ["a blank cell", aRow({ ...SHOWN, c2: "" }), false],
    ["a cell cleared", aRow(without("c1")), true],
    ["the end of a long text changed", aRow({ ...SHOWN, description: `${LONG}!` }), true],
    ["the number typed over", aRow(SHOWN, { typedId: "T-2" }), true],
    ["the number cleared", aRow(SHOWN, { typedId: "" }), true],
    ["an empty row", aRow({}, { typedId: "", state: null }), false],
    ["a row that waits for its subject", aRow({ c1: 5 }, { typedId: "", state: null }), false],
    ["a new row", aRow(SHOWN, { typedId: "", state: null }), true],
    ["a number whose hidden cell was wiped", aRow({}, { state: null }), true],
  ];
  it.each(cases)("%s", (_why, row, missed) => {
    expect(isMissed(row)).toBe(missed);
  });

  it("finds nothing cleared in a column that is gone", () => {
    expect(isMissed(aRow(without("c1")), { columns: ["subject", "description"] })).toBe(false);
  });

  it("finds every row of a number that stands twice", () => {
    expect(isMissed(aRow(SHOWN), { twice: ["T-1"] })).toBe(true);
  });
});

describe("doubles", () => {
  it.each([
    [[], []],
    [["T-1", "T-2", ""], []],
    [["", "", "T-1"], []],
    [["T-1", "T-2", "T-1", "T-1"], ["T-1"]],
    [["T-1", "t-1"], []],
    [
      ["T-1", "T-2", "T-2", "T-1"],
      ["T-2", "T-1"],
    ],
  ])("%j: %j", (ids, twice) => {
    expect([...doubles(ids)]).toEqual(twice);
  });
});
