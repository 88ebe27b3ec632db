import { DEFAULT_STATUSES } from "../domain/ticket/field.ts";
import { TICKET_COLUMNS } from "./ticket-columns.ts";

export type SheetKey =
  | "tickets"
  | "history"
  | "people"
  | "categories"
  | "statuses"
  | "settings"
  | "policies"
  | "hours"
  | "holidays"
  | "outbox"
  | "conversation";

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
  [
    "Warnings",
    "on",
    "on mails assignees and leads when deadlines come near or pass, in working time; off mails nobody.",
  ],
  [
    "Weekly digest",
    "off",
    "on mails leads how the week before went, with the charts of the sheet SLA, on Mondays from 8:00 on; off mails nobody.",
  ],
] as const;

const WEEKDAY_HEADERS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const OFFICE_HOURS = ["09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "", ""];

/** What is sent by mail; the desk finds these columns by their place. */
export const OUTBOX_COLUMNS = [
  ["Id", 80, "Every mail has its own."],
  ["To", 200, "Who gets it."],
  ["Subject", 260, "Its subject."],
  ["About", 160, "The tickets that it is about."],
  ["Created", 150, "When it was written (UTC)."],
  ["State", 80, "queued, sending, sent, failed, or held: not sent until you write queued here."],
  ["Tries", 60, "How often Google was asked to send it."],
  ["Next try", 150, "Not before this instant (UTC); empty: as soon as possible."],
  ["Sent", 150, "When Google took it (UTC)."],
  ["Error", 300, "What went wrong."],
  ["Text", 120, "What it says."],
  ["HTML", 60, "The same for programs that show HTML."],
] as const;

/** What was said, copied from History; the desk finds these columns by their place. */
export const CONVERSATION_COLUMNS: readonly PlannedColumn[] = [
  column("Event", 70, "The event of History that it is copied from.", "0"),
  column("Ticket", 80, "The ticket it is about."),
  column("When", 125, "When it was said.", "yyyy-mm-dd hh:mm"),
  column(
    "What",
    110,
    "Reply and Call: the requester heard it. Note: colleagues only. Requester said: in the requester's words.",
  ),
  column("Who", 180, "Who said it, or wrote it down for the requester."),
  column("Text", 500, "What was said. Added by the desk; what is changed here changes nothing in History."),
];

export const SHEET_PLANS: readonly SheetPlan[] = [
  { key: "tickets", title: "Tickets", columns: TICKET_COLUMNS, spareRows: 200, firstRows: [], tabColor: "#0b57d0" },
  {
    ...{ key: "people", title: "People", spareRows: 50, firstRows: [], tabColor: "#188038" },
    columns: [
      column("Email", 220, "The address by which the desk knows this person."),
      column("Name", 160, "As it is shown on tickets."),
      column(
        "Role",
        90,
        "agent works on tickets, lead gives roles and gets escalations, requester asks. Only leads change it.",
      ),
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
    ...{ key: "policies", title: "SLA policies", spareRows: 30, tabColor: "#e37400" },
    columns: [
      column(
        "Policy",
        120,
        "Rows of one name are one promise. The first policy, from above, that is for a ticket counts.",
      ),
      column("Priority", 90, "The priority that this row is for."),
      column("VIP", 60, "yes: for VIPs only. Without such a row VIPs get half the time of their priority."),
      column("First response", 120, "Working time until the first answer: 30 min, 4 h, 1 h 30 min. Empty: no promise."),
      column("Next response", 120, "Working time until each further answer. Empty: no promise."),
      column(
        "Resolution",
        120,
        "Working time until it is resolved; waiting for the requester does not count. Empty: no promise.",
      ),
      column("Calendar", 110, "Whose working time counts: a name from Business hours."),
      column("Queues", 130, "Only for tickets in these queues, with commas between. Empty: all."),
      column("Categories", 130, "Only for tickets of these categories. Empty: all."),
      column("Channels", 130, "Only for tickets that came this way. Empty: all."),
    ],
    firstRows: [
      ["Standard", "Urgent", "", "30 min", "1 h", "4 h", "Office", "", "", ""],
      ["Standard", "High", "", "1 h", "2 h", "8 h", "Office", "", "", ""],
      ["Standard", "Medium", "", "4 h", "8 h", "24 h", "Office", "", "", ""],
      ["Standard", "Low", "", "8 h", "16 h", "40 h", "Office", "", "", ""],
    ],
  },
  {
    ...{ key: "hours", title: "Business hours", spareRows: 10, tabColor: "#e37400" },
    columns: [
      column(
        "Calendar",
        120,
        "The name by which SLA policies mean it. A change counts from tomorrow on: the past never moves.",
      ),
      column("Time zone", 150, "As Europe/Berlin. Empty: the zone of this file."),
      ...WEEKDAY_HEADERS.map((day) =>
        column(
          day,
          120,
          "Opening hours: 09:00-12:00, 13:00-17:00. Empty: closed. Over midnight write until 24:00 and go on the next day.",
        ),
      ),
    ],
    firstRows: [["Office", "", ...OFFICE_HOURS]],
  },
  {
    ...{ key: "holidays", title: "Holidays", spareRows: 60, firstRows: [], tabColor: "#e37400" },
    columns: [
      column("Calendar", 120, "Whose holiday it is. Empty: everybody's."),
      column("Date", 110, "As 2026-12-24."),
      column("Name", 200, "For people."),
      column("Hours", 160, "Empty: closed all day. Else the hours of that day instead of the usual ones."),
      column("Reason", 240, "Only for a day that is over: why it is added now. Open clocks are judged again."),
    ],
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
  {
    ...{ key: "outbox", title: "Outbox", spareRows: 20, firstRows: [], tabColor: "#5f6368" },
    columns: OUTBOX_COLUMNS.map(([header, width, note]) => column(header, width, note)),
  },
  {
    ...{ key: "conversation", title: "Conversation", spareRows: 100, firstRows: [], tabColor: "#5f6368" },
    columns: CONVERSATION_COLUMNS,
  },
];
