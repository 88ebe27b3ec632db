import { aCompany, type Company, ask, setUp, verify } from "./company.ts";
import { cell, gridOf, historyOf, type RecordedEvent, rowsAcross, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

/** A company with a column of its own between Status and Priority. */
function withOwnColumn(header = "Cost", tickets = 3): Company {
  const company = aCompany({ tickets });
  company.ana.insertColumns("Tickets", 4, 1);
  company.ana.type("Tickets", "D1", header);
  return company;
}

function added(company: Company, act: () => void): RecordedEvent[] {
  const before = historyOf(company.book).length;
  act();
  return historyOf(company.book).slice(before);
}

const sets = (events: readonly RecordedEvent[]): unknown[] => events.map(({ ticket, set }) => [ticket, set]);
const configured = (company: Company): string[] =>
  historyOf(company.book).flatMap(({ type, set }) => (type === "configured" ? [String(set["columns"])] : []));
const byTimer = (company: Company) => () => company.workspace.clock.advance(2 * FIVE_MINUTES);

test("what is typed there is recorded as it is: numbers, texts, booleans, dates", () => {
  const company = withOwnColumn();
  const events = added(company, () => {
    company.ana.type("Tickets", "D2", "12.5");
    company.ana.type("Tickets", "D3", "about twelve");
    company.ana.type("Tickets", "D4", "TRUE");
    company.ana.type("Tickets", "D2", "3/2/2026");
  });
  expect(sets(events.filter(({ type }) => type === "edited"))).toEqual([
    ["T-1", { c1: 12.5 }],
    ["T-2", { c1: "about twelve" }],
    ["T-3", { c1: true }],
    ["T-1", { c1: { date: "2026-03-02T00:00:00" } }],
  ]);
  expect(configured(company)).toEqual(['column "Cost" added']);
  expect(verify(company).differences).toEqual([]);
});

test("a formula is recorded as its text, its results never", () => {
  const company = withOwnColumn("Double");
  company.ana.insertColumns("Tickets", 5, 1);
  company.ana.type("Tickets", "E1", "Hours");
  company.ana.paste("Tickets", "E2", [["1"], ["2"], ["3"]]);
  const typed = added(company, () => company.ana.type("Tickets", "D2", "=E2*2"));
  expect(sets(typed)).toEqual([["T-1", { c1: { formula: "=E2*2" } }]]);
  const changed = added(company, () => company.ana.type("Tickets", "E2", "21"));
  expect(sets(changed)).toEqual([["T-1", { c2: 21 }]]);
  expect(gridOf(company.book, "Tickets").valueAt(1, 3)).toBe(42);
  expect(gridOf(company.book, "Tickets").formulaAt(1, 3)).toBe("=E2*2");
  expect(added(company, byTimer(company))).toEqual([]);
  expect(verify(company).differences).toEqual([]);
});

test("a formula filled down is one event a row, and a row that moves alters no formula's meaning unseen", () => {
  const company = withOwnColumn("Words");
  company.ana.type("Tickets", "D2", "=LEN(B2)");
  const filled = added(company, () => company.ana.fill("Tickets", "D2", "D2:D4"));
  expect(sets(filled)).toEqual([
    ["T-2", { c1: { formula: "=LEN(B3)" } }],
    ["T-3", { c1: { formula: "=LEN(B4)" } }],
  ]);
  company.ana.insertRows("Tickets", 3, 1);
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(verify(company).differences).toEqual([]);
});

test("NOW() and RAND() change with every look and are never edits", () => {
  const company = withOwnColumn("Age");
  company.ana.paste("Tickets", "D2", [["=NOW()"], ["=RAND()"], ["=TODAY()"]]);
  expect(
    added(company, () => company.workspace.clock.advance(26 * 3_600_000)).filter(({ type }) => type === "edited"),
  ).toEqual([]);
  expect(verify(company).differences).toEqual([]);
});

test("what an array formula spills into the rows below is never recorded", () => {
  const company = withOwnColumn("Shout");
  const events = added(company, () => company.ana.type("Tickets", "D2", "=ARRAYFORMULA(UPPER(B2:B4))"));
  expect(sets(events)).toEqual([["T-1", { c1: { formula: "=ARRAYFORMULA(UPPER(B2:B4))" } }]]);
  expect(gridOf(company.book, "Tickets").valueAt(3, 3)).toBe("ISSUE 3");
  const later = added(company, () => {
    company.ben.type("Tickets", "B4", "Another subject");
    company.ben.type("Tickets", "C3", "Pending");
    company.workspace.clock.advance(2 * FIVE_MINUTES);
  });
  expect(sets(later)).toEqual([
    ["T-3", { subject: "Another subject" }],
    ["T-2", { status: "Pending" }],
  ]);
  expect(verify(company).differences).toEqual([]);
});

test("an array formula in the header row fills a column that nobody edits", () => {
  const company = aCompany({ tickets: 3 });
  const { maxColumns } = gridOf(company.book, "Tickets");
  company.ana.insertColumns("Tickets", maxColumns + 1, 1);
  const header = rowsAcross(company, 1, 1).split(":")[1] ?? "";
  company.ana.type("Tickets", header, '={"Length"; ARRAYFORMULA(LEN(B2:B201))}');
  company.ana.type("Tickets", "B2", "A longer subject");
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(
    historyOf(company.book)
      .filter(({ type }) => type === "edited")
      .map(({ set }) => Object.keys(set)),
  ).toEqual([["subject"]]);
  expect(verify(company).differences).toEqual([]);
});

test("a column renamed, moved and deleted is recorded each time, and its contents stay in History", () => {
  const company = withOwnColumn();
  company.ana.type("Tickets", "D2", "12");
  company.ana.type("Tickets", "D1", "Price");
  company.ana.moveColumns("Tickets", 4, 1, 2);
  company.ana.type("Tickets", "B3", "13");
  company.ana.deleteColumns("Tickets", 2, 1);
  company.ana.type("Tickets", "C2", "Pending");
  expect(configured(company)).toEqual([
    'column "Cost" added',
    'column "Cost" renamed to "Price"',
    "columns moved",
    'column "Price" deleted',
  ]);
  const shown = ask(company.ana, "sidebarTicket", { ticketId: "T-1" })["data"] as { timeline: { after: string }[] };
  expect(shown.timeline.map(({ after }) => after)).toContain("12");
  expect(verify(company).differences).toEqual([]);
});

test("a deleted column that an undo brings back is the same column", () => {
  const company = withOwnColumn();
  company.ana.type("Tickets", "D2", "12");
  company.ana.deleteColumns("Tickets", 4, 1);
  company.workspace.clock.advance(FIVE_MINUTES);
  company.ana.undo();
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(ticketRows(company.book)[0]).toMatchObject({ Cost: 12 });
  expect(verify(company).differences).toEqual([]);
});

test("a header that stands twice is two columns, of which the first is the desk's", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.insertColumns("Tickets", 2, 1);
  company.ana.type("Tickets", "B1", "Status");
  const events = added(company, () => {
    company.ana.type("Tickets", "B2", "whatever");
    company.ana.type("Tickets", "D2", "Pending");
  });
  expect(sets(events)).toEqual([
    ["T-1", { c1: "whatever" }],
    ["T-1", { status: "Pending" }],
  ]);
  expect(setUp(company)).toMatch(/nothing was changed/);
  expect(verify(company).differences).toEqual([]);
});

