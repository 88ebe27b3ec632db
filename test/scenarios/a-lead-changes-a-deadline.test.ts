import type { ExplainedClock, Explanation } from "../../src/domain/explanation/explain-ticket.ts";
import type { TicketShown } from "../../src/sidebar/api.ts";
import type { BookWindow } from "../emulator/people/book-window.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { aCompany, ask, type Company, OWNER, verify } from "./company.ts";
import { refresh, sentenceOf, tableOf, tilesOf } from "./report-view.ts";
import { cell, gridOf, historyOf, ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let request = 0;
const FIGURES = "Every figure of the period";

/** T-1 of Monday 9:00, Medium: to be answered in 4 h, resolved in 24 h of 9–17. */
function after(hours: number): Company {
  const company = aCompany({ tickets: 2 });
  company.workspace.clock.advance(hours * HOUR_MS);
  return company;
}

const row = ({ book }: Company) => ticketRows(book)[0] ?? {};
const eventsIn = ({ book }: Company) => historyOf(book).filter(({ type }) => type === "promised");

const explain = (window: BookWindow): Explanation =>
  ask(window, "sidebarExplain", { ticketId: "T-1" })["data"] as Explanation;

function clockIn(company: Company, title: string): ExplainedClock {
  const clock = explain(company.owner).clocks.find((one) => one.title === title);
  if (!clock) throw new Error(`no clock ${title}`);
  return clock;
}

/** What the form sends of a clock of T-1. */
function wish(company: Company, title: string, changes: object): object {
  const { metric: clock, startAt } = clockIn(company, title);
  const reason = "The vendor is down.";
  return { requestId: `override-${++request}`, ticketId: "T-1", clock, startAt, targetMinutes: 0, reason, ...changes };
}

const override = (company: Company, title: string, changes: object): Record<string, unknown> =>
  ask(company.owner, "sidebarOverride", wish(company, title, changes));

/** A date cell holds days since 30 December 1899. */
const instantOf = (serial: unknown): number => Math.round((Number(serial) - 25_569) * DAY_MS);

test("more time moves the deadline, from the sheet to the timeline, and is one event with its reason", () => {
  const company = after(1);
  const events = historyOf(company.book).length;
  expect(override(company, "Resolution", { choice: "more", targetMinutes: 1800 })).toMatchObject({ ok: true });
  const resolution = clockIn(company, "Resolution");
  expect(resolution).toMatchObject({ targetMs: 30 * HOUR_MS, terms: { policyMs: 24 * HOUR_MS, isOverridden: true } });
  expect(resolution.lines.map(({ because }) => because)).toContain(
    `${OWNER}, a lead, gave it 30 h instead of 24 h; the time used is kept. Why: “The vendor is down.”`,
  );
  expect(historyOf(company.book).slice(events)).toMatchObject([
    { type: "promised", actor: OWNER, role: "lead", override: ["resolution", 1800], because: "The vendor is down." },
  ]);
  expect(row(company)).toMatchObject({ SLA: "On track", "Updated by": OWNER });
  expect(instantOf(row(company)["Resolution due"])).toBe(resolution.dueAt);
  company.ana.type("Tickets", "D2", "High"); // 8 h by the policy
  expect(clockIn(company, "Resolution").dueAt).toBe(resolution.dueAt);
  const { timeline } = ask(company.ana, "sidebarTicket", { ticketId: "T-1" })["data"] as TicketShown;
  expect(timeline.find(({ what }) => what === "Deadline")).toMatchObject({
    actor: OWNER,
    after: "Resolution has 30 h in all: The vendor is down.",
  });
  expect(verify(company).differences).toEqual([]);
});

test("a breach stays whatever time is given, is gone where it doesn't count, and is back where that is taken back", () => {
  const company = after(6);
  const breached = clockIn(company, "First response");
  expect(breached).toMatchObject({ state: "breached", breachedAt: breached.dueAt });
  override(company, "First response", { choice: "more", targetMinutes: 600 });
  expect(clockIn(company, "First response")).toMatchObject({ state: "breached", breachedAt: breached.breachedAt });
  override(company, "First response", { choice: "exclude" });
  expect(clockIn(company, "First response")).toMatchObject({ state: "na", breachedAt: null, dueAt: null });
  expect(row(company)).toMatchObject({ SLA: "On track", "First response due": "" });
  expect(override(company, "First response", { choice: "more", targetMinutes: 900 })).toMatchObject({
    problem: { field: "choice", sentence: expect.stringMatching(/take that back first/) as string },
  });
  company.workspace.clock.advance(HOUR_MS);
  override(company, "First response", { choice: "back", reason: "Wrong ticket" });
  const restored = clockIn(company, "First response");
  expect(restored).toMatchObject({ state: "breached", breachedAt: breached.breachedAt, targetMs: breached.targetMs });
  expect(restored.terms?.isOverridden).toBe(false);
  expect(restored.lines.map(({ because }) => because)).toContain(
    `${OWNER}, a lead, took back what had been decided: it counts as though nothing had been changed. Why: “Wrong ticket”`,
  );
  expect(eventsIn(company).map(({ override: is, voided }) => is ?? voided)).toEqual([
    ["firstResponse", 600],
    ["firstResponse", 0],
    [
      "firstResponse",
      ...eventsIn(company)
        .slice(0, 2)
        .map(({ seq }) => seq),
    ],
  ]);
  company.ana.type("Tickets", "E2", "zoe@example.com"); // the row knows its clocks as all events tell them
  expect(row(company)).toMatchObject({ SLA: "Breached" });
  expect(verify(company).differences).toEqual([]);
});

test("nothing that is open and nothing left to count is a dash", () => {
  const company = after(1);
  for (const title of ["First response", "Resolution"]) override(company, title, { choice: "exclude" });
  expect(row(company)).toMatchObject({ SLA: "–", "Time left": "", "Resolution due": "", "Next SLA instant": "" });
});

test("people are warned by the new target, and of what doesn't count no more", () => {
  const company = after(1);
  override(company, "First response", { choice: "more", targetMinutes: 480 });
  const warned = (ticket: string) =>
    historyOf(company.book).flatMap((event) => (event.type === "warned" && event.ticket === ticket ? [event.at] : []));
  const lookIn = (hours: number): void => {
    company.workspace.clock.reach(company.workspace.clock.now() + hours * HOUR_MS);
    company.project.run("onTimer", [], { trigger: "clock" });
  };
  lookIn(4); // 14:00: T-2 is breached since 13:00
  expect([warned("T-1").length, warned("T-2").length]).toEqual([0, 1]);
  lookIn(1.2); // 75 % of 8 h
  expect(warned("T-1")).toHaveLength(1);
  override(company, "First response", { choice: "exclude" });
  lookIn(20); // Tuesday morning
  expect(warned("T-1")).toHaveLength(1);
  expect(verify(company).differences).toEqual([]);
});

test("a State cell that is lost is rebuilt with it, a policy applied leaves it alone, and tampering is named", () => {
  const company = after(1);
  override(company, "Resolution", { choice: "more", targetMinutes: 1800 });
  const { dueAt } = clockIn(company, "Resolution");
  apiWrite(company.book, { sheet: "Tickets", a1: cell(company, "State", 2) }, [[""]]);
  company.workspace.clock.advance(10 * 60_000);
  company.owner.type("SLA policies", "F4", "10 h");
  ask(company.owner, "sidebarRecomputeApply", { key: "Standard 2", from: 2 });
  expect(clockIn(company, "Resolution").dueAt).toBe(dueAt);
  expect(verify(company).differences).toEqual([]);
  const history = gridOf(company.book, "History");
  const cells = history
    .valuesOf({ top: 0, left: 2, rows: history.lastRow(), columns: 1 })
    .map(([json]) => String(json));
  const at = cells.findIndex((json) => json.includes('"override"'));
  const tampered = (cells[at] ?? "").replace("1800", "6000");
  apiWrite(company.book, { sheet: "History", a1: `C${at + 1}` }, [[tampered]]);
  const { differences } = verify(company);
  expect(differences).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/was changed after it was recorded/),
      expect.stringMatching(/^T-1: its resolution clock has 1800 minutes to keep in its row, History says it has 6000/),
    ]),
  );
  apiWrite(company.book, { sheet: "History", a1: `C${at + 1}` }, [[tampered.replace('"resolution"', '"cycles"')]]);
  expect(verify(company).differences).toEqual(
    expect.arrayContaining([expect.stringMatching(/was changed after it was recorded/)]),
  );
});

