import { apiWrite } from "../emulator/people/api-write.ts";
import type { Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import { aCompany, ask, BEN, type Company, setUp, verify } from "./company.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;
const FIVE_MINUTES = 5 * 60_000;

const toasts = ({ owner }: Company): string[] => owner.toasts.map(({ message }) => message);
const noteAt = ({ book }: Company, sheet: string, row: number, column: number): string =>
  gridOf(book, sheet).noteAt(row - 1, column - 1);
const newTicket = ({ ana, book }: Company, cells: readonly string[] = ["Slow laptop", "Open", "Medium"]) => {
  const row = ticketRows(book).filter(({ Subject }) => Subject !== "").length + 2;
  ana.paste("Tickets", `B${row}`, [[...cells]]);
  return ticketRows(book)[row - 2];
};

test("a target changed on its sheet counts for the next ticket, by its own version; what was promised before stays", () => {
  const company = aCompany({ tickets: 1 });
  company.owner.type("SLA policies", "D4", "2 h");
  expect(newTicket(company)).toMatchObject({ "Time left": 2 });
  company.owner.type("SLA policies", "D4", "3 h");
  company.owner.type("SLA policies", "E4", "3 h"); // before any ticket came: no version of its own
  expect(newTicket(company)).toMatchObject({ "Time left": 3 });
  expect(ticketRows(company.book)[0]).toMatchObject({ "Time left": 4 });
  const versions = historyOf(company.book)
    .filter(({ type }) => type === "created")
    .map(({ policy }) => policy);
  expect(versions).toEqual([
    ["Standard", 1],
    ["Standard", 2],
    ["Standard", 3],
  ]);
  expect(verify(company).differences).toEqual([]);
});

test("a mistake is said and marked at once, the last valid version stays in force, and mended it is unmarked", () => {
  const company = aCompany();
  company.owner.type("SLA policies", "D4", "soon");
  expect(toasts(company).join()).toMatch(/SLA policies, D4: “soon” is no time/);
  expect(noteAt(company, "SLA policies", 4, 4)).toMatch(/last valid version/);
  expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
    expect.objectContaining({ name: "Settings", sentence: expect.stringMatching(/D4/) as string }),
  );
  expect(newTicket(company)).toMatchObject({ "Time left": 4 });
  company.owner.type("SLA policies", "D4", "1 h");
  expect(noteAt(company, "SLA policies", 4, 4)).toBe("");
  expect(newTicket(company)).toMatchObject({ "Time left": 1 });
});

const MISTAKES = [
  ["Settings", "B3", "soon", /number of days/],
  ["Statuses", "B4", "whatever", /no category/],
  ["Business hours", "C2", "25:00-26:00", /not a time of day/],
  ["Business hours", "D2", "09:00-12:00, 11:00-13:00", /overlap/],
  ["Business hours", "B2", "Europe/Atlantis", /not a time zone/],
  ["Holidays", "B2", "24.12.2026", /not a date/],
  ["SLA policies", "A5", "Second", /never match/],
  ["SLA policies", "B5", "High", /two rows for High/],
  ["SLA policies", "G2", "Nights", /no calendar “Nights”/],
] as const;
test.each(MISTAKES)("%s %s “%s” is marked on its cell", (sheet, at, typed, sentence) => {
  const company = aCompany();
  company.owner.type(sheet, at, typed);
  expect(toasts(company).join()).toMatch(sentence);
  const notes = gridOf(company.book, sheet);
  const marked = [2, 3, 4, 5].flatMap((row) => [1, 2, 3, 4, 7].map((column) => notes.noteAt(row - 1, column - 1)));
  expect(marked.filter((note) => sentence.test(note))).not.toEqual([]);
  expect(newTicket(company)).toMatchObject({ "Time left": 4, Status: "Open" });
});

test("what no trigger saw is taken by the timer", () => {
  const company = aCompany();
  apiWrite(company.book, { sheet: "SLA policies", a1: "D4" }, [["30 min"]]);
  apiWrite(company.book, { sheet: "SLA policies", a1: "D5" }, [["soon"]]);
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(noteAt(company, "SLA policies", 5, 4)).toMatch(/soon/);
  apiWrite(company.book, { sheet: "SLA policies", a1: "D5" }, [["8 h"]]);
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(noteAt(company, "SLA policies", 5, 4)).toBe("");
  expect(newTicket(company)?.["Time left"]).toBe(0.5);
});

test("a new status is offered and understood at once; what an old name meant stays meant", () => {
  const company = aCompany({ tickets: 1 });
  company.ana.type("Tickets", "C2", "Pending");
  company.owner.type("Statuses", "A4", "Waiting for parts");
  company.ana.paste("Tickets", "B3", [["Pump", "Waiting for parts", "Medium"]]);
  expect(ticketRows(company.book)[1]).toMatchObject({ Status: "Waiting for parts", "Resolution due": "" });
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Pending", "Resolution due": "" });
  expect(verify(company).differences).toEqual([]);
});

