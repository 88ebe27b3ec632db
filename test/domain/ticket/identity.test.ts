import { decideIdentity, type Identity, type KnownTickets, type SeenRow } from "../../../src/domain/ticket/identity.ts";
import { type TicketState, ticketNumberOf } from "../../../src/domain/ticket/ticket.ts";
import { at } from "../../support/at.ts";
import { aTicket } from "../../support/tickets.ts";

const T1 = aTicket({ id: "T-1" });
const T2 = aTicket({ id: "T-2", seq: 2 });
const PRINTER = aTicket({ id: "T-1", fields: { ...T1.fields, subject: "Printer", assignee: "ada@example.com" } });
const COPY = aTicket({ id: "T-4", seq: 4, fields: PRINTER.fields });
const GONE = aTicket({ id: "T-3", seq: 9, deletedAt: at("Tue 09:00") });

/** Row 5 with a subject, showing `typedId`, its saved self at home unless `home` says otherwise. */
function aRow(
  typedId: string,
  { saved, home = 5, hasSubject = true }: { saved?: TicketState; home?: number; hasSubject?: boolean },
): SeenRow {
  return { rowNumber: 5, typedId, saved: saved && { state: saved, row: home }, hasSubject };
}

/** Numbers up to 9 were given; T-1 to T-4 are in History. `showing` names the rows that show a number. */
function knowing(showing: Readonly<Record<string, number[]>>): KnownTickets {
  const told = new Map([T1, T2, GONE, COPY].map((state) => [state.id, state]));
  return { prefix: "T-", lastNumber: 9, rowsShowing: (id) => showing[id] ?? [], fromHistory: (id) => told.get(id) };
}

const known = (state: TicketState, isMoved: boolean): Identity => ({ kind: "known", state, isMoved });
const own = (because?: string): Identity => ({ kind: "newcomer", ...(because !== undefined && { because }) });
const replaced = (id: string): Identity => own(`Ticket numbers are given by the desk: "${id}" was replaced.`);
const copyOf = (id: string): Identity => own(`The copy of ${id} became a ticket of its own.`);

const stray = (id: string): Identity => ({
  kind: "nobody",
  because: `Ticket numbers are given by the desk once a row has a subject: "${id}" was cleared.`,
});

type Case = readonly [why: string, row: SeenRow, showing: Readonly<Record<string, number[]>>, identity: Identity];

describe("a row with a saved self", () => {
  const cases: readonly Case[] = [
    ["at home", aRow("T-1", { saved: T1 }), { "T-1": [5] }, known(T1, false)],
    ["at home, copied below: it is the original", aRow("T-1", { saved: T1 }), { "T-1": [5, 8] }, known(T1, false)],
    ["at home, copied above: it is the original", aRow("T-1", { saved: T1 }), { "T-1": [3, 5] }, known(T1, false)],
    ["at home without subject", aRow("T-1", { saved: T1, hasSubject: false }), { "T-1": [5] }, known(T1, false)],
    ["moved by a sort", aRow("T-1", { saved: T1, home: 2 }), { "T-1": [5] }, known(T1, true)],
    ["moved up by a deleted row", aRow("T-1", { saved: T1, home: 6 }), { "T-1": [5] }, known(T1, true)],
    ["copied from above", aRow("T-1", { saved: T1, home: 2 }), { "T-1": [2, 5] }, copyOf("T-1")],
    ["copied from below", aRow("T-1", { saved: T1, home: 8 }), { "T-1": [5, 8] }, copyOf("T-1")],
    [
      "copied without subject",
      aRow("T-1", { saved: T1, home: 2, hasSubject: false }),
      { "T-1": [2, 5] },
      copyOf("T-1"),
    ],
    [
      "the upper of two copies, nobody at home",
      aRow("T-1", { saved: T1, home: 2 }),
      { "T-1": [5, 8] },
      known(T1, true),
    ],
    ["the lower of two copies, nobody at home", aRow("T-1", { saved: T1, home: 2 }), { "T-1": [4, 5] }, copyOf("T-1")],
    ["its number typed over by words", aRow("mine!", { saved: T1 }), { "mine!": [5] }, known(T1, false)],
    ["its number cleared", aRow("", { saved: T1 }), {}, known(T1, false)],
    ["its number typed over by another ticket's", aRow("T-2", { saved: T1 }), { "T-2": [5, 7] }, known(T1, false)],
    [
      "its number typed over by one that was never given",
      aRow("T-999", { saved: T1 }),
      { "T-999": [5] },
      known(T1, false),
    ],
    ["moved, and its number cleared", aRow("", { saved: T1, home: 2 }), {}, known(T1, true)],
    [
      "another ticket's self, written here by a run that was too late",
      aRow("T-2", { saved: T1 }),
      { "T-1": [4], "T-2": [5] },
      known(T2, true),
    ],
    ["another ticket's self beside a row that waits for its number", aRow("", { saved: T1 }), { "T-1": [4] }, own()],
    [
      "another ticket's self beside an empty row",
      aRow("", { saved: T1, hasSubject: false }),
      { "T-1": [4] },
      { kind: "nobody" },
    ],
    [
      "its number sorted away alone and a cell edited since: it holds more of its saved self's than of that ticket's",
      { ...aRow("T-2", { saved: PRINTER }), fields: { ...PRINTER.fields, status: "Pending" } },
      { "T-1": [8], "T-2": [5] },
      known(PRINTER, false),
    ],
    [
      "another ticket's self, written here by a run that was too late, and a cell edited since",
      { ...aRow("T-2", { saved: PRINTER }), fields: { ...T2.fields, subject: "Mail", status: "Pending" } },
      { "T-1": [4], "T-2": [5] },
      known(T2, true),
    ],
    [
      "a copy that a killed run had given a number, moved above the original before it had a self of its own",
      { ...aRow("T-4", { saved: PRINTER, home: 7 }), fields: { ...PRINTER.fields, status: "Open" } },
      { "T-1": [8], "T-4": [5] },
      known(COPY, true),
    ],
    [
      "another ticket's self beside a number that two rows show",
      aRow("T-2", { saved: T1 }),
      { "T-1": [4], "T-2": [5, 6] },
      replaced("T-2"),
    ],
  ];
  it.each(cases)("%s", (_why, row, showing, identity) => {
    expect(decideIdentity(row, knowing(showing))).toEqual(identity);
  });
});

