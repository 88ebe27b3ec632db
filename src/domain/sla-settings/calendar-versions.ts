import type { Calendar } from "../calendar/calendar.ts";
import { intlOffsets } from "../calendar/offsets.ts";

/** The version in force on a local date; of two that begin on one date the later. */
export function versionOn(versions: readonly Calendar[], date: string): Calendar | undefined {
  const begun = versions.filter(({ effectiveFrom = "" }) => effectiveFrom <= date);
  return begun.reduce<Calendar | undefined>(
    (found, version) => ((found?.effectiveFrom ?? "") <= (version.effectiveFrom ?? "") ? version : found),
    undefined,
  );
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDate(at: number, tz: string): string {
  return new Date(at + intlOffsets(tz)(at)).toISOString().slice(0, 10);
}
