import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readIncidents } from "../../scripts/cases/incidents.ts";
import { replayIncidents } from "../../scripts/cases/replay-incidents.ts";

const FILE = join(process.env["SHEETDESK_SHARED"] ?? "../shared", "corpora", "incidents", "incident-event-log.csv");

/** The last row of each incident by time, then file order, worked out without the readers of the replay. */
function lastRows(csv: string): Map<string, Record<string, string>> {
  const rows = parse<Record<string, string>>(csv, { columns: true });
  const last = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const before = last.get(row["number"] ?? "");
    if (!before || timeOf(row) >= timeOf(before)) last.set(row["number"] ?? "", row);
  }
  return last;
}

function timeOf({ sys_updated_at: text = "" }: Record<string, string>): number {
  return Date.parse(`${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11)}:00Z`);
}

test.each([
  [
    "blanks, a mark at the beginning and other line ends",
    "\uFEFFnumber, incident_state ,sys_updated_at\r\n A1 ,New , 29-02-2016 01:23\r\n",
    ["New", 0],
  ],
  [
    "one digit, slashes and seconds",
    "number,incident_state,sys_updated_at\nA1,Active,29/2/2016 1:23:45\n",
    ["Open", 45],
  ],
  [
    "a short row and a quoted line break",
    'number,incident_state,sys_updated_at,category,priority\nA1,"Awaiting\nVendor",29-02-2016 01:23\n',
    ["On hold", 0],
  ],
])("a log with %s is read", (_name, csv, [status, second]) => {
  const at = Date.UTC(2016, 1, 29, 1, 23, Number(second));
  expect(readIncidents(csv)).toEqual([expect.objectContaining({ number: "A1", status, priority: "Medium", at })]);
});

const STATUS: Readonly<Record<string, string>> = {
  New: "New",
  Active: "Open",
  "Awaiting User Info": "Pending",
  Resolved: "Resolved",
  Closed: "Closed",
};

if (!existsSync(FILE)) {
  const why = `no incidents at ${FILE}; set SHEETDESK_SHARED to the folder that holds corpora`;
  if (process.env["CI"]) throw new Error(why);
  test.skip(`real incidents (${why})`, () => undefined);
} else {
  test("every real incident ends in its last state, each update timed and attributed", () => {
    const csv = readFileSync(FILE, "utf8");
    const last = lastRows(csv);
    const { tickets, events, differences } = replayIncidents(readIncidents(csv));
    const wrong = [...last].filter(([number, row]) => {
      const ticket = tickets[number];
      const author = (row["sys_updated_by"] ?? "").toLowerCase().replace(/\s+/g, ".");
      const late = Date.parse(ticket?.updatedAt ?? "") - timeOf(row);
      const status = STATUS[row["incident_state"] ?? ""] ?? "On hold";
      return ticket?.status !== status || ticket.updatedBy !== `${author}@example.com` || late !== 0;
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(tickets)).toHaveLength(last.size);
    const rows = csv.trim().split("\n").length - 1;
    expect({ events, differences }).toEqual({ events: rows + 1, differences: 0 }); // each row an edit, and the columns added
  }, 300_000);
}