describe("a row without a saved self", () => {
  const keeps = (id: string): Identity => ({ kind: "newcomer", keeps: id });
  const cases: readonly Case[] = [
    ["empty", aRow("", { hasSubject: false }), {}, { kind: "nobody" }],
    ["with a subject", aRow("", {}), {}, own()],
    ["with words for a number", aRow("mine!", {}), { "mine!": [5] }, replaced("mine!")],
    ["with words for a number, without subject", aRow("mine!", { hasSubject: false }), {}, stray("mine!")],
    ["whose hidden cell was wiped", aRow("T-1", {}), { "T-1": [5] }, known(T1, true)],
    [
      "whose hidden cell was wiped, without subject",
      aRow("T-1", { hasSubject: false }),
      { "T-1": [5] },
      known(T1, true),
    ],
    ["showing a number that another row shows", aRow("T-1", {}), { "T-1": [5, 7] }, replaced("T-1")],
    ["showing a deleted ticket's number", aRow("T-3", {}), { "T-3": [5] }, replaced("T-3")],
    ["showing a deleted ticket's number, without subject", aRow("T-3", { hasSubject: false }), {}, stray("T-3")],
    ["showing a number that a killed run reserved for it", aRow("T-7", {}), { "T-7": [5] }, keeps("T-7")],
    ["showing a reserved number, without subject", aRow("T-7", { hasSubject: false }), {}, stray("T-7")],
    ["showing a number above the counter", aRow("T-10", {}), { "T-10": [5] }, replaced("T-10")],
    ["showing the last number given", aRow("T-9", {}), { "T-9": [5] }, keeps("T-9")],
    ["showing a number with another prefix", aRow("HD-7", {}), { "HD-7": [5] }, replaced("HD-7")],
    ["showing a number with zeros before it", aRow("T-007", {}), { "T-007": [5] }, replaced("T-007")],
    ["showing a bare number", aRow("7", {}), { "7": [5] }, replaced("7")],
    ["showing a text without end", aRow("x".repeat(50_000), {}), {}, replaced("x".repeat(40))],
  ];
  it.each(cases)("%s", (_why, row, showing, identity) => {
    expect(decideIdentity(row, knowing(showing))).toEqual(identity);
  });
});

describe("of the rows that show one number", () => {
  const rows = [2, 3, 4, 5];
  const homes = [2, 3, 4, 5, 9];
  it.each(homes)("exactly one keeps it, wherever its home is (row %d)", (home) => {
    const keeping = rows.filter((rowNumber) => {
      const row = { ...aRow("T-1", { saved: T1, home }), rowNumber };
      return decideIdentity(row, knowing({ "T-1": rows })).kind === "known";
    });
    expect(keeping).toEqual([rows.includes(home) ? home : 2]);
  });
});

describe("ticketNumberOf", () => {
  it.each([
    ["T-1042", 1042],
    ["T1", 1],
    ["HELPDESK#7", 7],
    ["it_12", 12],
    ["T-9999999999", 9_999_999_999],
    ["T-0", undefined],
    ["T-01", undefined],
    ["T--1", undefined],
    ["T-1 ", undefined],
    ["T-1\n", undefined],
    ["T-1.5", undefined],
    ["T-99999999999", undefined],
    ["1042", undefined],
    ["-1", undefined],
    ["", undefined],
    ["ABCDEFGHIJK-1", undefined],
  ])("%j: %s", (id, number) => {
    expect(ticketNumberOf(id)).toBe(number);
  });
});
