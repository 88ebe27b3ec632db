export const PRIORITIES = ["Urgent", "High", "Medium", "Low"] as const;
export const CHANNELS = ["mail", "form", "phone", "visit", "chat", "portal", "import"] as const;

/** By which an agent hears of something; the others bring their tickets themselves. */
export const LOGGED_CHANNELS = ["phone", "visit", "chat", "mail"] as const;

/** Whether people speak to each other there, so that who asks may be answered on the spot. */
export const isSpoken = (channel: string): boolean => channel === "phone" || channel === "visit";

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
