import type { Status } from "./field.ts";

/** What a company has chosen for its desk; read from the settings sheets, kept beside the head for runs that must be quick. */
export interface DeskSettings {
  readonly prefix: string;
  /** Every prefix that was ever in use, the present one first. */
  readonly prefixes: readonly string[];
  readonly statuses: readonly Status[];
  readonly priorities: readonly string[];
  readonly reopenWithinDays: number;
  readonly timeZone: string;
  /** Nobody is mailed about deadlines. */
  readonly isSilent?: boolean;
  /** Leads are mailed how each week went. */
  readonly isDigestOn?: boolean;
  /** What the sheets that dropdowns read from are called now. */
  readonly sheetTitles: { readonly people: string; readonly categories: string };
}