test("a column copied beside itself is a column of the company's, and the desk keeps its own", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.insertColumns("Tickets", 4, 1);
  company.ana.copyPaste("Tickets", "C1:C9", "Tickets", "D1", "all");
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  company.ana.type("Tickets", "C2", "Resolved");
  expect(historyOf(company.book).at(-1)).toMatchObject({ set: { status: "Resolved" } });
  expect(gridOf(company.book, "Tickets").valueAt(1, 3)).toBe("Open");
  expect(verify(company).differences).toEqual([]);
});

test("columns of the desk that it can do without may go, and come back empty of surprises", () => {
  const company = aCompany({ tickets: 2 });
  const at = gridOf(company.book, "Tickets").valuesOf({ top: 0, left: 0, rows: 1, columns: 20 })[0] ?? [];
  company.ana.deleteColumns("Tickets", at.indexOf("Queue") + 1, 1);
  company.ana.type("Tickets", "C2", "Pending");
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Pending" });
  expect(configured(company)).toEqual(['column "Queue" deleted']);
  expect(verify(company).differences).toEqual([]);
});

test("cells beside the last header belong to nobody", () => {
  const company = aCompany({ tickets: 2 });
  const { maxColumns } = gridOf(company.book, "Tickets");
  company.ana.insertColumns("Tickets", maxColumns + 1, 2);
  const events = added(company, () => {
    company.ana.type("Tickets", rowsAcross(company, 2, 2).split(":")[1] ?? "", "a scribble");
    company.workspace.clock.advance(FIVE_MINUTES);
  });
  expect(events).toEqual([]);
  expect(verify(company).differences).toEqual([]);
});

test("restoring a ticket brings its own columns back too, formulas included", () => {
  const company = withOwnColumn();
  company.ana.paste("Tickets", "D2", [["12.5"], ["=1+2"], ["3/2/2026"]]);
  company.ana.deleteRows("Tickets", 2, 3);
  for (const ticketId of ["T-1", "T-2", "T-3"])
    ask(company.ana, "sidebarRestore", { requestId: `r ${ticketId}`, ticketId });
  const grid = gridOf(company.book, "Tickets");
  expect(ticketRows(company.book).map(({ Ticket, Cost }) => [Ticket, Cost])).toEqual([
    ["T-1", 12.5],
    ["T-2", 3],
    ["T-3", 46083],
  ]);
  expect(grid.formulaAt(2, 3)).toBe("=1+2");
  expect(verify(company).differences).toEqual([]);
  expect(cell(company, "Cost", 2)).toBe("D2");
});

test("a column whose array formula is gone is people's again", () => {
  const company = withOwnColumn("Shout");
  company.ana.type("Tickets", "D2", "=ARRAYFORMULA(UPPER(B2:B4))");
  company.workspace.clock.advance(FIVE_MINUTES);
  const later = added(company, () => {
    company.ana.clear("Tickets", "D2");
    company.workspace.clock.advance(FIVE_MINUTES);
    company.ana.type("Tickets", "D3", "typed");
  });
  expect(sets(later)).toContainEqual(["T-2", { c1: "typed" }]);
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(verify(company)).toMatchObject({ text: "3 tickets, 7 events, 0 conversations, 0 mails, 0 differences" });
});
