import { aBareCompany, aCompany, ANA, BEN, type Company, OWNER, setUp, verify } from "./company.ts";
import { cell, gridOf, ticketRows } from "./sheets.ts";

const SHEETS = [
  ...["Tickets", "People", "Categories", "Statuses", "SLA policies", "Business hours", "Holidays", "Settings"],
  ...["History", "Outbox", "Conversation"],
];
/** Made after them, and without the lock: see the scenario of the SLA sheet. */
const REPORT = ["SLA", "SLA data"];

/** Everything that a person could see or a script could read of the book, its properties and its triggers. */
function everything({ book, project, workspace }: Company): unknown {
  const triggers = workspace.triggers.all().map(({ handler, creator }) => `${handler} of ${creator}`);
  const { metadata } = book;
  const sheets = book.grids.map((grid) => {
    const { lastRow, valuesOf, whole } = {
      lastRow: grid.lastRow(),
      valuesOf: grid.valuesOf(grid.whole),
      whole: grid.whole,
    };
    const looks = valuesOf.map((row, r) =>
      row.map((_, c) => ({ ...grid.lookAt(r, c), validation: validationOf(grid, r, c) })),
    );
    const protections = grid.parts.protections.map(({ rect, description }) => ({ rect, description }));
    return { name: grid.name, lastRow, whole, valuesOf, looks, protections, colours: grid.parts.conditionalFormats };
  });
  return structuredClone({
    sheets,
    triggers,
    metadata: metadata.map(({ key, value }) => `${key} ${value}`),
    properties: [...project.stores.properties],
  });
}

const validationOf = (grid: ReturnType<typeof gridOf>, row: number, column: number): unknown => {
  const { id: _, ...validation } = { id: 0, ...grid.lookAt(row, column).validation };
  return validation;
};

test("set-up says what it made, and the second time that it changed nothing", () => {
  const company = aBareCompany();
  expect(setUp(company)).toBe(`The desk is ready. Made: ${[...SHEETS, ...REPORT].join(", ")}.`);
  const before = everything(company);
  expect(setUp(company)).toBe("The desk is ready. Everything was there already; nothing was changed.");
  expect(everything(company)).toEqual(before);
});

test("what the workbook holds stays, and a foreign sheet keeps its name", () => {
  const company = aBareCompany();
  company.ana.renameSheet("Sheet1", "Tickets");
  company.ana.addSheet("history");
  company.ana.paste("Tickets", "A1", [
    ["What", "Who"],
    ["Ours since 2019", "=1+1"],
  ]);
  expect(setUp(company)).toMatch(/Made: Tickets \(Helpdesk\), People, .*, History \(Helpdesk\), .*SLA, SLA data\./);
  expect(setUp(company)).toMatch(/nothing was changed/);
  const foreign = gridOf(company.book, "Tickets");
  expect(foreign.valuesOf({ top: 0, left: 0, rows: 2, columns: 2 })).toEqual([
    ["What", "Who"],
    ["Ours since 2019", 2],
  ]);
  expect([foreign.maxRows, foreign.maxColumns, foreign.parts.frozenRows]).toEqual([1000, 26, 0]);
  company.ana.type("Tickets (Helpdesk)", "B2", "The first");
  company.ana.type("Tickets", "A3", "Not a ticket");
  expect(gridOf(company.book, "Tickets (Helpdesk)").valueAt(1, 0)).toBe("T-1");
  expect(verify(company)).toMatchObject({ text: "1 ticket, 1 event, 0 conversations, 0 mails, 0 differences" });
});

test("a second owner is refused with a sentence, and makes nothing", () => {
  const company = aCompany({ tickets: 1 });
  const before = everything(company);
  expect(setUp(company, BEN)).toBe(
    `${OWNER} has set up this desk, and its timers run as ${OWNER}. A second set-up would do everything twice: ask ${OWNER} to choose Set up.`,
  );
  expect(everything(company)).toEqual(before);
});