test("the report says how often it was done, beside the figures that it made better", () => {
  const company = after(6); // both first responses are breached by now
  const overrides = (): unknown =>
    tableOf(company, FIGURES)
      .find(([name]) => name === "Overrides")
      ?.slice(1, 4);
  const inTime = (): unknown => tableOf(company, FIGURES).find(([name]) => name === "First response in time")?.[3];
  refresh(company);
  expect([overrides(), inTime()]).toEqual([["–", "count", 0], 2]);
  override(company, "First response", { choice: "exclude" });
  refresh(company);
  expect([overrides(), inTime()]).toEqual([[1, "count", 1], 1]);
  expect(sentenceOf(company)).toContain("Overrides: 1.");
  company.ana.type("Tickets", "C2", "Resolved");
  refresh(company);
  expect(tilesOf(company)["Quality attainment"]?.[2]).toMatch(/; overrides: 1$/);
  override(company, "First response", { choice: "back" });
  refresh(company);
  expect([overrides(), inTime()]).toEqual([["–", "count", 0], 2]);
});

describe("refused, and nothing written", () => {
  const cases: readonly (readonly [string, object, RegExp, string | undefined])[] = [
    ["no reason", { reason: " \n" }, /Say why/, "reason"],
    ["an endless reason", { reason: "x".repeat(501) }, /500 characters; these are 501/, "reason"],
    ["less than the policy", { targetMinutes: 600 }, /The policy gives as much/, "targetMinutes"],
    ["half a minute", { targetMinutes: 1800.5 }, /whole target/, "targetMinutes"],
    ["no number", { targetMinutes: "=1+1" }, /must be a number/, "targetMinutes"],
    ["nothing to take back", { choice: "back" }, /No lead has changed/, "choice"],
    ["another clock than there is", { startAt: 1 }, /look again/, undefined],
    ["a clock that nobody knows", { clock: "cycles" }, /must be one of firstResponse/, "clock"],
    ["a choice that nobody knows", { choice: "forget" }, /must be one of more, exclude, back/, "choice"],
    ["a reason that is no text", { reason: { formula: "=1" } }, /must be a text/, "reason"],
  ];
  test.each(cases)("%s", (_, changes, sentence, field) => {
    const company = after(1);
    const events = historyOf(company.book).length;
    const asked = { choice: "more", targetMinutes: 1800, ...changes };
    expect(override(company, "Resolution", asked)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringMatching(sentence) as string, ...(field && { field }) },
    });
    expect(historyOf(company.book)).toHaveLength(events);
  });

  test("whoever is no lead, and more time for what is answered or solved", () => {
    const company = after(1);
    const asked = wish(company, "Resolution", { choice: "more", targetMinutes: 1800 });
    expect(ask(company.ana, "sidebarOverride", asked)).toMatchObject({
      problem: {
        kind: "not-allowed",
        sentence: "Only a lead may change a deadline: ask one, or ask to be entered as lead in People.",
      },
    });
    company.ana.type("Tickets", "C2", "Resolved");
    for (const [title, sentence] of [
      ["First response", /It is answered/],
      ["Resolution", /It is solved/],
    ] as const)
      expect(override(company, title, { choice: "more", targetMinutes: 1800 })).toMatchObject({
        problem: { sentence: expect.stringMatching(sentence) as string, field: "choice" },
      });
    expect(eventsIn(company)).toEqual([]);
    expect(override(company, "Resolution", { choice: "exclude" })).toMatchObject({ ok: true });
    expect(verify(company).differences).toEqual([]);
  });
});

