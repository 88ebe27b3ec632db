/** A column that the desk knows; people may rename, move and (where it isn't needed) delete it. */
export interface ColumnSpec {
  readonly key: string;
  readonly header: string;
  readonly kind: "number" | "field" | "derived" | "hidden";
  readonly width: number;
  readonly note: string;
  readonly isNeeded?: true;
  readonly format?: string;
}

const OURS = "Kept by the desk: what is typed here is put back.";
const DATE_TIME = "yyyy-mm-dd hh:mm";

const field = (key: string, header: string, width: number, note: string): ColumnSpec => ({
  key,
  header,
  kind: "field",
  width,
  note,
  format: "@",
});
const derived = (key: string, header: string, width: number, note: string, format = "@"): ColumnSpec => ({
  ...{ key, header, kind: "derived", width, format },
  note: `${note} ${OURS}`,
});

export const STATE_KEY = "state";
export const TICKET_KEY = "ticket";

export const TICKET_COLUMNS: readonly ColumnSpec[] = [
  {
    ...field("ticket", "Ticket", 80, `The ticket's number, never used twice. ${OURS}`),
    kind: "number",
    isNeeded: true,
  },
  {
    ...field("subject", "Subject", 260, "What it is about, in a line. A row becomes a ticket once this is filled."),
    isNeeded: true,
  },
  {
    ...field("status", "Status", 90, "New, Open, Pending (waiting for the requester), On hold, Resolved or Closed."),
    isNeeded: true,
  },
  { ...field("priority", "Priority", 80, "Urgent, High, Medium or Low: set by agents."), isNeeded: true },
  field("assignee", "Assignee", 160, "The agent who works on it."),
  field("requester", "Requester", 180, "The address of whoever asks."),
  field("requesterName", "Requester name", 130, "The name of whoever asks."),
  field("category", "Category", 110, "What kind of issue it is."),
  field("queue", "Queue", 90, "Where the ticket waits."),
  field("channel", "Channel", 70, "How it came: mail, form, phone, visit, chat, portal or import."),
  field("description", "Description", 300, "What happened, in the requester's words."),
  field("tags", "Tags", 100, "Words to find it by, with commas between."),
  derived("sla", "SLA", 80, "On track, Due soon, Paused, Breached, Met, or – where nothing is promised."),
  derived("timeLeft", "Time left", 75, "Working hours left on the nearest deadline, as of the last look.", '0.0" h"'),
  derived("firstResponseDue", "First response due", 125, "When the first answer is due.", DATE_TIME),
  derived("resolutionDue", "Resolution due", 125, "When it is to be resolved; empty while it waits.", DATE_TIME),
  derived("created", "Created", 125, "When it was raised.", DATE_TIME),
  derived("firstResponded", "First responded", 125, "When the requester was first answered.", DATE_TIME),
  derived("resolved", "Resolved", 125, "When it was last resolved.", DATE_TIME),
  derived("closed", "Closed", 125, "When it was closed.", DATE_TIME),
  derived("updated", "Updated", 125, "When the last update was recorded.", DATE_TIME),
  derived("updatedBy", "Updated by", 160, "Who made the last update."),
  { ...derived("state", "State", 60, "The row's last saved self."), kind: "hidden", isNeeded: true },
  { ...derived("nextSla", "Next SLA instant", 60, "When the timer looks next (epoch ms).", "0"), kind: "hidden" },
];

export const COLUMN_BY_KEY: ReadonlyMap<string, ColumnSpec> = new Map(TICKET_COLUMNS.map((spec) => [spec.key, spec]));

/** Keys of the company's own columns. */
export const isCustom = (key: string): boolean => /^c\d+$/.test(key);

/** Keys whose cells people edit. */
export const isField = (key: string): boolean => COLUMN_BY_KEY.get(key)?.kind === "field" || isCustom(key);

/** Keys of cells that are judged by the clocks, and so by the time. */
export const isSla = (key: string): boolean =>
  ["sla", "timeLeft", "firstResponseDue", "resolutionDue", "firstResponded", "nextSla"].includes(key);

/** Keys of columns that people don't see. */
export const isHidden = (key: string): boolean => COLUMN_BY_KEY.get(key)?.kind === "hidden";

/** Keys whose cells only the desk writes. */
export const isOurs = (key: string): boolean => ["derived", "hidden"].includes(COLUMN_BY_KEY.get(key)?.kind ?? "");
