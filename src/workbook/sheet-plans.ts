import { DEFAULT_STATUSES } from "../domain/ticket/field.ts";
import { TICKET_COLUMNS } from "./ticket-columns.ts";

export type SheetKey = "tickets" | "history" | "people" | "categories" | "statuses" | "settings";

export interface PlannedColumn {
  readonly header: string;
  readonly width: number;
  readonly note: string;
  /** Number format of the whole column; text where absent. */
  readonly format?: string;
}

/** A sheet that set-up makes where it is missing: its columns, how many rows are kept ready, and what stands in it at first. */
export interface SheetPlan {
  readonly key: SheetKey;
  readonly title: string;
  readonly columns: readonly PlannedColumn[];
  readonly spareRows: number;
  readonly firstRows: readonly (readonly (string | number | boolean)[])[];
  readonly tabColor: string;
}

const column = (header: string, width: number, note: string, format = "@"): PlannedColumn => ({
  header,
  width,
  note,
  format,
});

export const SETTING_ROWS = [
  ["Ticket prefix", "T-", "Stands before each ticket number. Tickets keep the number they have."],
  ["Reopen within days", "14", "For so long a closed ticket may be opened again; later, a new one is logged."],
] as const;

export const SHEET_PLANS: readonly SheetPlan[] = [
  { key: "tickets", title: "Tickets", columns: TICKET_COLUMNS, spareRows: 200, firstRows: [], tabColor: "#0b57d0" },
  {
    ...{ key: "people", title: "People", spareRows: 50, firstRows: [], tabColor: "#188038" },
    columns: [
      column("Email", 220, "The address by which the desk knows this person."),
      column("Name", 160, "As it is shown on tickets."),
      column("Role", 90, "agent works on tickets, lead sees reports and gets escalations, requester asks."),
      column("VIP", 60, "yes gives this person the fast track."),
    ],
  },
  {
    ...{ key: "categories", title: "Categories", spareRows: 30, tabColor: "#188038" },
    columns: [column("Category", 200, "What kinds of issue there are: offered in the form and on Tickets.")],
    firstRows: [["Hardware"], ["Software"], ["Access"], ["Network"], ["Facilities"], ["Other"]],
  },
  {
    ...{ key: "statuses", title: "Statuses", spareRows: 10, tabColor: "#188038" },
    columns: [
      column(
        "Status",
        140,
        "The names of your statuses, in the order in which they are offered. The first is a new ticket's.",
      ),
      column("Category", 140, "open, waiting (clocks pause), resolved or closed: what the desk understands by it."),
    ],
    firstRows: DEFAULT_STATUSES.map(({ name, category }) => [name, category]),
  },
  {
    ...{ key: "settings", title: "Settings", spareRows: 10, firstRows: SETTING_ROWS, tabColor: "#188038" },
    columns: [
      column("Setting", 180, "What can be chosen."),
      column("Value", 140, "What is chosen. An empty cell means the default."),
      column("Meaning", 480, "What it does."),
    ],
  },
  {
    ...{ key: "history", title: "History", spareRows: 100, firstRows: [], tabColor: "#5f6368" },
    columns: [
      column("Seq", 70, "Every event has a number; none is missing.", "0"),
      column("Ticket", 90, "The ticket it is about; empty for the desk itself."),
      column(
        "Event",
        700,
        "What happened, when, who did it, and the new values. Never edited: Verify history finds what was.",
      ),
      column("Hash", 320, "Chains each event to the one before it."),
    ],
  },
];