test("sent twice it is done once, for the next answer that was meant, in no more calls than another update", () => {
  const company = after(1);
  const say = (kind: string): void =>
    void ask(company.ana, "sidebarUpdateTicket", {
      ...{ requestId: `say-${++request}`, ticketId: "T-1", changes: {}, said: { kind, text: "Hm." } },
    });
  for (const kind of ["reply", "inbound"]) say(kind);
  const hostile = `=IMPORTXML("x")<script>alert(1)</script>`;
  const asked = wish(company, "Next response", { choice: "exclude", reason: hostile });
  const conversation = gridOf(company.book, "Conversation").lastRow();
  const first = company.owner.call("sidebarOverride", asked);
  expect(first.callCount).toBeLessThanOrEqual(20);
  expect(ask(company.owner, "sidebarOverride", asked)).toMatchObject({ ok: true });
  expect(eventsIn(company)).toMatchObject([{ override: ["nextResponse", 0], because: hostile }]);
  expect(gridOf(company.book, "Conversation").lastRow()).toBe(conversation);
  for (const kind of ["reply", "inbound"]) say(kind);
  const { clocks } = explain(company.owner);
  expect(clocks.map(({ title, state, isExcluded, terms }) => [title, state, isExcluded, terms !== null])).toEqual([
    ["First response", "met", false, true],
    ["Next response 1", "na", true, false],
    ["Next response 2", "running", false, true],
    ["Resolution", "running", false, true],
  ]);
  const meant = ask(company.owner, "sidebarOverride", { ...asked, requestId: "another", choice: "back" });
  expect(meant).toMatchObject({ problem: { sentence: expect.stringMatching(/look again/) as string } });
  expect(verify(company).differences).toEqual([]);
});
