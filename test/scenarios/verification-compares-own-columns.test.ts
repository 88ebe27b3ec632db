import { aCompany, type Company, verify } from "./company.ts";
import { open, script } from "./desk-to-verify.ts";
import { cell, ticketRows } from "./sheets.ts";

const own =
  (header: string, value: string | number, row = 3) =>
  (company: Company): void =>
    script(company, "Tickets", cell(company, header, row), value);

const COLUMNS: readonly (readonly [string, (company: Company) => void, RegExp])[] = [
  ["Updated", own("Updated", "yesterday"), /^T-2: Updated shows "yesterday", History says 2026-03-02 09:00:\d\d\.$/],
  ["Updated, emptied", own("Updated", ""), /^T-2: Updated shows nothing, History says 2026-/],
  ["Created", own("Created", 46_000), /^T-2: Created shows 2025-12-09 00:00:00, History says 2026-03-02 09:00:\d\d\.$/],
  ["Updated by", own("Updated by", "eve@example.com"), /^T-2: Updated by shows "eve@example.com", History says "/],
  ["Resolved", own("Resolved", 46_084.5), /^T-2: Resolved shows 2026-03-03 12:00:00, History says nothing\.$/],
  ["Resolved, emptied", own("Resolved", "", 2), /^T-1: Resolved shows nothing, History says 2026-03-02/],
  ["Closed", own("Closed", "soon"), /^T-2: Closed shows "soon", History says nothing\.$/],
  [
    "First responded",
    own("First responded", "never", 2),
    /^T-1: First responded shows "never", History says 2026-03-02/,
  ],
  ["SLA", own("SLA", "Fine"), /^T-2: SLA shows "Fine", but by History it is On track or Due soon or Breached\.$/],
  ["SLA of a solved ticket", own("SLA", "Breached", 2), /^T-1: SLA shows "Breached", but by History it is Met\.$/],
  [
    "Time left",
    own("Time left", "lots"),
    /^T-2: Time left shows "lots", so many hours none of its deadlines can have left\.$/,
  ],
  ["Time left, too much", own("Time left", 500), /^T-2: Time left shows "500"/],
  ["Time left of a solved ticket", own("Time left", 1, 2), /^T-1: Time left shows "1", but no deadline is open\.$/],
  [
    "First response due",
    own("First response due", "x"),
    /^T-2: First response due shows "x", History says 2026-03-02 13:00:\d\d\.$/,
  ],
  [
    "Resolution due",
    own("Resolution due", 46_000),
    /^T-2: Resolution due shows 2025-12-09 00:00:00, History says 2026-03-0/,
  ],
  [
    "Resolution due of a solved ticket",
    own("Resolution due", 46_084, 2),
    /^T-1: Resolution due shows .*, but by History it has no date\.$/,
  ],
  [
    "Next SLA instant",
    own("Next SLA instant", "x"),
    /^T-2: Next SLA instant shows "x": the timer is to look at it 2026-03-02 1/,
  ],
  [
    "Next SLA instant, emptied",
    own("Next SLA instant", ""),
    /^T-2: Next SLA instant shows nothing: the timer is to look at it 2026/,
  ],
];

describe("verification looks at the desk's own columns, and names", () => {
  test.each(COLUMNS)("%s", (_what, act, sentence) => {
    const company = open();
    act(company);
    expect(verify(company).differences).toEqual([expect.stringMatching(sentence)]);
  });

  test("nothing where somebody deleted or renamed such a column, or sorted the rows", () => {
    const company = open();
    company.ben.type("Tickets", cell(company, "Updated", 1), "Zuletzt");
    const at = Object.keys(ticketRows(company.book)[0] ?? {}).indexOf("Created") + 1;
    company.ben.deleteColumns("Tickets", at, 1);
    company.ben.moveRows("Tickets", 4, 1, 2);
    expect(verify(company).differences).toEqual([]);
  });

  test("a renamed column by the name it has", () => {
    const company = open();
    own("Updated by", "eve@example.com")(company);
    company.ben.type("Tickets", cell(company, "Updated by", 1), "Zuletzt von");
    expect(verify(company).differences).toEqual([expect.stringMatching(/^T-2: Zuletzt von shows "eve/)]);
  });
});

test("a row that somebody saves while it is read is not called wrong", () => {
  for (let call = 1, isReached = true; isReached; call++) {
    const company = open();
    let calls = 0;
    company.workspace.onCall = ({ execution }) => {
      if (execution.functionName !== "sidebarVerify" || ++calls !== call) return;
      company.ben.type("Tickets", "C4", "Pending");
      company.ben.moveRows("Tickets", 3, 1, 2);
    };
    const { differences } = verify(company);
    company.workspace.onCall = undefined;
    isReached = calls >= call;
    expect([call, differences.filter((one) => / shows /.test(one))]).toEqual([call, []]);
  }
});

test("after the file's zone was changed, times are told of together", () => {
  const company = aCompany({ tickets: 30 });
  company.book.timeZone = "America/New_York";
  expect(verify(company).differences).toEqual([
    expect.stringMatching(
      /^60 times in Tickets are off by whole hours or quarters of an hour, as after a change of the file's time zone\. The first: T-1: Created shows /,
    ),
  ]);
});
