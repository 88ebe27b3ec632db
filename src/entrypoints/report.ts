import { withLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { alert } from "../google/ui.ts";
import { hasPage, refreshReport } from "../workbook/report-refresh.ts";
import { queueWeekDigest } from "./queue-week-digest.ts";
import { reportProblems } from "./with-desk.ts";

const WAIT_MS = 20_000;

/** The menu item: brings the SLA sheet up to date, or back. */
export const refreshSla = (): void => reportProblems(() => void refresh(), alert);

/** Every hour, as the owner; a sheet that somebody deleted stays away until somebody wants it. */
export function onHour(): void {
  const [memory, at] = [openMemory(), now()];
  reportProblems(
    () => void (hasPage(memory) && refreshReport(memory, { now: at, alone })),
    (sentence) => console.warn(sentence),
  );
  queueWeekDigest(memory, at); // after the charts that go along with it
}

/** Holds no lock while it reads: nobody's edit waits for a report. Answers with the titles of sheets that it made. */
export function refresh(): string[] {
  return refreshReport(openMemory(), { now: now(), alone });
}

const alone = (run: () => void): void => withLock(WAIT_MS, run);
