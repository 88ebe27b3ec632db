import { aCompany, ANA, ask, BEN, type Company, setUp, verify } from "./company.ts";
import { apiWrite } from "../emulator/people/api-write.ts";
import { cell, gridOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

describe("health", () => {
  const state = (company: Company, name: string): unknown =>
    (ask(company.ana, "sidebarHealth", {})["data"] as { name: string; state: string }[]).find(
      (check) => check.name === name,
    )?.state;

  /** Each check, what makes it complain, and how; how sheets, columns and settings do stands beside what brings them back. */
  const TROUBLES: readonly (readonly [string, string, (company: Company) => void])[] = [
    [
      "Timer",
      "problem",
      (company) => (company.workspace.triggers.restore([]), company.workspace.clock.advance(3_600_000)),
    ],
    ["Time zone", "warning", ({ book }) => void (book.timeZone = "America/New_York")],
    ["History", "warning", (company) => killAfterHistory(company)],
    ["History", "problem", ({ ana }) => ana.clear("History", "A3:D3")],
    ["Size", "warning", ({ book }) => void book.addGrid({ name: "Large", rows: 85_000, columns: 100 })],
    ["Sheets", "problem", ({ ana }) => ana.deleteSheet("People")],
    ["Columns", "problem", ({ ana }) => ana.deleteColumns("Tickets", 3, 1)],
    ["Settings", "warning", ({ ana }) => ana.type("Settings", "B2", "12")],
  ];

  function killAfterHistory({ workspace, ana }: Company): void {
    let writes = 0;
    workspace.onCall = ({ name, execution }) => {
      if (execution.functionName === "onEdit" && name === "Range.setValues" && ++writes === 2)
        execution.kill({ queued: "keep" });
    };
    ana.type("Tickets", "C2", "Pending");
    workspace.onCall = undefined;
  }

  test.each(TROUBLES)("%s is ok, then a %s", (name, wanted, trouble) => {
    const company = aCompany({ tickets: 2 });
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(state(company, name)).toBe("ok");
    trouble(company);
    expect(state(company, name)).toBe(wanted);
  });

  test("of the zone and the settings is ok again after Set up, of History after the timer", () => {
    const company = aCompany({ tickets: 2 });
    company.book.timeZone = "America/New_York";
    company.ana.type("Settings", "B2", "12");
    killAfterHistory(company);
    company.ana.type("Settings", "B2", "D-");
    setUp(company);
    company.workspace.clock.advance(FIVE_MINUTES);
    for (const name of ["Sheets", "Columns", "Timer", "Settings", "Time zone", "History", "Size"])
      expect([name, state(company, name)]).toEqual([name, "ok"]);
  });
});

/** What a State cell keeps, as far as it is tampered with here: by whom updated, resolved, packed clocks. */
interface StateCell {
  b: string;
  x?: number;
  readonly k: readonly unknown[];
}

describe("verification names each kind of tampering", () => {
  const json = (company: Company, seq: number) => String(gridOf(company.book, "History").valueAt(seq, 2));
  const overwrite = (company: Company, seq: number, text: string) =>
    company.ana.paste("History", `C${seq + 1}`, [[text]]);

  const TAMPERING: readonly (readonly [string, (company: Company) => void, RegExp])[] = [
    [
      "an event's contents changed",
      (c) => overwrite(c, 2, json(c, 2).replace("Issue 2", "Something else")),
      /^Event 2 was changed after it was recorded/,
    ],
    ["an event's author changed", (c) => overwrite(c, 2, json(c, 2).replace(ANA, BEN)), /^Event 2 was changed/],
    ["an event garbled", (c) => overwrite(c, 2, "{"), /^History row 3 can't be read/],
    ["an event's hash changed", (c) => c.ana.type("History", "D3", "h0000"), /^Event 2 was changed/],
    ["an event given to another ticket", (c) => c.ana.type("History", "B3", "T-3"), /^Event 2 was changed/],
    ["an event deleted", (c) => c.ana.deleteRows("History", 3, 1), /^History goes from event 1 to 3/],
    ["two events swapped", (c) => c.ana.moveRows("History", 4, 1, 3), /^History goes from event 1 to 3/],
    ["the last event deleted", (c) => c.ana.deleteRows("History", 6, 1), /^Event 5 was missing from History/],
    ["an event made up", (c) => c.ana.paste("History", "A7", [["6", "T-1", json(c, 1), "h123"]]), /Event 6/],
  ];

  test.each(TAMPERING)("%s", (_what, tamper, sentence) => {
    const company = aCompany({ tickets: 4 });
    company.ben.type("Tickets", "C3", "Pending");
    tamper(company);
    const { differences, text } = verify(company);
    expect(text).not.toMatch(/ 0 differences/);
    expect(differences.some((difference) => sentence.test(difference))).toBe(true);
  });

  const STATES: readonly (readonly [string, (state: StateCell) => void, RegExp])[] = [
    [
      "a clock's phase",
      ({ k }) => void ((k[3] as number[])[2] = 1),
      /^T-2: its resolution clock is paused in its row, History says it runs/,
    ],
    [
      "a clock's target",
      ({ k }) => void ((k[2] as number[])[6] = 0),
      /^T-2: its first response clock has 0 minutes to keep in its row/,
    ],
    [
      "the VIP",
      ({ k }) => void ((k[0] as number[])[3] = 1),
      /^T-2: its row has its SLA clocks run under another policy/,
    ],
    ["who updated it", (state) => void (state.b = "eve@example.com"), /^T-2: .*last updated by eve@example.com/],
    ["when it was resolved", (state) => void (state.x = 0), /^T-2: its row says it was resolved 1970-01-01/],
  ];

  test.each(STATES)("in a row's hidden State cell: %s", (_what, tamper, sentence) => {
    const company = aCompany({ tickets: 4 });
    const [, before] = ticketRows(company.book);
    const state = JSON.parse(String(before?.["State"])) as StateCell;
    tamper(state);
    apiWrite(company.book, { sheet: "Tickets", a1: cell(company, "State", 3) }, [[JSON.stringify(state)]]);
    const { differences, text } = verify(company);
    expect(text).toBe("4 tickets, 4 events, 0 conversations, 0 mails, 1 difference");
    expect(differences).toEqual([expect.stringMatching(sentence)]);
  });

  test("the order of History is kept though Tickets is sorted, and numbers are counted", () => {
    const company = aCompany({ tickets: 4 });
    company.ana.deleteRows("Tickets", 3, 1);
    expect(verify(company)).toEqual({
      text: "3 tickets, 5 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });
});

describe("what people later call their statuses moves no past", () => {
  const CHANGES: readonly (readonly [string, (company: Company) => void])[] = [
    ["renamed", ({ ana }) => ana.type("Statuses", "A4", "Waiting for them")],
    ["of another category", ({ ana }) => ana.type("Statuses", "B4", "open")],
    ["without a category", ({ ana }) => ana.clear("Statuses", "B4")],
    ["deleted", ({ ana }) => ana.deleteRows("Statuses", 4, 1)],
  ];
  test.each(CHANGES)("a status %s", (_what, change) => {
    const company = aCompany({ tickets: 3 });
    company.ben.type("Tickets", "C2", "Pending");
    company.ben.type("Tickets", "C3", "Pending");
    change(company);
    setUp(company);
    company.workspace.clock.advance(FIVE_MINUTES);
    company.ben.type("Tickets", "D2", "High");
    company.ben.type("Tickets", "C3", "Resolved");
    expect(verify(company)).toEqual({
      text: "3 tickets, 7 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });
});
