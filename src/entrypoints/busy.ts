import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { type Memory, parse, readHead } from "../workbook/memory.ts";
import { rememberedSheets } from "../workbook/save/open-desk.ts";
import { isSettingsSheet } from "./settings-sheet.ts";

/** What a person, or Health, is told by a run that found no turn, or whose rows were moved again and again. */
export interface Waiter {
  readonly busy: () => string;
  readonly moved: () => string;
}

const BUSY = "The desk is busy with somebody else's work.";
const MOVED = "The rows were moved again and again while this was being saved.";

/** Somebody at the sidebar: only what they ask is at stake, and asking again under the same request id does nothing twice. */
export const AT_SIDEBAR: Waiter = {
  busy: () => `${BUSY} Nothing was changed: try again in a moment.`,
  moved: () => `${MOVED} It may be saved or not: try again, nothing is saved twice.`,
};

/** Somebody chose a menu item that may be chosen again. */
export const AT_MENU: Waiter = {
  busy: () => `${BUSY} This was not done: choose it again in a moment.`,
  moved: () => `${MOVED} Choose it again in a moment.`,
};

/** A look at what no trigger reported, by the timer or before a verification: there is always a next one. */
export const A_CHECK: Waiter = {
  busy: () => `${BUSY} What was to be checked now is left to the next check.`,
  moved: () => `${MOVED} What is left is done by the next check.`,
};

/** Somebody edited a cell: it stands, and the timer records what this run could not, if it runs. */
export const atEdit = (sheetId: number): Waiter => ({
  busy: () => sentenceAfter(BUSY, sheetId),
  moved: () => sentenceAfter(MOVED, sheetId),
});

const RUNS_EVERY_MS = 5 * 60_000;
const LARGE_DESK_TICKETS = 20_000;

/** Somebody chose something on the SLA sheet: it is remembered already, and the timer sees to it. */
export const AT_SLA_SHEET: Waiter = {
  busy: () =>
    doesTimerRun(openMemory())
      ? `${BUSY} What you chose is kept: its charts are brought up to date within five minutes.`
      : `${BUSY} What you chose stands in its cell: choose Helpdesk > Refresh SLA sheet in a moment.`,
  moved: () => MOVED,
};

/** "" where the desk has nothing to do with the sheet. */
function sentenceAfter(why: string, sheetId: number): string {
  const memory = openMemory();
  const { tickets, people } = rememberedSheets(memory);
  if (sheetId !== tickets && !isSettingsSheet(memory, sheetId)) return "";
  const what = `${why} What you typed stands in its cell`;
  if (ranAt(memory) === 0)
    return `${what} and is recorded by the desk's timer, which has not run yet: it runs every five minutes.`;
  if (!doesTimerRun(memory)) return `${what}, but the desk's timer is not running: type it again in a moment.`;
  const isLarge = (readHead(memory)?.lastNumber ?? 0) > LARGE_DESK_TICKETS;
  if (sheetId === tickets) return `${what} and is recorded within ${isLarge ? "half an hour" : "five minutes"}.`;
  const role = sheetId === people ? " A role must be typed again, or confirmed by a lead under Helpdesk > Health." : "";
  return `${what} and takes effect within ${isLarge ? "an hour" : "five minutes"}.${role}`;
}

/** Two turns may be missed by chance. */
const doesTimerRun = (memory: Memory): boolean => now() - ranAt(memory) < 3 * RUNS_EVERY_MS;

/** 0 where it never did. */
const ranAt = (memory: Memory): number => parse<{ ranAt?: number }>(memory.get("timer"))?.ranAt ?? 0;
