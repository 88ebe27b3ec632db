import { underLock } from "../google/lock.ts";
import { openMemory } from "../google/properties.ts";
import { BY_A_LEAD } from "../domain/roles/revise-roles.ts";
import { Problem } from "../domain/problem.ts";
import type { RoleConfirmed } from "../sidebar/api.ts";
import type { Source } from "../domain/ticket/ticket.ts";
import { actingUser, now } from "../google/session.ts";
import type { Memory } from "../workbook/memory.ts";
import { openTickets, rememberedSheets } from "../workbook/save/open-desk.ts";
import { settingsSheets } from "../workbook/present-sheets.ts";
import { haveSettingsChanged, refreshSettings } from "../workbook/refresh-settings.ts";
import { roleNotes } from "../workbook/role-notes.ts";
import { standingIn } from "../workbook/roles-memory.ts";
import { rowsOf } from "../workbook/settings-texts.ts";
import { heldRoles, type SeenPeopleEdit } from "../workbook/take-roles.ts";
import { offerStatuses } from "../workbook/ticket-look.ts";
import { A_CHECK, AT_SIDEBAR } from "./busy.ts";
import { authorIn, runLocked } from "./with-desk.ts";

const WAIT_MS = 20_000;
const EMAIL_COLUMN = 1;
const ROLE_COLUMN = 3;

/** Reads the settings sheets again; answers with why roles were put back, and what can't be understood. Needs the lock. */
export function takeSettings(memory: Memory, edit?: SeenPeopleEdit): readonly string[] {
  const sheets = settingsSheets(memory);
  if (!sheets) return [];
  const refreshed = refreshSettings(memory, sheets, { now: now(), isThorough: false, edit });
  const { settings, mistakes, refusals, hasNewStatuses } = refreshed;
  if (hasNewStatuses) offerStatuses(openTickets(memory), settings);
  if (edit && roleNotes(memory).length > 0) recordRoles(memory, edit);
  return [...refusals, ...mistakes];
}

/** What an edit of a settings sheet may have done to roles; undefined where it can't have touched any. */
export function peopleEditIn(
  memory: Memory,
  { range, sheetId, at }: { range: GoogleAppsScript.Spreadsheet.Range; sheetId: number; at: number },
): SeenPeopleEdit | undefined {
  if (rememberedSheets(memory)["people"] !== sheetId) return undefined;
  const [first, last] = [range.getColumn(), range.getLastColumn()];
  const takesAway = first === EMAIL_COLUMN;
  if (!takesAway && (first > ROLE_COLUMN || last < ROLE_COLUMN)) return undefined;
  const rows = { first: range.getRow(), last: range.getLastRow() };
  return { ...byWhom(memory, actingUser(), "sheet"), rows, takesAway, at };
}

/** Rows were removed by `actor`, somewhere in the file: whether roles went with them. */
export function takeRemovals(actor: string): void {
  const memory = openMemory();
  const people = settingsSheets(memory)?.people;
  if (!people || !heldRoles(memory, rowsOf(people, 4)).some(({ to }) => to === "")) return;
  const edit = { rows: { first: 0, last: 0 }, takesAway: true, at: now() };
  underLock({ waitMs: WAIT_MS, busy: A_CHECK.busy }, (present) => {
    takeSettings(present, { ...byWhom(present, actor, "reconcile"), ...edit });
  });
}

/** A lead confirms what waits: refused where People says something else by now than the lead has seen. */
export function confirmRoles(seen: readonly RoleConfirmed[], actor: string): void {
  const at = now();
  underLock({ waitMs: WAIT_MS, busy: AT_SIDEBAR.busy }, (memory) => {
    const people = settingsSheets(memory)?.people;
    const held = people ? heldRoles(memory, rowsOf(people, 4)) : [];
    const inWords = (roles: readonly RoleConfirmed[]): string =>
      roles
        .map(({ email, role }) => `${email}=${role}`)
        .sort()
        .join();
    if (held.length === 0 || inWords(held.map(({ email, to }) => ({ email, role: to }))) !== inWords(seen))
      throw new Problem("not-allowed", "People was changed since you looked: look again before you confirm.");
    takeSettings(memory, { ...BY_A_LEAD, ...byWhom(memory, actor, "sidebar"), at });
  });
}

const byWhom = (memory: Memory, actor: string, source: Source): Pick<SeenPeopleEdit, "by" | "author"> => ({
  by: standingIn(memory, actor),
  author: authorIn(memory, { actor, source }),
});

/** At once, so that it stands in History before anything that the new role allows; where the desk can't be opened, the next run does it. */
function recordRoles(memory: Memory, { author, at }: SeenPeopleEdit): void {
  const opening = { source: author.source, actor: author.actor, waitMs: WAIT_MS, waiter: A_CHECK, at };
  try {
    runLocked(memory, opening, (desk) => desk.record([]));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** What no trigger reported of the settings sheets: looked at without the lock, taken under it; whether there was anything. */
export function lookAtSettings(memory: Memory): boolean {
  const sheets = settingsSheets(memory);
  if (!sheets || !haveSettingsChanged(memory, sheets, now())) return false;
  underLock({ waitMs: WAIT_MS, busy: A_CHECK.busy }, (present) => takeSettings(present));
  return true;
}