test("Tickets is dressed: dropdowns, colours, frozen header, trimmed grid, notes, hidden columns, warnings", () => {
  const company = aCompany();
  const grid = gridOf(company.book, "Tickets");
  const headers = grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns })[0] ?? [];
  const at = (header: string): number => headers.indexOf(header);
  const offered = (header: string) => grid.lookAt(1, at(header)).validation;
  expect(headers.every((header, column) => header !== "" && grid.noteAt(0, column).length > 10)).toBe(true);
  expect(grid.parts.frozenRows).toBe(1);
  expect(grid.maxRows).toBe(201);
  expect(offered("Status")?.values).toEqual(["New", "Open", "Pending", "On hold", "Resolved", "Closed"]);
  expect(offered("Priority")?.values).toEqual(["Urgent", "High", "Medium", "Low"]);
  for (const header of ["Category", "Assignee"]) expect(offered(header)?.criteria).toBe("VALUE_IN_RANGE");
  for (const header of ["Status", "Category"]) expect(offered(header)?.allowInvalid).toBe(true);
  expect(grid.lookAt(0, at("Status")).validation).toBeUndefined(); // rules start below the header
  expect(grid.lookAt(5, at("Description")).numberFormat).toBe("@");
  expect(grid.lookAt(5, at("Updated")).numberFormat).toBe("yyyy-mm-dd hh:mm");
  expect(grid.columns.flatMap((column, index) => (column?.hidden ? [headers[index]] : []))).toEqual([
    "State",
    "Next SLA instant",
  ]);
  const coloured = grid.parts.conditionalFormats.map((rule) => rule.boolean?.values[0]);
  expect(coloured).toEqual(expect.arrayContaining(["New", "Resolved", "Urgent"]));
  expect(grid.parts.protections.every(({ warningOnly }) => warningOnly)).toBe(true);
});

test("every sheet that the desk makes is trimmed, frozen and explained", () => {
  const company = aCompany();
  for (const name of SHEETS) {
    const grid = gridOf(company.book, name);
    const headers = grid.valuesOf({ top: 0, left: 0, rows: 1, columns: grid.maxColumns })[0] ?? [];
    expect([name, headers.includes("")]).toEqual([name, false]);
    expect([name, grid.parts.frozenRows]).toEqual([name, 1]);
    expect([name, headers.every((_, column) => grid.noteAt(0, column) !== "")]).toEqual([name, true]);
    expect([name, grid.maxRows <= 250]).toEqual([name, true]);
  }
});

test("colours, dropdowns and warnings that people added stay, once, however often set-up is repeated", () => {
  const company = aCompany({ tickets: 1 });
  const { parts } = gridOf(company.book, "Tickets");
  const theirs = {
    rects: [{ top: 1, left: 1, rows: 5, columns: 1 }],
    boolean: { criteria: "TEXT_CONTAINS", values: ["urgent"], background: "#ff0000" },
  };
  parts.conditionalFormats.push(theirs);
  const rules = parts.conditionalFormats.length;
  for (let time = 0; time < 3; time++) setUp(company);
  expect(parts.conditionalFormats).toHaveLength(rules);
  expect(parts.conditionalFormats).toContainEqual(theirs);
  expect(parts.protections).toHaveLength(2);
});

test("renamed sheets and headers keep working, and set-up makes no second ones", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.renameSheet("Tickets", "Vorgänge");
  company.ana.renameSheet("History", "Verlauf");
  company.ana.renameSheet("People", "Leute");
  company.ana.type("Vorgänge", "C1", "Stand");
  company.ana.type("Vorgänge", "A1", "Nr.");
  expect(setUp(company)).toMatch(/nothing was changed/);
  company.ana.type("Vorgänge", "C2", "Resolved");
  company.ana.type("Vorgänge", "B4", "The third");
  const grid = gridOf(company.book, "Vorgänge");
  expect(grid.valuesOf({ top: 1, left: 0, rows: 3, columns: 3 })).toEqual([
    ["T-1", "Issue 1", "Resolved"],
    ["T-2", "Issue 2", "Open"],
    ["T-3", "The third", "New"],
  ]);
  expect(company.book.grids).toHaveLength(SHEETS.length + REPORT.length + 1);
  expect(verify(company).differences).toEqual([]);
});

test("a prefix is a setting: new numbers take it, old ones stay", () => {
  const company = aCompany({ tickets: 2 });
  company.ana.type("Settings", "B2", "DESK-");
  setUp(company);
  company.ana.type("Tickets", "B4", "With the new prefix");
  expect(ticketRows(company.book).map(({ Ticket }) => Ticket)).toEqual(["T-1", "T-2", "DESK-3"]);
  company.ana.deleteRows("Tickets", 2, 1);
  company.ana.type("Tickets", cell(company, "Status", 2), "Pending");
  expect(verify(company)).toMatchObject({ differences: [] });
});

