/** The fields that people fill in, by the key under which history keeps them. Custom columns have keys "c1", "c2" … */
export const STANDARD_FIELDS = [
  "subject",
  "status",
  "priority",
  "assignee",
  "requester",
  "requesterName",
  "category",
  "queue",
  "channel",
  "description",
  "tags",
] as const;

export type StandardField = (typeof STANDARD_FIELDS)[number];

/** Columns that the desk writes for reading; never read back. */
export const DERIVED_FIELDS = [
  "sla",
  "timeLeft",
  "firstResponseDue",
  "resolutionDue",
  "created",
  "firstResponded",
  "resolved",
  "closed",
  "updated",
  "updatedBy",
  "lastCommunication",
] as const;

export type DerivedField = (typeof DERIVED_FIELDS)[number];

export const PRIORITIES = ["Urgent", "High", "Medium", "Low"] as const;
export const CHANNELS = ["mail", "form", "phone", "visit", "chat", "portal", "import"] as const;

export type StatusCategory = "open" | "waiting" | "resolved" | "closed";

export interface Status {
  readonly name: string;
  readonly category: StatusCategory;
}

export const DEFAULT_STATUSES: readonly Status[] = [
  { name: "New", category: "open" },
  { name: "Open", category: "open" },
  { name: "Pending", category: "waiting" },
  { name: "On hold", category: "waiting" },
  { name: "Resolved", category: "resolved" },
  { name: "Closed", category: "closed" },
];
