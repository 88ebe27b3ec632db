import { aCompany, ask, type Company, OWNER, setUp, verify } from "./company.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

const HARMS: readonly (readonly [string, (company: Company) => void, RegExp])[] = [
  ["deleted", ({ ana }) => ana.deleteRows("Tickets", 1, 1), /The header row of Tickets is gone.*Set up/],
  ["with an empty row inserted above", ({ ana }) => ana.insertRows("Tickets", 1, 1), /has lost its column "Ticket"/],
  [
    "with three empty rows inserted above",
    ({ ana }) => ana.insertRows("Tickets", 1, 3),
    /has lost its column "Ticket"/,
  ],
];

const shown = (company: Company): unknown[] =>
  ticketRows(company.book).map(({ Ticket, Subject, Status, Assignee }) => [Ticket, Subject, Status, Assignee]);

describe.each(HARMS)("the header row %s", (_how, harm, sentence) => {
  test("is named in a sentence by edits and Health, writes nothing, and comes back by Set up", () => {
    const company = aCompany({ tickets: 3 });
    const before = { rows: shown(company), headers: Object.keys(ticketRows(company.book)[0] ?? {}) };
    harm(company);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    company.ana.type("Tickets", "L9", "a tag");
    company.ana.clear("Tickets", "L9");
    expect(company.ana.toasts.at(-1)?.message).toMatch(sentence);
    expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
      expect.objectContaining({ name: "Columns", state: "problem" }),
    );
    expect(historyOf(company.book)).toHaveLength(3);
    setUp(company);
    expect(Object.keys(ticketRows(company.book)[0] ?? {})).toEqual(before.headers);
    expect(shown(company)).toEqual(before.rows);
    company.ben.type("Tickets", "C3", "Pending");
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(verify(company)).toEqual({
      text: "3 tickets, 4 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });

  test("comes back by an undo", () => {
    const company = aCompany({ tickets: 3 });
    harm(company);
    company.workspace.clock.advance(FIVE_MINUTES);
    company.ana.undo();
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(verify(company)).toEqual({
      text: "3 tickets, 3 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });
});

test("headers that stand below something of the company's are left there, with a sentence", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.insertRows("Tickets", 1, 1);
  company.ana.type("Tickets", "A1", "Our helpdesk");
  expect(setUp(company)).toMatch(/The headers of Tickets stand in row 2: move what stands above them elsewhere/);
  expect(gridOf(company.book, "Tickets").valueAt(1, 0)).toBe("Ticket");
});

describe("the header row of History deleted", () => {
  const harmed = (): Company => {
    const company = aCompany({ tickets: 3 });
    company.owner.deleteRows("History", 1, 1);
    return company;
  };
  const topOf = ({ book }: Company): string =>
    gridOf(book, "History").valuesOf({ top: 0, left: 0, rows: 2, columns: 2 }).flat().join();

  test("is named by Health, edits are recorded all the same, and it comes back by Set up", () => {
    const company = harmed();
    company.ben.type("Tickets", "C3", "Pending");
    expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
      expect.objectContaining({ name: "History", state: "problem", sentence: "The header row of History is gone." }),
    );
    setUp(company);
    expect(topOf(company)).toEqual("Seq,Ticket,1,T-1");
    expect(gridOf(company.book, "History").noteAt(0, 0)).not.toBe("");
    company.ben.type("Tickets", "C4", "Pending");
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(verify(company)).toEqual({
      text: "3 tickets, 5 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });

  test.each(["keep", "drop"] as const)("comes back once, however often Set up is killed (%s)", (queued) => {
    const found: unknown[] = [];
    for (let n = 1; n <= 30; n++) {
      const company = harmed();
      const window = company.workspace.person(OWNER).open(company.book);
      company.workspace.onCall = (call) => {
        if (call.n === n) call.execution.kill({ queued });
      };
      window.clickMenu("Helpdesk", "Set up");
      company.workspace.onCall = undefined;
      setUp(company);
      const result = `${topOf(company)}: ${verify(company).text}`;
      if (result !== "Seq,Ticket,1,T-1: 3 tickets, 3 events, 0 conversations, 0 mails, 0 differences")
        found.push([n, result]);
    }
    expect(found).toEqual([]);
  });
});
