import { underLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { actingUser, now } from "../google/session.ts";
import { ensureTriggers } from "../google/triggers.ts";
import { addMenu, alert, showSidebar } from "../google/ui.ts";
import { setUpWorkbook } from "../workbook/set-up-workbook.ts";
import { hasPage } from "../workbook/report-refresh.ts";
import type { ViewName } from "../sidebar/api.ts";
import { AT_MENU } from "./busy.ts";
import { refresh } from "./report.ts";
import { reportProblems } from "./with-desk.ts";

const SET_UP_WAIT_MS = 20_000;

export function onOpen(): void {
  addMenu([
    ["Open sidebar", "showSidebar"],
    ["Log a ticket", "showLogForm"],
    ["Explain this deadline", "explainDeadline"],
    null,
    ["Recompute deadlines", "recomputeDeadlines"],
    ["Refresh SLA sheet", "refreshSla"],
    ["Verify history", "verifyHistory"],
    ["Health", "showHealth"],
    ["Help", "showHelp"],
    null,
    ["Set up", "setUp"],
  ]);
}

/** Makes the desk's sheets and timers where they are missing, and says what it did. */
export function setUp(): void {
  reportProblems(() => {
    const { made, mistakes } = underLock({ waitMs: SET_UP_WAIT_MS, busy: AT_MENU.busy }, (memory) => {
      const done = setUpWorkbook(memory, { owner: actingUser(), now: now() });
      ensureTriggers();
      return done;
    });
    const memory = openMemory();
    if (!hasPage(memory)) made.push(...refresh(memory));
    const what = made.length > 0 ? `Made: ${made.join(", ")}.` : "Everything was there already; nothing was changed.";
    alert([`The desk is ready. ${what}`, ...mistakes].join("\n"));
  }, alert);
}

/** Opens the sidebar at one of its views, which asks for what it shows. */
export const showView = (view: ViewName): void => showSidebar(view);
