import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, ANA, BEN, type Company, verify } from "./company.ts";
import { cell, gridOf, historyOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;
const row = (company: Company, id: string) => ticketRows(company.book).find(({ Ticket }) => Ticket === id);

const DERIVED = ["Created", "Updated", "Updated by", "Resolved", "SLA", "Time left", "First response due"];

test.each(DERIVED)("%s typed over is put back with a sentence, and is no edit", (header) => {
  const company = aCompany({ tickets: 2 });
  const before = row(company, "T-1")?.[header];
  const events = historyOf(company.book).length;
  company.ana.type("Tickets", cell(company, header, 2), "2020-01-01");
  const isMoving = header === "Time left"; // hours left, as of the last look
  if (!isMoving) expect(row(company, "T-1")?.[header]).toBe(before);
  expect(company.ana.toasts.at(-1)?.message).toBe(
    `The desk keeps ${header} itself: what was typed there was put back.`,
  );
  expect(historyOf(company.book)).toHaveLength(events);
  expect(verify(company).differences).toEqual([]);
});

test("a paste across people's and the desk's columns records the one and puts back the other", () => {
  const company = aCompany({ tickets: 3 });
  const before = ticketRows(company.book).map((cells) => cells["Created"]);
  const width = gridOf(company.book, "Tickets").maxColumns - 3;
  const line = ["Pending", ...Array.from({ length: width }, () => "x")];
  line[1] = "High";
  company.ben.paste("Tickets", "C2", [line, line]);
  expect(ticketRows(company.book).map((cells) => cells["Created"])).toEqual(before);
  expect(row(company, "T-2")).toMatchObject({ Status: "Pending", Priority: "High", "Updated by": BEN, Tags: "x" });
  expect(verify(company).differences).toEqual([]);
});

const state = (company: Company, at: number): string => cell(company, "State", at);

/** What may happen to the hidden State column; afterwards the ticket is edited, and the timer comes. */
const HARM: readonly (readonly [string, (company: Company) => void])[] = [
  ["one wiped", (company) => company.ana.clear("Tickets", state(company, 3))],
  ["all wiped", (company) => company.ana.clear("Tickets", `${state(company, 2)}:${state(company, 5)}`)],
  ["one garbled", (company) => company.ana.type("Tickets", state(company, 3), '{"t":"T-2","r":3')],
  ["one that is JSON of something else", (company) => company.ana.type("Tickets", state(company, 3), '{"t":5}')],
  ["one swapped with another", swap],
  ["one copied over another", (company) => copyState(company, 2, 3)],
  ["all wiped by a script", (company) => wipe(company)],
  [
    "one garbled by a script",
    (company) => apiWrite(company.book, { sheet: "Tickets", a1: state(company, 3) }, [["?"]]),
  ],
];

function swap(company: Company): void {
  const grid = gridOf(company.book, "Tickets");
  const column = grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns })[0]?.indexOf("State") ?? 0;
  const [second, third] = [grid.valueAt(1, column), grid.valueAt(2, column)];
  apiWrite(company.book, { sheet: "Tickets", a1: state(company, 2) }, [[third], [second]]);
}

function copyState(company: Company, from: number, to: number): void {
  company.ana.copyPaste("Tickets", state(company, from), "Tickets", state(company, to), "values");
}

function wipe(company: Company): void {
  apiWrite(company.book, { sheet: "Tickets", a1: state(company, 2) }, [[""], [""], [""], [""]]);
}

describe.each(HARM)("the State cell: %s", (_what, harm) => {
  const AFTER: readonly (readonly [string, (company: Company) => void])[] = [
    ["and nothing more", () => undefined],
    ["then the row is edited", ({ ben }) => ben.type("Tickets", "C3", "Resolved")],
    ["then another row is edited", ({ ben }) => ben.type("Tickets", "C5", "Resolved")],
    ["then the sheet is sorted", ({ ben }) => ben.sort("Tickets", "A2:X9", [{ column: 2, ascending: false }])],
  ];

  test.each(AFTER)("%s: every ticket keeps its number and its history", (_after, act) => {
    const company = aCompany({ tickets: 4 });
    company.ana.type("Tickets", "D3", "High");
    harm(company);
    act(company);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    const shown = ticketRows(company.book).map(({ Ticket, Subject }) => `${String(Ticket)} ${String(Subject)}`);
    expect(shown.sort()).toEqual(["T-1 Issue 1", "T-2 Issue 2", "T-3 Issue 3", "T-4 Issue 4"]);
    expect(row(company, "T-2")).toMatchObject({ Priority: "High", Assignee: BEN });
    expect(historyOf(company.book).filter(({ type }) => type === "created")).toHaveLength(4);
    expect(verify(company).differences).toEqual([]);
  });
});

