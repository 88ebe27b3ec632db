import type { Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import { aCompany, ask, type Company } from "./company.ts";
import { ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;

const explain = ({ ana }: Company, question: object = { ticketId: "T-1" }): Explanation =>
  ask(ana, "sidebarExplain", question)["data"] as Explanation;

const sumOf = (explanation: Explanation, title: string, kind: string): number =>
  explanation.clocks
    .filter((clock) => clock.title === title)
    .flatMap(({ lines }) => lines.filter((line) => line.kind === kind))
    .reduce((sum, { workingMs }) => sum + workingMs, 0);

test("what an explanation adds up to is what the sheet shows at that moment", () => {
  const company = aCompany({ tickets: 2 }); // Monday 9:00, Medium: answer in 4 h, resolve in 24 h of 9–17
  company.workspace.clock.advance(2.5 * HOUR_MS);
  company.ana.type("Tickets", "C2", "Pending");
  company.workspace.clock.advance(1.25 * HOUR_MS);
  company.ana.type("Tickets", "C2", "Open");
  company.workspace.clock.advance(22 * HOUR_MS);
  company.ana.type("Tickets", "D2", "High"); // judges the row: 8 h, of which more are used
  const row = ticketRows(company.book)[0];
  const explanation = explain(company);
  expect(explanation.verdict).toBe(row?.["SLA"]);
  expect((explanation.remainingMs ?? 0) / HOUR_MS).toBeCloseTo(Number(row?.["Time left"]), 1);
  const resolution = explanation.clocks.find(({ title }) => title === "Resolution");
  expect(sumOf(explanation, "Resolution", "counted")).toBe(resolution?.elapsedMs);
  expect(sumOf(explanation, "Resolution", "paused")).toBe(resolution?.pausedMs);
  expect((resolution?.pausedMs ?? 0) / HOUR_MS).toBeCloseTo(1.25, 1);
  const rules = resolution?.lines.filter(({ kind }) => kind === "rule").map(({ because }) => because);
  expect(rules).toEqual([
    "Created: the clock starts.",
    "Policy “Standard”, version 1: 24 h for Medium.",
    "Pending: the ticket waits, so the resolution pauses.",
    "Open: the clock runs on.",
    expect.stringMatching(
      /^Priority changed to High: the target fell from 24 h to 8 h; the time used is kept\./,
    ) as string,
  ]);
});

test("of the selected row it is the ticket that stands there, in few calls; elsewhere there is none", () => {
  const company = aCompany({ tickets: 3 });
  company.ana.select("Tickets", "B3");
  const { value, callCount } = company.ana.call("sidebarExplain", {});
  expect(JSON.parse(String(value))).toMatchObject({ ok: true, data: { ticketId: "T-2" } });
  expect(callCount).toBeLessThanOrEqual(6);
  company.ana.select("Tickets", "B1");
  expect(explain(company, {})).toBeNull();
  company.ana.select("People", "A2");
  expect(explain(company, {})).toBeNull();
  expect(ask(company.ana, "sidebarExplain", { ticketId: "T-99" })).toMatchObject({ ok: false });
});

test("the menu opens it", () => {
  const company = aCompany({ tickets: 1 });
  const window = company.workspace.person("ana@example.com").open(company.book);
  window.select("Tickets", "B2");
  expect(window.clickMenu("Helpdesk", "Explain this deadline").error).toBeUndefined();
  expect(window.sidebar?.html).toContain('window.sheetdeskView = "explain"');
});
