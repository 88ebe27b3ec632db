import { aCompany, ANA, ask, BEN, type Company, OWNER, reopened, setUp, verify } from "./company.ts";
import { copied } from "./copied.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;
const lastToast = ({ ana }: Company): string => ana.toasts.at(-1)?.message ?? "";
const headersOf = ({ book }: Company): unknown[] => {
  const grid = gridOf(book, "Tickets");
  return grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns })[0] ?? [];
};

function deleteColumn(company: Company, header: string): void {
  company.ana.deleteColumns("Tickets", headersOf(company).indexOf(header) + 1, 1);
}

/** Four tickets with a history: edited, prioritised, one deleted. */
function aDesk(): Company {
  const company = aCompany({ tickets: 4 });
  company.ana.type("Tickets", "D3", "High");
  company.ben.type("Tickets", "C2", "Pending");
  company.ana.deleteRows("Tickets", 5, 1);
  company.workspace.clock.advance(FIVE_MINUTES);
  return company;
}

const contents = (company: Company): unknown[] =>
  ticketRows(company.book)
    .map(({ Ticket, Subject, Status, Priority, Assignee }) => [Ticket, Subject, Status, Priority, Assignee])
    .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));

const WHOLE = [
  ["T-1", "Issue 1", "Pending", "Medium", BEN],
  ["T-2", "Issue 2", "Open", "High", BEN],
  ["T-3", "Issue 3", "Open", "Medium", BEN],
];

const NEEDED = ["Ticket", "Subject", "Status", "Priority", "State"];

describe.each(NEEDED)("the needed column %s deleted", (header) => {
  test("an edit says so in a sentence and writes nothing; Set up brings it back with its contents", () => {
    const company = aDesk();
    const events = historyOf(company.book).length;
    deleteColumn(company, header);
    const at = headersOf(company).indexOf("Tags");
    company.ana.type("Tickets", `${String.fromCharCode(65 + at)}2`, "urgent");
    expect(lastToast(company)).toBe(
      `The Tickets sheet has lost its column "${header}". Nothing is lost: Helpdesk > Set up brings it back with its contents.`,
    );
    expect(historyOf(company.book)).toHaveLength(events);
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
      expect.objectContaining({ name: "Columns", state: "problem" }),
    );
    setUp(company);
    expect(headersOf(company)).toContain(header);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(contents(company)).toEqual(WHOLE);
    expect(ticketRows(company.book)[0]).toMatchObject({ Tags: "urgent" });
    expect(historyOf(company.book).filter(({ type }) => type === "created")).toHaveLength(4);
    expect(verify(company).differences).toEqual([]);
  });

  test("Set up, killed before any of its calls and repeated, brings it back once", () => {
    const found: string[] = [];
    const opened = () => {
      const company = aDesk();
      deleteColumn(company, header);
      return company;
    };
    const calls = callsOfSetUp(opened());
    for (let n = 1; n <= calls; n += 3) {
      const company = opened();
      killSetUp(company, n, n % 2 === 0 ? "keep" : "drop");
      setUp(company);
      company.workspace.clock.advance(FIVE_MINUTES);
      const twice = headersOf(company).filter((name) => name === header).length;
      if (twice !== 1) found.push(`killed at ${n}: ${header} stands ${twice} times`);
      if (JSON.stringify(contents(company)) !== JSON.stringify(WHOLE))
        found.push(`killed at ${n}: ${JSON.stringify(contents(company))}`);
      found.push(...verify(company).differences.map((difference) => `killed at ${n}: ${difference}`));
    }
    expect(found).toEqual([]);
  });
});

function callsOfSetUp(company: Company): number {
  let calls = 0;
  company.workspace.onCall = ({ n, execution }) => void (execution.functionName === "setUp" && (calls = n));
  setUp(company);
  company.workspace.onCall = undefined;
  return calls;
}

function killSetUp(company: Company, n: number, queued: "keep" | "drop"): void {
  company.workspace.onCall = (call) => {
    if (call.execution.functionName === "setUp" && call.n === n) call.execution.kill({ queued });
  };
  company.project.run("setUp", [], { user: OWNER, trigger: "menu" });
  company.workspace.onCall = undefined;
}