const FORBIDDEN = [
  ["the number cleared", "A3", ""],
  ["another ticket's number typed", "A3", "T-4"],
  ["a number of nobody typed", "A3", "T-99"],
  ["a word typed for the number", "A3", "mine"],
] as const;

test.each(FORBIDDEN)("%s: the ticket keeps its number", (_what, at, typed) => {
  const company = aCompany({ tickets: 4 });
  if (typed === "") company.ana.clear("Tickets", at);
  else company.ana.type("Tickets", at, typed);
  expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-4"]);
  expect(company.ana.toasts.at(-1)?.message).toMatch(/^T-2 keeps its number/);
  expect(verify(company)).toMatchObject({ text: "4 tickets, 4 events, 0 conversations, 0 mails, 0 differences" });
});

test("numbers wiped by a script in a whole column come back", () => {
  const company = aCompany({ tickets: 4 });
  apiWrite(company.book, { sheet: "Tickets", a1: "A2" }, [[""], [""], [""], [""]]);
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-4"]);
  expect(historyOf(company.book).map(({ actor }) => actor)).toEqual([ANA, ANA, ANA, ANA]);
  expect(verify(company).differences).toEqual([]);
});

test("refusals name each reason once, however many rows they concern", () => {
  const company = aCompany({ tickets: 4 });
  company.ana.paste("Tickets", "C2", [["New"], ["Sleeping"], ["Sleeping"], ["Dead"]]);
  const { message } = company.ana.toasts.at(-1) ?? { message: "" };
  expect(message.match(/Sleeping/g)).toHaveLength(1);
  expect(message).toMatch(/T-1 is Open and can't become New again.*"Dead" is not a status/);
  expect(ticketRows(company.book).map(({ Status }) => Status)).toEqual(["Open", "Open", "Open", "Open"]);
});

describe("a number typed where no ticket stands", () => {
  const NUMBERS = ["T-1", "T-7", "mine", "12"];
  test.each(NUMBERS)("%s is cleared with a sentence, and the row becomes a ticket as any other", (typed) => {
    const company = aCompany({ tickets: 2 });
    company.ana.type("Tickets", "A5", typed);
    expect(gridOf(company.book, "Tickets").valueAt(4, 0)).toBe("");
    expect(company.ana.toasts.at(-1)?.message).toBe(
      `Ticket numbers are given by the desk once a row has a subject: "${typed}" was cleared.`,
    );
    company.ana.type("Tickets", "B5", "Now it is one");
    expect(row(company, "T-3")).toMatchObject({ Subject: "Now it is one" });
    expect(verify(company)).toMatchObject({ text: "3 tickets, 3 events, 0 conversations, 0 mails, 0 differences" });
  });

  test("by a script is cleared by the timer", () => {
    const company = aCompany({ tickets: 2 });
    apiWrite(company.book, { sheet: "Tickets", a1: "A6" }, [["T-2"], ["T-9"]]);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2"]);
    expect(verify(company)).toMatchObject({ text: "2 tickets, 2 events, 0 conversations, 0 mails, 0 differences" });
  });
});

test("the number column sorted alone, and cells edited before anybody notices: every ticket stays in its row", () => {
  const company = aCompany({ tickets: 4 });
  company.ana.sort("Tickets", "A2:A5", [{ column: 1, ascending: false }]);
  company.ben.type("Tickets", "C3", "Pending");
  company.ben.type("Tickets", "D5", "High");
  company.workspace.clock.advance(2 * FIVE_MINUTES);
  const shown = ticketRows(company.book).map(({ Ticket, Subject, Status, Priority }) => [
    Ticket,
    Subject,
    Status,
    Priority,
  ]);
  expect(shown).toEqual([
    ["T-1", "Issue 1", "Open", "Medium"],
    ["T-2", "Issue 2", "Pending", "Medium"],
    ["T-3", "Issue 3", "Open", "Medium"],
    ["T-4", "Issue 4", "Open", "High"],
  ]);
  expect(verify(company)).toMatchObject({ text: "4 tickets, 6 events, 0 conversations, 0 mails, 0 differences" });
});
