import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readIncidents } from "../../scripts/cases/incidents.ts";
import { replayIncidents } from "../../scripts/cases/replay-incidents.ts";

const FILE = join(process.env["SHEETDESK_SHARED"] ?? "../shared", "corpora", "incidents", "incident-event-log.csv");
const MINUTE_MS = 60_000;

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
      return (
        ticket?.status !== status || ticket.updatedBy !== `${author}@example.com` || !(late >= 0 && late <= MINUTE_MS)
      );
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(tickets)).toHaveLength(last.size);
    const rows = csv.trim().split("\n").length - 1;
    expect({ events, differences }).toEqual({ events: rows + 1, differences: 0 }); // each row an edit, and the columns added
  }, 300_000);
}