describe("a sheet deleted", () => {
  test("Tickets: edits elsewhere say nothing, the sidebar a sentence; Set up makes a new one and every ticket can be restored", () => {
    const company = aDesk();
    company.ana.deleteSheet("Tickets");
    company.workspace.clock.advance(FIVE_MINUTES);
    expect(ask(company.ana, "sidebarTicket", { ticketId: "T-1" })).toMatchObject({
      ok: false,
      problem: { kind: "missing-setup", sentence: expect.stringMatching(/"Tickets" is gone/) as string },
    });
    expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
      expect.objectContaining({ name: "Sheets", state: "problem" }),
    );
    expect(setUp(company)).toMatch(/Made: Tickets\./);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    for (const ticketId of ["T-1", "T-2", "T-3"])
      expect(ask(company.ana, "sidebarRestore", { requestId: ticketId, ticketId })).toMatchObject({ ok: true });
    expect(contents(company)).toEqual(WHOLE);
    company.ana.type("Tickets", "B5", "After it all");
    expect(ticketRows(company.book)[3]).toMatchObject({ Ticket: "T-5" });
    expect(verify(company).differences).toEqual([]);
  });

  test("Tickets, and the person who deleted it undoes that", () => {
    const company = aDesk();
    company.ana.deleteSheet("Tickets");
    company.workspace.clock.advance(FIVE_MINUTES);
    company.ana.undo();
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(contents(company)).toEqual(WHOLE);
    expect(verify(company).differences).toEqual([]);
  });

  test("History: an edit says so and writes nothing; Set up begins a new one, and no number comes twice", () => {
    const company = aDesk();
    company.ana.deleteSheet("History");
    company.ana.type("Tickets", "C3", "Resolved");
    expect(lastToast(company)).toMatch(/The sheet "History" is gone/);
    expect(setUp(company)).toMatch(/Made: History\./);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3"]);
    expect(ticketRows(company.book)[1]).toMatchObject({ Status: "Resolved" });
    company.ana.type("Tickets", "B5", "After it all");
    expect(ticketRows(company.book)[3]).toMatchObject({ Ticket: "T-5" });
    expect(verify(company).differences).toEqual([expect.stringMatching(/^Events 1 to \d+ were missing from History/)]);
  });

  test.each(["Settings", "Statuses", "People", "Categories", "SLA policies", "Business hours", "Holidays", "Outbox"])(
    "%s: the desk goes on, Health names it, Set up makes it again",
    (name) => {
      const company = aDesk();
      company.ana.deleteSheet(name);
      company.ben.type("Tickets", "C3", "Resolved");
      expect(historyOf(company.book).at(-1)).toMatchObject({ set: { status: "Resolved" }, actor: BEN });
      expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual({
        name: "Sheets",
        state: "problem",
        sentence: `Gone: ${name}.`,
        fix: expect.stringMatching(/Set up/) as string,
      });
      expect(setUp(company)).toMatch(new RegExp(`Made: ${name}\\.`));
      expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
        expect.objectContaining({ name: "Sheets", state: "ok" }),
      );
      expect(verify(company).differences).toEqual([]);
    },
  );
});

const NONSENSE = [
  ["a prefix of digits", "Settings", "B2", "12", /The ticket prefix "12" must be letters/],
  ["days that are no number", "Settings", "B3", "soon", /"Reopen within days" must be a number of days/],
  ["a status without a category", "Statuses", "B4", "whatever", /The status "Pending" has no category/],
  ["a status that stands twice", "Statuses", "A3", "New", /The status "New" stands twice/],
  ["a status whose category was cleared", "Statuses", "B7", "", /The status "Closed" has no category/],
  ["nothing closes", "Statuses", "B7", "waiting", /No status has the category closed/],
  ["no working hours", "Business hours", "C2", "always", /Business hours, C2: /],
  ["no target", "SLA policies", "D2", "soonish", /SLA policies, D2: /],
] as const;

test.each(NONSENSE)(
  "nonsense in a settings sheet (%s) is named by Set up and Health, and the desk goes on",
  (_what, sheet, at, typed, sentence) => {
    const company = aDesk();
    if (typed === "") company.ana.clear(sheet, at);
    else company.ana.type(sheet, at, typed);
    expect(setUp(company)).toMatch(sentence);
    expect(ask(company.ana, "sidebarHealth", {})["data"]).toContainEqual(
      expect.objectContaining({ name: "Settings", state: "warning" }),
    );
    company.ben.type("Tickets", "C3", "Resolved");
    company.ben.type("Tickets", "B5", "Another");
    expect(ticketRows(company.book)[3]).toMatchObject({ Ticket: "T-5", Priority: "Medium" });
    expect(verify(company).differences).toEqual([]);
  },
);

