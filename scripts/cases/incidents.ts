import { parse } from "csv-parse/sync";

/** One state of an incident as its desk recorded it; `at` is epoch ms in UTC. */
export interface IncidentState {
  readonly number: string;
  readonly status: string;
  readonly priority: string;
  readonly assignee: string;
  readonly category: string;
  readonly modCount: string;
  readonly at: number;
  readonly author: string;
}

const STATUSES: Readonly<Record<string, string>> = {
  New: "New",
  Active: "Open",
  "Awaiting User Info": "Pending",
  Resolved: "Resolved",
  Closed: "Closed",
};
const PRIORITIES: Readonly<Record<string, string>> = { "1": "Urgent", "2": "High", "3": "Medium", "4": "Low" };

/** The states of a log like that of the incidents corpus, by time, then file order. */
export function readIncidents(csv: string): IncidentState[] {
  const shape = { columns: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const;
  const rows = parse<Record<string, string>>(csv, shape);
  return rows.map(stateOf).sort((one, other) => one.at - other.at);
}

function stateOf(row: Record<string, string>): IncidentState {
  const state = row["incident_state"] ?? "";
  return {
    number: row["number"] ?? "",
    status: STATUSES[state] ?? (state.startsWith("Awaiting") ? "On hold" : state),
    priority: PRIORITIES[(row["priority"] ?? "").charAt(0)] ?? "Medium",
    assignee: addressOf(row["assigned_to"] ?? "?"),
    category: row["category"] ?? "",
    modCount: row["sys_mod_count"] ?? "",
    at: instantOf(row["sys_updated_at"] ?? ""),
    author: addressOf(row["sys_updated_by"] ?? "?") || "somebody@example.com",
  };
}

/** "Updated by 21" → updated.by.21@example.com; "?" → "". */
function addressOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g);
  return words ? `${words.join(".")}@example.com` : "";
}

/** Day first, whatever the separator, as in the corpus; seconds only where there are any. */
const TIME = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4}) (\d\d?):(\d\d)(?::(\d\d))?$/;

function instantOf(text: string): number {
  const [, day, month, year, hour, minute, second = 0] = TIME.exec(text) ?? [];
  if (!day) throw new Error(`"${text}" is not a time of the form dd-mm-yyyy hh:mm.`);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