/** Sets up until the lock is released: what comes then is the report, which takes three times as long and has its own scenario. */
function setUpDesk(company: Company): void {
  endOnceReleased(company);
  company.workspace.person(OWNER).open(company.book).clickMenu("Helpdesk", "Set up");
  company.workspace.onCall = undefined;
}

function endOnceReleased({ workspace }: Company): void {
  workspace.onCall = ({ name, execution: released }) => {
    if (name !== "Lock.releaseLock") return;
    workspace.onCall = ({ execution }) => execution === released && execution.kill({ queued: "keep" });
  };
}

/** What is wrong with a desk that was set up with interruptions. */
function faults(company: Company): string[] {
  const found: string[] = [];
  const names = company.book.grids.map(({ name }) => name).filter((name) => !REPORT.includes(name));
  if (names.sort().join() !== [...SHEETS, "Sheet1"].sort().join()) found.push(`sheets: ${names.join()}`);
  const handlers = company.workspace.triggers.all().map(({ handler, creator }) => `${handler} of ${creator}`);
  if (handlers.sort().join() !== `onHour of ${OWNER},onSheetChange of ${OWNER},onTimer of ${OWNER}`)
    found.push(`triggers: ${handlers.join()}`);
  if (found.length > 0) return found;
  const whole = JSON.stringify(shape(company));
  return whole === IDEAL ? [] : [`differs: ${whole.slice(0, 200)}`];
}

/** Contents, sizes, notes and colours of every sheet but the report's, which says when it was made. */
function shape({ book }: Company): unknown {
  return book.grids
    .filter(({ name }) => !REPORT.includes(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((grid) => [
      grid.name,
      grid.maxRows,
      grid.maxColumns,
      grid.valuesOf({ ...grid.whole, rows: grid.lastRow() }),
      Array.from({ length: grid.maxColumns }, (_, column) => [
        grid.noteAt(0, column),
        grid.lookAt(1, column).numberFormat,
        grid.lookAt(1, column).validation?.values,
        grid.lookAt(0, column).background,
      ]),
      grid.parts.frozenRows,
      grid.parts.conditionalFormats.length,
      grid.parts.protections.length,
    ]);
}

const IDEAL = JSON.stringify(
  (() => {
    const company = aBareCompany();
    setUp(company);
    return shape(company);
  })(),
);

function interrupted(
  n: number,
  interrupt: (company: Company, execution: { kill(how: { queued: "keep" | "drop" }): void }) => void,
): Company {
  const company = aBareCompany();
  const window = company.workspace.person(OWNER).open(company.book);
  company.workspace.onCall = (call) => {
    if (call.n !== n) return;
    company.workspace.onCall = undefined;
    interrupt(company, call.execution);
    endOnceReleased(company);
  };
  window.clickMenu("Helpdesk", "Set up");
  company.workspace.onCall = undefined;
  return company;
}

/** Until the desk is ready and the lock released. */
const CALLS = (() => {
  let calls = 0;
  let isReleased = false;
  const company = aBareCompany();
  const window = company.workspace.person(OWNER).open(company.book);
  company.workspace.onCall = ({ n, name }) => {
    if (!isReleased) calls = n;
    isReleased ||= name === "Lock.releaseLock";
  };
  window.clickMenu("Helpdesk", "Set up");
  return calls;
})();

test.each(["keep", "drop"] as const)(
  "killed before any of its calls and repeated, set-up makes one desk (queued: %s)",
  (queued) => {
    const found: string[] = [];
    for (let n = 1; n <= CALLS; n++) {
      const company = interrupted(n, (_company, execution) => execution.kill({ queued }));
      setUpDesk(company);
      found.push(...faults(company).map((fault) => `killed at ${n}: ${fault}`));
    }
    expect(found).toEqual([]);
    expect(CALLS).toBeGreaterThan(50);
  },
);

test("the owner or a colleague who sets up meanwhile finds the desk busy, and nothing is made twice", () => {
  const found: string[] = [];
  // From call 2 on: whoever takes the lock first is the owner.
  for (let n = 2; n <= CALLS; n++) {
    const email = n % 2 === 0 ? OWNER : ANA;
    const company = interrupted(n, ({ project }) => void project.run("setUp", [], { user: email, trigger: "menu" }));
    setUpDesk(company);
    found.push(...faults(company).map((fault) => `${email} before ${n}: ${fault}`));
  }
  expect(found).toEqual([]);
});
