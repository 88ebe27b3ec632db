import { withLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { alert } from "../google/ui.ts";
import type { Memory } from "../workbook/memory.ts";
import type { Refreshing } from "../workbook/report-refresh.ts";
import {
  hasPage,
  isRefreshAsked,
  refreshAfterEdit,
  refreshReport,
  rememberDuration,
} from "../workbook/report-refresh.ts";
import { A_CHECK, AT_MENU, AT_SLA_SHEET, type Waiter } from "./busy.ts";
import { queueWeekDigest } from "./queue-week-digest.ts";
import { reportProblems } from "./with-desk.ts";

const WAIT_MS = 20_000;
/** A simple trigger may run for 30 s, and reading takes most of that. */
const EDIT_WAIT_MS = 3000;

/** The menu item: brings the SLA sheet up to date, or back. */
export const refreshSla = (memory: Memory): void => reportProblems(() => void refresh(memory), alert);

/** Every hour, as the owner; a sheet that somebody deleted stays away until somebody wants it. */
export function onHour(memory: Memory): void {
  const at = now();
  reportProblems(
    () => void (hasPage(memory) && refreshedAt(memory, at, { waiter: A_CHECK })),
    (sentence) => console.warn(sentence),
  );
  queueWeekDigest(memory, at); // after the charts that go along with it
}

/** Holds no lock while it reads: nobody's edit waits for a report. Answers with the titles of sheets that it made. */
export const refresh = (memory: Memory): string[] => refreshedAt(memory, now(), { waiter: AT_MENU });

/** Somebody edited the SLA sheet: a choice takes effect at once. Holds no lock. */
export function refreshAfter(memory: Memory, { range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const edited = {
    rows: [range.getRow(), range.getLastRow()] as const,
    columns: [range.getColumn(), range.getLastColumn()] as const,
  };
  refreshAfterEdit(memory, edited, {
    now: now(),
    alone: (run) => withLock({ waitMs: EDIT_WAIT_MS, busy: AT_SLA_SHEET.busy }, run),
  });
}

/** The timer's part: what the run of an edit could not do, or could not finish. */
export function refreshIfAsked(memory: Memory): void {
  if (isRefreshAsked(memory) && hasPage(memory))
    refreshedAt(openMemory(), now(), { waiter: A_CHECK, isDoubtful: true });
}

function refreshedAt(
  memory: Memory,
  at: number,
  { waiter, ...more }: Pick<Refreshing, "isDoubtful"> & { waiter: Waiter },
): string[] {
  const alone: Refreshing["alone"] = (run) => withLock({ waitMs: WAIT_MS, busy: waiter.busy }, run);
  const made = refreshReport(memory, { now: at, alone, ...more });
  rememberDuration(memory, now() - at);
  return made;
}
