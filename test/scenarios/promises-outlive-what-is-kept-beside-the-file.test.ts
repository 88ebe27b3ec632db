import { decodeEvents } from "../../src/domain/history/decode.ts";
import { versionsIn } from "../../src/domain/sla-settings/versions.ts";
import { aCompany, ANA, type Company, reopened, setUp, verify } from "./company.ts";
import { copied } from "./copied.ts";
import { gridOf, historyOf, ticketRows } from "./sheets.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The timers don't come: the days would take long, and nothing here needs them. */
const pass = ({ workspace: { clock } }: Company, ms: number): void => clock.reach(clock.now() + ms);

const properties = ({ project, book }: Company): Map<string, string> =>
  project.stores.propertiesOf(`document:${book.id}`);

const loseSla = (company: Company): void => {
  for (const key of [...properties(company).keys()]) if (/^sla/.test(key)) properties(company).delete(key);
};

/** Three tickets under three versions of a policy whose targets and hours were changed in between; the clocks have run for a while. */
function aDeskOfThreeVersions(): Company {
  const company = aCompany({ tickets: 1 });
  company.owner.type("SLA policies", "D4", "2 h");
  company.ana.paste("Tickets", "B3", [["Under the second", "Open", "Medium"]]);
  company.owner.type("Business hours", "C2", "07:00-15:00");
  company.owner.type("SLA policies", "D4", "3 h");
  company.ana.paste("Tickets", "B4", [["Under the third", "Open", "Medium"]]);
  pass(company, 3 * DAY_MS);
  company.ben.paste("Tickets", "C2", [["Pending"], ["Pending"], ["Pending"]]);
  pass(company, DAY_MS);
  return company;
}

const verdicts = ({ book }: Company): unknown[] =>
  ticketRows(book)
    .filter(({ Ticket }) => Ticket !== "")
    .map((row) => [row["Ticket"], row["SLA"], row["Time left"], row["First response due"], row["Resolution due"]]);

const told = ({ book }: Company): unknown[] => historyOf(book).flatMap(({ promises }) => (promises ? [promises] : []));

test("the first event under new versions of policies or hours tells of all of them, and no other does", () => {
  const company = aDeskOfThreeVersions();
  const sla = JSON.parse(properties(company).get("sla.0") ?? "") as Parameters<typeof versionsIn>[0];
  expect(told(company)).toHaveLength(3);
  expect(told(company).at(-1)).toEqual(JSON.parse(JSON.stringify(versionsIn(sla))));
  expect(verify(company).differences).toEqual([]);
});

const LOSSES: readonly (readonly [what: string, next: number, lose: (company: Company) => Company])[] = [
  ["a copy of the file, set up", 3, copied],
  [
    "a copy whose policy was changed before it was set up",
    4,
    (company) => {
      const copy = copied(company);
      copy.ana.type("SLA policies", "D4", "30 m");
      return copy;
    },
  ],
  [
    "a file without its properties",
    3,
    (company) => {
      properties(company).clear();
      return company;
    },
  ],
  [
    "a file without the property of its promises",
    3,
    (company) => {
      loseSla(company);
      return company;
    },
  ],
];

function moveClocks({ ben }: Company): void {
  for (const status of ["Open", "Pending"]) ben.paste("Tickets", "C2", [[status], [status], [status]]);
}

test.each(LOSSES)("%s counts its tickets by the versions that they are under", (_what, next, lose) => {
  const snapshot = aDeskOfThreeVersions().workspace.snapshot();
  const untouched = reopened(snapshot);
  moveClocks(untouched);
  const company = reopened(snapshot);
  const lost = lose(company);
  setUp(lost, lost === company ? undefined : ANA);
  moveClocks(lost);
  expect(verify(lost).differences).toEqual([]);
  expect(verdicts(lost)).toEqual(verdicts(untouched));
  lost.ana.paste("Tickets", "B5", [["Another", "Open", "Medium"]]);
  expect(historyOf(lost.book).at(-1)?.policy).toEqual(["Standard", next]);
});

test("between the loss and the next set-up, edits count by what History tells", () => {
  const snapshot = aDeskOfThreeVersions().workspace.snapshot();
  const [untouched, company] = [reopened(snapshot), reopened(snapshot)];
  loseSla(company);
  for (const desk of [untouched, company]) moveClocks(desk);
  expect(verdicts(company)).toEqual(verdicts(untouched));
  setUp(company);
  expect(verify(company).differences).toEqual([]);
});

test("versions that stand in the pieces of a long event are found, too", () => {
  const company = aCompany();
  const text = "long ".repeat(9000);
  company.ana.paste("Tickets", "B2", [["Under the first", "Open", "Medium"]]);
  company.owner.type("SLA policies", "D4", "2 h");
  company.ana.call("sidebarLogTicket", {
    ...{ requestId: "long-1", requester: "carla@example.com", requesterName: "Carla", subject: "Long" },
    ...{ description: text, category: "", priority: "Medium", channel: "phone", loggedOnBehalfOf: "" },
  });
  const json = gridOf(company.book, "History").valueAt(2, 2);
  expect(String(json)).toMatch(/"pieces":/);
  loseSla(company);
  setUp(company);
  expect(verify(company).differences).toEqual([]);
  company.ana.paste("Tickets", "B4", [["Another", "Open", "Medium"]]);
  expect(historyOf(company.book).at(-1)?.policy).toEqual(["Standard", 2]);
});

const NONSENSE: readonly unknown[] = [
  ...[null, 7, "x", [], {}, { policies: [], calendars: {} }],
  ...[
    { policies: [7], calendars: {}, order: [] },
    { policies: [], calendars: { Office: {} }, order: [] },
  ],
  { policies: [], calendars: { Office: [{ tz: "Etc/UTC", weekly: { mon: 7 } }] }, order: [] },
  { policies: [{ id: "a", version: 1, calendarId: "b", targets: { High: 7 } }], calendars: {}, order: [] },
  { policies: [], calendars: {}, order: [], restatements: [{ calendarId: "a" }] },
];

test.each(NONSENSE.map((promises) => [JSON.stringify(promises), promises]))(
  "promises of %s are none",
  (_, promises) => {
    const event = {
      type: "created",
      at: 1,
      recorded: 1,
      previous: 0,
      actor: "a",
      role: "agent",
      source: "sheet",
      set: {},
    };
    const row = { seq: 1, ticketId: "T-1", json: JSON.stringify({ ...event, promises }), hash: "h" };
    const [decoded] = decodeEvents([row]).events;
    expect(decoded).toMatchObject({ ticketId: "T-1" });
    expect(decoded).not.toHaveProperty("promises");
  },
);

describe("within how many days an opening was a reopening", () => {
  test.each([
    ["shortened", "14", "2"],
    ["lengthened", "2", "14"],
  ])("is what it was then, when the setting is %s later", (_how, first, then) => {
    const company = aCompany({ tickets: 1 });
    company.owner.type("Settings", "B3", first);
    company.ben.type("Tickets", "C2", "Resolved");
    pass(company, 5 * DAY_MS);
    company.ben.type("Tickets", "C2", "Open");
    pass(company, HOUR_MS);
    const [before] = ticketRows(company.book);
    company.owner.type("Settings", "B3", then);
    expect(verify(company).differences).toEqual([]);
    company.ben.type("Tickets", "E2", "zoe@example.com");
    expect(ticketRows(company.book)[0]).toMatchObject({ SLA: before?.["SLA"], "Time left": before?.["Time left"] });
    expect(verify(company).differences).toEqual([]);
  });
});
