import { TransientError } from "../emulator/core/errors.ts";
import type { Outcome } from "../emulator/core/outcome.ts";
import { aCompany, ask, BEN, type Company, verify } from "./company.ts";
import { asked, type Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { overrideOf } from "./override-of.ts";
import { cell, historyOf, ticketRows } from "./sheets.ts";
import { callsOf, disturbed, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const FIVE_MINUTES = 5 * 60_000;
const open = startingPoint();
const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Deeds of one run each; the call at which Google fails is swept. */
describe.each(DEEDS)("$name, with Google failing once at any of its calls", (deed: Deed) => {
  test("nothing is half written: the person hears of it or the log does, and the next run repairs", () => {
    const found: string[] = [];
    const calls = callsOf(open, deed);
    for (let n = 1; n <= calls; n++) {
      const company = open();
      const done = disturbed(company, deed, n, () => {
        throw new TransientError(SERVER_ERROR);
      });
      const failed = company.workspace.executions.filter(({ error }) => error);
      for (const { error } of failed)
        if (error?.message !== SERVER_ERROR) found.push(`failed at ${n}: ${error?.message}`);
      found.push(...wrongs(company, [done]).map((wrong) => `failed at ${n}: ${wrong}`));
    }
    expect(found).toEqual([]);
  });
});

const QUESTION = {
  ...{
    requestId: "once",
    requester: "carla@example.com",
    requesterName: "Carla",
    subject: "Logged",
    description: "It smokes.",
  },
  ...{ category: "", priority: "High", channel: "phone", loggedOnBehalfOf: "" },
};

test("a ticket logged while Google fails at any call is logged once by trying again with the same request", () => {
  const found: string[] = [];
  const deed: Deed = { name: "log", act: ({ ana }) => asked(ana, "sidebarLogTicket", QUESTION) };
  const calls = callsOf(open, deed);
  for (let n = 1; n <= calls; n++) {
    const company = open();
    let heard: Outcome | undefined;
    const act = ({ ana }: Company) => void (heard = ana.call("sidebarLogTicket", QUESTION));
    disturbed(company, { name: "log", act }, n, () => {
      throw new TransientError(SERVER_ERROR);
    });
    const again = ask(company.ana, "sidebarLogTicket", QUESTION);
    if (!heard?.error && heard?.value === undefined) found.push(`${n}: nobody heard of it`);
    if (again["ok"] !== true) found.push(`${n}: ${JSON.stringify(again)}`);
    const rows = ticketRows(company.book).filter(({ Subject }) => Subject === "Logged");
    if (rows.length !== 1) found.push(`${n}: ${rows.length} rows`);
    found.push(...wrongs(company).map((wrong) => `${n}: ${wrong}`));
  }
  expect(found).toEqual([]);
  expect(calls).toBeGreaterThan(10);
});

test("a deadline moved while Google fails at any call is moved once by trying again with the same request", () => {
  const found: string[] = [];
  const again = (company: Company) => overrideOf(company, "T-2", { choice: "more", targetMinutes: 1800 });
  const deed: Deed = { name: "move", act: (company) => asked(company.owner, "sidebarOverride", again(company)) };
  for (let n = 1; n <= callsOf(open, deed); n++) {
    const company = open();
    disturbed(company, deed, n, () => {
      throw new TransientError(SERVER_ERROR);
    });
    const answer = ask(company.owner, "sidebarOverride", again(company));
    if (answer["ok"] !== true) found.push(`${n}: ${JSON.stringify(answer)}`);
    const moved = historyOf(company.book).filter(({ ticket, override }) => ticket === "T-2" && override);
    if (moved.length !== 1) found.push(`${n}: moved ${moved.length} times`);
    found.push(...wrongs(company).map((wrong) => `${n}: ${wrong}`));
  }
  expect(found).toEqual([]);
});

/** Something runs for long with the lock in its hands. */
function whileBusy(company: Company, act: () => void): void {
  let isHeld = false;
  company.workspace.onCall = ({ name }) => {
    if (isHeld) {
      company.workspace.onCall = undefined;
      act();
      company.workspace.engine.queue.drain();
    }
    isHeld = name === "Lock.tryLock";
  };
  company.project.run("onTimer", [], { trigger: "clock" });
}

describe("while another run holds the lock", () => {
  const BUSY = "The desk is busy with somebody else's work.";
  const AT_EDIT = `${BUSY} What you typed stands in its cell`;
  const SOON = `${AT_EDIT} and is recorded within five minutes.`;
  const AT_SIDEBAR = `${BUSY} Nothing was changed: try again in a moment.`;

  test("an edit says so in a toast, and the timer records it", () => {
    const company = aCompany({ tickets: 3 });
    company.workspace.clock.advance(FIVE_MINUTES);
    const events = historyOf(company.book).length;
    whileBusy(company, () => company.ben.type("Tickets", "C3", "Pending"));
    expect(company.ben.toasts.at(-1)?.message).toBe(SOON);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(historyOf(company.book).slice(events)).toMatchObject([
      { ticket: "T-2", set: { status: "Pending" }, source: "reconcile" },
    ]);
    expect(verify(company).differences).toEqual([]);
  });

  const CALLS = [
    ["sidebarLogTicket", QUESTION],
    ["sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes: { status: "Resolved" } }],
    ["sidebarRestore", { requestId: "r", ticketId: "T-1" }],
  ] as const;

  test.each(CALLS)("%s answers with a sentence and writes nothing; asked again later, it works", (name, question) => {
    const company = aCompany({ tickets: 3 });
    const events = historyOf(company.book).length;
    whileBusy(company, () => {
      expect(ask(company.ben, name, question)).toEqual({ ok: false, problem: { kind: "busy", sentence: AT_SIDEBAR } });
    });
    expect(historyOf(company.book)).toHaveLength(events);
    expect(ask(company.ben, name, question)).toMatchObject({ ok: true });
    expect(verify(company).differences).toEqual([]);
  });

  const EDITS: readonly (readonly [string, (company: Company) => void, string | undefined])[] = [
    [
      "before the timer ran once",
      () => undefined,
      `${AT_EDIT} and is recorded by the desk's timer, which has not run yet`,
    ],
    [
      "after the timer stopped",
      ({ workspace }) => {
        workspace.clock.advance(FIVE_MINUTES);
        workspace.triggers.restore([]);
        workspace.clock.advance(24 * 3_600_000);
      },
      `${AT_EDIT}, but the desk's timer is not running: type it again in a moment.`,
    ],
  ];

  test.each(EDITS)("an edit %s is not promised what nobody does", (_what, before, sentence) => {
    const company = aCompany({ tickets: 3 });
    before(company);
    whileBusy(company, () => company.ben.type("Tickets", "C3", "Pending"));
    expect(company.ben.toasts.at(-1)?.message).toContain(sentence);
    company.ben.type("Tickets", "C3", "Pending");
    expect(historyOf(company.book).at(-1)).toMatchObject({ ticket: "T-2", set: { status: "Pending" } });
  });

  test("a settings sheet takes effect soon, a role in People needs a lead, and a sheet of others is none of the desk's", () => {
    const company = aCompany({ tickets: 1 });
    company.owner.addSheet("Budget");
    company.workspace.clock.advance(FIVE_MINUTES);
    const said = (act: () => void): string[] => {
      const before = company.owner.toasts.length;
      whileBusy(company, act);
      return company.owner.toasts.slice(before).map(({ message }) => message);
    };
    expect(said(() => company.owner.type("Settings", "B3", "7"))).toEqual([
      `${AT_EDIT} and takes effect within five minutes.`,
    ]);
    expect(said(() => company.owner.type("People", "C4", "lead"))).toEqual([
      expect.stringMatching(/A role must be typed again, or confirmed by a lead/),
    ]);
    expect(said(() => company.owner.type("Budget", "A1", "5"))).toEqual([]);
  });

  /** Somebody inserts a row on top before each write of a run. */
  function whileShifted(company: Company, act: () => void): void {
    let isInserting = false;
    company.workspace.onCall = ({ name, execution }) => {
      if (isInserting || name !== "Range.setValues" || execution.functionName === "onSheetChange") return;
      isInserting = true;
      company.owner.insertRows("Tickets", 2, 1);
      isInserting = false;
    };
    act();
    company.workspace.onCall = undefined;
  }

  test("rows that move at each of its tries: the sidebar says that it may be saved or not, and a retry saves once", () => {
    const company = aCompany({ tickets: 4 });
    const question = { requestId: "again", ticketId: "T-1", changes: { priority: "Low" } };
    whileShifted(company, () => {
      expect(ask(company.ana, "sidebarUpdateTicket", question)).toMatchObject({
        problem: {
          kind: "busy",
          sentence: expect.stringMatching(
            /^The rows were moved again.*It may be saved or not: try again, nothing is saved twice\.$/,
          ) as string,
        },
      });
    });
    expect(ask(company.ana, "sidebarUpdateTicket", question)).toMatchObject({ ok: true });
    expect(historyOf(company.book).filter(({ set }) => set["priority"] === "Low")).toHaveLength(1);
  });

  test("rows that move at each of its tries: an edit says that its cell stands, and the timer records it", () => {
    const company = aCompany({ tickets: 4 });
    company.workspace.clock.advance(FIVE_MINUTES);
    whileShifted(company, () => company.ben.paste("Tickets", "D2", [["Urgent"], ["Urgent"], ["Urgent"], ["Urgent"]]));
    expect(company.ben.toasts.at(-1)?.message).toMatch(/^The rows were moved again.*recorded within five minutes\.$/);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(historyOf(company.book).filter(({ set }) => set["priority"] === "Urgent")).toHaveLength(4);
    expect(verify(company).differences).toEqual([]);
  });

  test("looking needs no lock", () => {
    const company = aCompany({ tickets: 3 });
    whileBusy(company, () => {
      expect(ask(company.ben, "sidebarTicket", { ticketId: "T-1" })).toMatchObject({ ok: true });
      expect(ask(company.ben, "sidebarHealth", {})).toMatchObject({ ok: true });
      expect(ask(company.ben, "sidebarDeleted", {})).toMatchObject({ ok: true });
      expect(ask(company.ben, "sidebarSuggest", { text: "carla" })).toMatchObject({ ok: true });
    });
  });

  test("a lock that a killed run still holds delays what comes, and loses nothing", () => {
    const company = open();
    const deed = DEEDS[0] as Deed;
    disturbed(company, deed, 9, ({ execution }) => execution.kill({ queued: "keep", locks: "keep" }));
    const other: Deed = {
      name: "Ben types a requester",
      act: ({ ben }) => ben.type("Tickets", "F5", "dora@example.com"),
      by: BEN,
      expect: { "T-4": { Requester: "dora@example.com" } },
    };
    other.act(company);
    expect(company.ben.toasts.at(-1)?.message).toBe(SOON);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    const done = [deed, other].map((each) => ({ deed: each, answer: undefined }));
    expect(wrongs(company, done)).toEqual([]);
  });
});

describe("the deadline", () => {
  test("a paste so large that its run is out of time is recorded by the timer", () => {
    const company = aCompany();
    const rows = Array.from({ length: 1500 }, (_, index) => [`Pasted ${index}`, "Open", "Low"]);
    company.workspace.onCall = ({ execution, name }) => {
      if (execution.trigger === "simple" && name === "Range.setValues") execution.charge(31_000);
    };
    company.ana.paste("Tickets", "B2", rows);
    company.workspace.onCall = undefined;
    expect(
      company.workspace.executions.at(-2)?.error?.message ?? company.workspace.executions.at(-1)?.error?.message,
    ).toBe("Exceeded maximum execution time");
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(new Set(ticketRows(company.book).map(({ Ticket }) => Ticket)).size).toBe(1500);
    expect(historyOf(company.book).filter(({ type }) => type === "created")).toHaveLength(1500);
    expect(verify(company)).toMatchObject({ differences: [] });
  });

  test("5,000 rows pasted at once are more than one run takes: the timer records the rest", () => {
    const company = aCompany();
    const rows = Array.from({ length: 5000 }, (_, index) => [`Pasted ${index}`]);
    company.ana.paste("Tickets", "B2", rows);
    company.workspace.clock.advance(3 * FIVE_MINUTES);
    const ids = ticketRows(company.book).map(({ Ticket }) => Ticket);
    expect(new Set(ids).size).toBe(5000);
    expect(ids).not.toContain("");
    expect(company.workspace.executions.filter(({ error }) => error)).toEqual([]);
    expect(verify(company)).toMatchObject({
      text: "5,000 tickets, 5,000 events, 0 conversations, 0 mails, 0 differences",
    });
  });
});

test("a day without a timer is a warning in Health, and Set up by its owner mends it", () => {
  const company = aCompany({ tickets: 1 });
  company.workspace.clock.advance(FIVE_MINUTES);
  company.workspace.triggers.restore([]);
  company.workspace.clock.advance(24 * 3_600_000);
  const timer = (ask(company.ana, "sidebarHealth", {})["data"] as { name: string }[]).find(
    ({ name }) => name === "Timer",
  );
  expect(timer).toMatchObject({
    state: "problem",
    sentence: expect.stringMatching(/has not run for 14\d\d minutes/) as string,
  });
  expect(cell(company, "Status", 2)).toBe("C2");
});