describe("document properties", () => {
  const properties = ({ project, book }: Company): Map<string, string> =>
    project.stores.propertiesOf(`document:${book.id}`);

  test("all of them lost: Set up finds the sheets by their marks, numbers go on, nothing is recorded twice", () => {
    const company = aDesk();
    const events = historyOf(company.book).length;
    properties(company).clear();
    company.ana.type("Tickets", "C3", "Resolved");
    expect(setUp(company)).toMatch(/Everything was there already/);
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(historyOf(company.book)).toHaveLength(events + 1);
    company.ana.type("Tickets", "B5", "Another");
    expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-5"]);
    const handlers = company.workspace.triggers.all().map(({ handler }) => handler);
    expect(handlers.sort()).toEqual(["onHour", "onSheetChange", "onTimer"]);
    expect(verify(company).differences).toEqual([]);
  });

  const ONE = "head columns goneBy timer settings sheets owner version verify sla sla.0".split(" ");

  const HARMS: readonly (readonly [string, (kept: Map<string, string>, key: string) => void])[] = [
    ["lost", (kept, key) => void kept.delete(key)],
    ["garbled", (kept, key) => void kept.set(key, '{"half')],
  ];

  describe.each(ONE)("%s", (key) => {
    test.each(HARMS)("%s: Set up mends it, and nothing is lost or doubled", (_how, harm) => {
      const company = aDesk();
      const events = historyOf(company.book).length;
      harm(properties(company), key);
      company.ana.type("Tickets", "C3", "Resolved");
      setUp(company, key === "owner" ? OWNER : undefined);
      company.workspace.clock.advance(2 * FIVE_MINUTES);
      expect(historyOf(company.book)).toHaveLength(events + 1);
      company.ana.type("Tickets", "B5", "Another");
      expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-5"]);
      expect(verify(company).differences).toEqual([]);
    });
  });
});

test("a copied file is a desk of its own: its numbers go on from the highest, the first file's don't change", () => {
  const company = aDesk();
  const copy = copied(company);
  setUp(copy, ANA);
  copy.workspace.clock.advance(2 * FIVE_MINUTES);
  copy.ben.type("Tickets", "B5", "In the copy");
  company.ben.type("Tickets", "B5", "In the first file");
  copy.ben.type("Tickets", "C2", "Resolved");
  expect(ticketRows(copy.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "T-3", "T-5"]);
  expect(ticketRows(company.book)[0]).toMatchObject({ Status: "Pending" });
  for (const desk of [copy, company]) expect(verify(desk).differences).toEqual([]);
});

/** The company after somebody restored the file as it was in `past`; what Google keeps beside the file stays. */
function rolledBack(past: Uint8Array, { project, workspace }: Company): Company {
  const company = reopened(past);
  company.workspace.clock.reach(workspace.clock.now());
  for (const [store, values] of project.stores.properties) {
    const kept = company.project.stores.propertiesOf(store);
    kept.clear();
    for (const [key, value] of values) kept.set(key, value);
  }
  return company;
}

const THEN = [
  ["the timer comes", () => undefined],
  ["a row is edited", ({ ben }: Company) => ben.type("Tickets", "D2", "Low")],
  ["a row is typed", ({ ben }: Company) => ben.type("Tickets", "B5", "After the restore")],
] as const;

test.each(THEN)(
  "an older version of the file restored, then %s: what was given later is not given again",
  (_what, act) => {
    const company = aDesk();
    const past = company.workspace.snapshot();
    company.ana.type("Tickets", "B5", "Lost with the newer version");
    company.ben.type("Tickets", "C3", "Resolved");
    const older = rolledBack(past, company);
    act(older);
    older.workspace.clock.advance(2 * FIVE_MINUTES);
    expect(ticketRows(older.book)[1]).toMatchObject({ Ticket: "T-2", Status: "Open", Priority: "High" });
    older.ben.type("Tickets", "B6", "At last");
    const numbers = ticketRows(older.book).map(({ Ticket }) => Ticket);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).not.toContain("T-5");
    expect(verify(older).differences).toEqual([
      expect.stringMatching(/missing from History: .*an older version of the file was restored/),
    ]);
  },
);
