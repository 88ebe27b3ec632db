export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local times of day `HH:MM`, `24:00` allowed, half-open, never across midnight. */
export type Period = readonly [from: string, to: string];
/** Periods by local date `YYYY-MM-DD`. */
export type PeriodsByDate = Readonly<Record<string, readonly Period[]>>;

/** Opening hours of one team. A holiday wins over everything; an exception replaces the weekly hours of its date. */
export interface Calendar {
  /** IANA name. */
  readonly tz: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Period[]>>>;
  readonly holidays?: readonly string[];
  readonly exceptions?: PeriodsByDate;
  /** Taken out of the hours of a date. */
  readonly breaks?: PeriodsByDate;
  /** First local date of this version; blank: since ever. A later version never moves the days before it. */
  readonly effectiveFrom?: string;
}
