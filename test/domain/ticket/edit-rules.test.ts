import type { Fields } from "../../../src/domain/ticket/content.ts";
import { decideEdit, type Decision, throwRefusal } from "../../../src/domain/ticket/edit-rules.ts";
import { Problem } from "../../../src/domain/problem.ts";
import type { TicketState } from "../../../src/domain/ticket/ticket.ts";
import { at } from "../../support/at.ts";
import { AGENT, aTicket, SETTINGS } from "../../support/tickets.ts";

const decide = (state: TicketState | undefined, row: Fields): Decision =>
  decideEdit(state, row, { settings: SETTINGS, author: AGENT, now: at("Mon 10:00") });

const unknown = expect.stringMatching(/is not a/) as string;
const always = expect.stringMatching(/^A ticket always has a/) as string;

describe("an edit of a ticket", () => {
  const cases: readonly (readonly [why: string, row: Fields, set: Fields, putBack: Decision["putBack"]])[] = [
    ["nothing differs", { subject: "Printer on fire", status: "Open", priority: "Medium" }, {}, []],
    ["an empty row read: keys that are not there are left alone", {}, {}, []],
    ["a text changed", { subject: "Printer is wet" }, { subject: "Printer is wet" }, []],
    ["a text cleared", { subject: "" }, { subject: "" }, []],
    ["a blank that was blank", { assignee: "", c1: "" }, {}, []],
    ["a custom column filled", { c1: 4 }, { c1: 4 }, []],
    ["a formula", { c1: { formula: "=1+1" } }, { c1: { formula: "=1+1" } }, []],
    ["another status", { status: "Pending" }, { status: "Pending" }, []],
    [
      "another status, spelled anyhow",
      { status: " pending" },
      { status: "Pending" },
      [{ key: "status", content: "Pending" }],
    ],
    ["the same status, spelled anyhow", { status: "OPEN" }, {}, [{ key: "status", content: "Open" }]],
    ["a status cleared", { status: "" }, {}, [{ key: "status", content: "Open", because: always }]],
    ["an unknown status", { status: "Done" }, {}, [{ key: "status", content: "Open", because: unknown }]],
    ["a number for a status", { status: 5 }, {}, [{ key: "status", content: "Open", because: unknown }]],
    [
      "a formula for a status",
      { status: { formula: "=A1" } },
      {},
      [{ key: "status", content: "Open", because: always }],
    ],
    [
      "a date for a priority",
      { priority: { date: "2026-03-02T00:00:00" } },
      {},
      [{ key: "priority", content: "Medium", because: always }],
    ],
    ["an unknown priority", { priority: "P1" }, {}, [{ key: "priority", content: "Medium", because: unknown }]],
    [
      "a refused field beside allowed ones",
      { status: "New", subject: "x", c1: "y" },
      { subject: "x", c1: "y" },
      [{ key: "status", content: "Open", because: "T-1 is Open and can't become New again." }],
    ],
  ];
  it.each(cases)("%s", (_why, row, set, putBack) => {
    expect(decide(aTicket(), row)).toEqual({ set, putBack });
  });

  it("compares long texts by what the row saved of them", () => {
    const text = "a".repeat(600);
    const state = aTicket({ fields: { description: { length: 600, digest: "another" } } });
    expect(decide(state, { description: text }).set).toEqual({ description: text });
  });

  it.each([
    ["a first status", { status: "Closed" }, { status: "Closed" }, []],
    [
      "an unknown first status",
      { status: "Done" },
      { status: "New" },
      [{ key: "status", content: "New", because: unknown }],
    ],
  ])("gives a ticket that has none %s", (_why, row, set, putBack) => {
    expect(decide(aTicket({ fields: { subject: "x" } }), row)).toEqual({ set, putBack });
  });
});

describe("a newcomer", () => {
  const defaults = [
    { key: "status", content: "New" },
    { key: "priority", content: "Medium" },
  ];
  const cases: readonly (readonly [why: string, row: Fields, set: Fields, putBack: unknown[]])[] = [
    [
      "gets the defaults of blank cells without a word",
      { subject: "x" },
      { subject: "x", status: "New", priority: "Medium" },
      defaults,
    ],
    [
      "gets them for cleared cells too",
      { subject: "x", status: "", priority: " " },
      { subject: "x", status: "New", priority: "Medium" },
      [defaults[0], { ...defaults[1], because: always }],
    ],
    [
      "keeps what it came with",
      { subject: "x", status: "Resolved", priority: "Low" },
      { subject: "x", status: "Resolved", priority: "Low" },
      [],
    ],
    [
      "is spelled right",
      { subject: "x", status: "closed", priority: "Low" },
      { subject: "x", status: "Closed", priority: "Low" },
      [{ key: "status", content: "Closed" }],
    ],
    [
      "gets the default for an unknown word, with a sentence",
      { status: "Done", priority: "Low" },
      { status: "New", priority: "Low" },
      [{ key: "status", content: "New", because: unknown }],
    ],
    [
      "records no blanks",
      { subject: "x", assignee: "", status: "Open", priority: "Low" },
      { subject: "x", status: "Open", priority: "Low" },
      [],
    ],
    [
      "records zero and false",
      { c1: 0, c2: false, status: "Open", priority: "Low" },
      { c1: 0, c2: false, status: "Open", priority: "Low" },
      [],
    ],
  ];
  it.each(cases)("%s", (_why, row, set, putBack) => {
    expect(decide(undefined, row)).toEqual({ set, putBack });
  });

  it("gets the first status and the middle priority of a company's own words", () => {
    const settings = {
      ...SETTINGS,
      statuses: [{ name: "Neu", category: "open" }],
      priorities: ["hoch", "tief"],
    } as const;
    const { set } = decideEdit(undefined, {}, { settings, author: AGENT, now: 0 });
    expect(set).toEqual({ status: "Neu", priority: "hoch" });
  });
});

describe("throwRefusal", () => {
  it("throws the first reason, with its field", () => {
    const decision = decide(aTicket(), { subject: "x", priority: "P1", status: "Done" });
    expect(() => throwRefusal(decision)).toThrow(
      new Problem("not-allowed", '"P1" is not a priority. Choose one of Urgent, High, Medium, Low.', "priority"),
    );
  });

  it("lets corrected spelling pass", () => {
    expect(() => throwRefusal(decide(aTicket(), { status: "pending" }))).not.toThrow();
  });
});