test("opening hours change from tomorrow on: what is due then moves, what lies behind does not", () => {
  const company = aCompany({ tickets: 1 }); // Monday 9:00: 24 h of 9–17 are used up on Wednesday at 17:00
  const due = (): unknown => ticketRows(company.book)[0]?.["Resolution due"];
  const before = due();
  company.owner.paste("Business hours", "C2", [
    ["09:00-13:00", "09:00-13:00", "09:00-13:00", "09:00-13:00", "09:00-13:00"],
  ]);
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(due()).not.toEqual(before);
  const [clock] = explain(company).clocks.slice(-1);
  expect(new Date(clock?.dueAt ?? 0).toISOString()).toMatch(/^2026-03-09T09:00/); // 8 h on Monday, then 4 h a day
});

const explain = ({ ana }: Company): Explanation =>
  ask(ana, "sidebarExplain", { ticketId: "T-1" })["data"] as Explanation;

test("a VIP is told to the person's open tickets, and again when it ends", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Tickets", "C3", "Closed");
  company.owner.type("Settings", "B3", "0"); // days: what is closed stays closed
  company.ana.paste("Tickets", "B4", [
    ["Slow laptop", "Open", "Medium", "", BEN],
    ["Mail", "Open", "Medium", "", "zoe@example.com"],
  ]);
  company.owner.paste("People", "A4", [[BEN, "Ben", "agent", "yes"]]);
  company.ana.paste("Tickets", "F2", [[BEN]]);
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(ticketRows(company.book)[2]?.["Time left"]).toBeLessThanOrEqual(2);
  expect(ticketRows(company.book)[3]?.["Time left"]).toBeGreaterThan(3);
  company.owner.type("People", "D4", "no");
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(ticketRows(company.book)[2]?.["Time left"]).toBeGreaterThan(3);
  const told = historyOf(company.book).filter(({ vip }) => vip !== undefined);
  expect(told.map(({ ticket, vip }) => [ticket, vip])).toEqual([
    ["T-1", true],
    ["T-3", true],
    ["T-1", false],
    ["T-3", false],
  ]);
  company.workspace.clock.advance(3 * FIVE_MINUTES);
  expect(historyOf(company.book).filter(({ vip }) => vip !== undefined)).toHaveLength(4);
  expect(verify(company).differences).toEqual([]);
});

describe("a day that is over", () => {
  /** It is Wednesday; T-1 is open since Monday, T-2 was resolved at once. */
  const onWednesday = (): Company => {
    const company = aCompany({}, { now: Date.parse("2026-03-04T09:00Z") });
    for (const subject of ["Slow laptop", "Mail"])
      ask(company.ana, "sidebarLogTicket", { ...REPORT, subject, requestId: subject });
    company.ana.type("Tickets", "C3", "Resolved");
    return company;
  };
  const REPORT = {
    ...{ requester: BEN, requesterName: "", description: "", category: "", priority: "Medium", channel: "phone" },
    ...{ loggedOnBehalfOf: "", happenedAt: Date.parse("2026-03-02T09:00Z"), lateReason: "No power." },
  };

  test("does not become a holiday without a reason", () => {
    const company = onWednesday();
    const before = explain(company).clocks.at(-1)?.elapsedMs;
    company.owner.paste("Holidays", "A2", [["", "2026-03-03", "Flood"]]);
    expect(toasts(company).join()).toMatch(/Holidays, E2: 2026-03-03 is over.*Reason/);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect((explain(company).clocks.at(-1)?.elapsedMs ?? 0) - (before ?? 0)).toBeLessThan(HOUR_MS);
    expect(historyOf(company.book).filter(({ restated }) => restated)).toEqual([]);
  });

  test("is counted again for open clocks where somebody says why; stopped ones keep their result", () => {
    const company = onWednesday();
    const before = explain(company).clocks.at(-1)?.elapsedMs ?? 0;
    const stopped = ticketRows(company.book)[1];
    company.owner.paste("Holidays", "A2", [["", "2026-03-03", "Flood", "", "The office stood under water."]]);
    expect(toasts(company)).toEqual([]);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(before - (explain(company).clocks.at(-1)?.elapsedMs ?? 0)).toBeGreaterThan(7 * HOUR_MS);
    expect(ticketRows(company.book)[1]).toMatchObject({ SLA: stopped?.["SLA"], Resolved: stopped?.["Resolved"] });
    const lines = JSON.stringify(explain(company).clocks.at(-1)?.lines);
    expect(lines).toContain("put right afterwards (The office stood under water.)");
    expect(lines).toContain("Holiday: Flood (Tue 3 Mar)");
    company.workspace.clock.advance(3 * FIVE_MINUTES);
    expect(
      historyOf(company.book)
        .filter(({ restated }) => restated)
        .map(({ ticket, restated }) => [ticket, restated]),
    ).toEqual([["T-1", ["Office", 1]]]);
    expect(verify(company).differences).toEqual([]);
    expect(setUp(company)).toMatch(/nothing was changed/);
  });
});

test("an edit of a settings sheet takes few calls", () => {
  const company = aCompany({ tickets: 1 });
  const { executions } = company.workspace;
  const before = executions.length;
  company.owner.type("SLA policies", "D4", "2 h");
  const [edit] = executions.slice(before).filter(({ functionName }) => functionName === "onEdit");
  expect(edit?.callCount).toBeLessThanOrEqual(14);
  expect(edit?.callCount).toBeGreaterThan(6);
});
