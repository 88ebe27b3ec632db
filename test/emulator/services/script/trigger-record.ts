/** When a time-based trigger runs. */
export type Schedule =
  | { kind: "once"; at: number }
  | { kind: "steady"; everyMs: number; phase: number }
  | {
      kind: "calendar";
      days: number;
      weekDay?: number;
      monthDay?: number;
      hour: number;
      minute: number;
      timeZone: string;
    };

export type EventTypeName = "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_FORM_SUBMIT" | "ON_CHANGE";

/** An installed trigger, as Google keeps it. */
export interface TriggerRecord {
  id: string;
  projectId: string;
  /** Whose authority it runs under, always. */
  creator: string;
  handler: string;
  eventType: EventTypeName;
  source: "CLOCK" | "SPREADSHEETS" | "FORMS";
  sourceId: string | null;
  schedule?: Schedule;
  createdAt: number;
  /** Epoch ms; absent for a spent one-shot, which still takes up a place. */
  nextRun?: number;
}
