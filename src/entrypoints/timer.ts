import { openMemory } from "../google/properties.ts";
import { now } from "../google/session.ts";
import { Problem } from "../domain/problem.ts";
import { reconcile, recordMissing } from "./reconcile.ts";

/** Five slices of any desk are round within half an hour; a small one is looked at whole each time. */
const ROWS_AT_LEAST = 20_000;

/** Every five minutes, as the owner: finds what no edit trigger reported. */
export function onTimer(): void {
  const memory = openMemory();
  if (memory.get("sheets") === undefined) return;
  memory.set("heartbeat", String(now()));
  const from = Number(memory.get("cursor") ?? "2") || 2;
  try {
    const { next } = reconcile({ from, rows: ROWS_AT_LEAST });
    if (next !== from) memory.set("cursor", String(next));
    memory.set("trouble", "");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    memory.set("trouble", error.message); // Health shows it; a timer has nobody to tell
  }
}

/** The installable change trigger: rows were removed, by this user as far as Google says. */
export function onSheetChange({ changeType, user }: GoogleAppsScript.Events.SheetsOnChange): void {
  if (changeType === "REMOVE_ROW") recordMissing(addressOf(user));
}

const addressOf = (user: GoogleAppsScript.Base.User | undefined): string => user?.getEmail() || "unknown";
