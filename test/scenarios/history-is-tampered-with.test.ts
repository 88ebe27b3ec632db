import { aCompany, ask, type Company, verify } from "./company.ts";
import { gridOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

/** T-1 to T-4 are events 1 to 4, then T-2 and T-3 wait: events 5 and 6, in row 7. */
function aDesk(): Company {
  const company = aCompany({ tickets: 4 });
  company.ana.type("Tickets", "C3", "Pending");
  company.ana.type("Tickets", "C4", "Pending");
  return company;
}

interface Told {
  readonly seq: number;
  readonly ticket: string;
  readonly json: string;
}

function eventsIn({ book }: Company): Told[] {
  const grid = gridOf(book, "History");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 4 });
  return rows
    .filter(([seq]) => seq !== "")
    .map(([seq, ticket, json]) => ({ seq: Number(seq), ticket: String(ticket), json: String(json) }));
}

type Act = (company: Company) => void;

const LOSSES: readonly (readonly [what: string, act: Act, sentence: RegExp])[] = [
  ["its last two events are taken out", ({ ana }) => ana.deleteRows("History", 6, 2), /Events 5 to 6 were missing/],
  ["its last event is taken out", ({ ana }) => ana.deleteRows("History", 7, 1), /Event 6 was missing from History/],
  ["its last event is cleared", ({ ana }) => ana.clear("History", "A7:D7"), /Event 6 was missing from History/],
  ["all events are taken out", ({ ana }) => ana.deleteRows("History", 2, 6), /Events 1 to 6 were missing/],
];

const MOVES: readonly (readonly [what: string, act: Act])[] = [
  ["an event in its middle is taken out", ({ ana }) => ana.deleteRows("History", 4, 1)],
  ["an empty row is put into it", ({ ana }) => ana.insertRows("History", 4, 1)],
  ["three empty rows are put into it", ({ ana }) => ana.insertRows("History", 3, 3)],
  ["it is sorted by tickets", ({ ana }) => ana.sort("History", "A2:D7", [{ column: 2, ascending: false }])],
  ["its last event is moved up", ({ ana }) => ana.moveRows("History", 7, 1, 2)],
];

function workGoesOn(company: Company): void {
  company.ben.type("Tickets", "D3", "High");
  company.ben.type("Tickets", "B6", "Logged after it");
  company.workspace.clock.advance(3 * FIVE_MINUTES);
  company.ben.type("Tickets", "D5", "Low");
}

describe.each([...LOSSES.map(([what, act]) => [what, act] as const), ...MOVES])("where %s", (_what, act) => {
  const BEGINNINGS: readonly (readonly [string, Act])[] = [
    ["an edit", () => undefined],
    ["the timer", ({ workspace }) => workspace.clock.advance(FIVE_MINUTES)],
    ["Verify history", verify],
  ];

  test.each(BEGINNINGS)(
    "what is left is never written over, and new events are recorded below it: begun by %s",
    (_by, begin) => {
      const company = aDesk();
      act(company);
      const left = eventsIn(company);
      begin(company);
      workGoesOn(company);
      const events = eventsIn(company);
      expect(events.slice(0, left.length)).toEqual(left);
      const added = events.slice(left.length);
      expect(Math.min(...added.map(({ seq }) => seq))).toBeGreaterThan(6);
      expect(new Set(events.map(({ seq }) => seq)).size).toBe(events.length);
      expect(ticketRows(company.book).map(({ Ticket, Status, Priority }) => [Ticket, Status, Priority])).toEqual([
        ["T-1", "Open", "Medium"],
        ["T-2", "Pending", "High"],
        ["T-3", "Pending", "Medium"],
        ["T-4", "Open", "Low"],
        ["T-5", "New", "Medium"],
      ]);
      for (const [ticket, set] of [
        ["T-2", '"priority":"High"'],
        ["T-5", '"subject":"Logged after it"'],
        ["T-4", '"priority":"Low"'],
      ] as const)
        expect(added.filter((event) => event.ticket === ticket && event.json.includes(set))).toHaveLength(1);
    },
  );
});

describe.each(LOSSES)("where %s", (_what, act, sentence) => {
  test("the loss is recorded once, and Verify history tells of it for good", () => {
    const company = aDesk();
    act(company);
    const health = () =>
      (ask(company.ana, "sidebarHealth", {})["data"] as { name: string; state: string }[]).find(
        ({ name }) => name === "History",
      );
    company.workspace.clock.advance(3 * FIVE_MINUTES);
    workGoesOn(company);
    expect(eventsIn(company).filter(({ json }) => json.includes('"missing"'))).toHaveLength(1);
    expect(health()).toMatchObject({ state: "ok" });
    expect(verify(company).differences).toEqual([expect.stringMatching(sentence)]);
  });

  test.each(["keep", "drop"] as const)(
    "a run killed before any of its calls leaves it recorded once (%s)",
    (queued) => {
      for (let call = 1, isKilled = true; isKilled; call++) {
        const company = aDesk();
        act(company);
        let calls = 0;
        company.workspace.onCall = ({ execution }) => {
          isKilled = ++calls === call;
          if (isKilled) execution.kill({ queued });
        };
        isKilled = false;
        company.ben.type("Tickets", "D3", "High");
        isKilled = calls >= call;
        company.workspace.onCall = undefined;
        company.workspace.clock.advance(2 * FIVE_MINUTES);
        expect(eventsIn(company).filter(({ json }) => json.includes('"missing"'))).toHaveLength(1);
        expect(verify(company).differences).toEqual([expect.stringMatching(sentence)]);
      }
    },
  );
});
