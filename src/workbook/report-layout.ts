import { type AnyKey, DEFINITIONS } from "../domain/report/definitions.ts";
import { CHANNELS } from "../domain/ticket/field.ts";

/** Tables of `SLA data` stand side by side, each at its place for good, so that charts keep their ranges. */
export type TableKey =
  | "figures"
  | "weeks"
  | "priorityWeeks"
  | "control"
  | "curve"
  | "ages"
  | "breaches"
  | "reopenings"
  | "vips"
  | "intake"
  | "gone"
  | "priorities"
  | "arrivals"
  | "staffed"
  | "agents"
  | "choices"
  | "lists";

export interface TablePlace {
  readonly title: string;
  readonly width: number;
  /** The first column, 1-based. */
  readonly column: number;
}

export const TITLE_ROW = 1;
export const HEADER_ROW = 2;
export const FIRST_ROW = 3;
/** Tickets listed for a figure; what is more is said, not listed. */
export const LISTED_AT_MOST = 300;
export const DATA_ROWS = HEADER_ROW + LISTED_AT_MOST + 1;
/** Weeks, priorities and categories shown at most; beyond, a picture can't be read. */
export const WEEKS_AT_MOST = 105;
export const PRIORITIES_AT_MOST = 8;
export const CATEGORIES_AT_MOST = 8;
export const CURVE_POINTS = 41;
/** People shown below the other charts; `SLA data` has more. */
export const PEOPLE_AT_MOST = 20;
export const INTAKE_ROWS = CHANNELS.length + 5;

export const FIGURE_KEYS = Object.keys(DEFINITIONS) as AnyKey[];

const WIDTHS: readonly (readonly [key: TableKey, title: string, width: number])[] = [
  ["figures", "Every figure of the period", 9],
  ["weeks", "Week by week", 20],
  ["priorityWeeks", "In time week by week and priority, and of how many", 4 + 2 * PRIORITIES_AT_MOST],
  ["control", "Median resolution week by week, in hours: centre = mean, limits = 2.66 mean moving ranges around it", 7],
  ["curve", "Share solved against working hours", 2],
  ["ages", "Backlog by age in days and priority", 1 + PRIORITIES_AT_MOST],
  ["breaches", "Breaches by category", 3],
  ["reopenings", "Reopenings by category", 3],
  ["vips", "VIPs and everybody else", 3],
  ["intake", "No lost ticket: all numbers ever given", 2],
  ["gone", "Deleted tickets by whom, and others that are in no figure", 6],
  ["priorities", "Attainment by priority", 9],
  ["arrivals", "Arrivals by weekday and hour", 25],
  ["staffed", "Share of that hour in which the desk was open", 25],
  ["agents", "By assignee: off until it is switched on", 7],
  ["choices", "What filters offer", 3],
  ["lists", "Tickets behind each figure", FIGURE_KEYS.length],
];

/** The first column holds links to the lists; one column stays free between two tables. */
export const TABLES: Readonly<Record<TableKey, TablePlace>> = placed();

/** The last column holds nothing but the word by which a finished sheet is known. */
export const DATA_COLUMNS = 1 + Math.max(...Object.values(TABLES).map(({ column, width }) => column + width - 1));

function placed(): Record<TableKey, TablePlace> {
  let column = 2;
  const places = WIDTHS.map(([key, title, width]) => {
    const place = { title, width, column };
    column += width + 1;
    return [key, place] as const;
  });
  return Object.fromEntries(places) as Record<TableKey, TablePlace>;
}
