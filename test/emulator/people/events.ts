import type { Execution } from "../core/execution.ts";
import { EnumValue } from "../core/service-object.ts";
import { User } from "../services/session/user.ts";
import { javaZone, offsetOf } from "../services/utilities/java-zone.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import type { Rect } from "../spreadsheet/model/rect.ts";
import { Range } from "../spreadsheet/range.ts";
import { Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import type { Act } from "./act.ts";

const MODES = ["NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL"];
const DAY_MS = 86_400_000;

/** Makes an event object once the execution that receives it exists. */
export type EventOf = (run: Execution) => Record<string, unknown>;

function common(run: Execution, book: Book, triggerUid?: string): Record<string, unknown> {
  return {
    authMode: EnumValue.of("AuthMode", run.authMode, MODES.indexOf(run.authMode)),
    source: new Spreadsheet(run, book),
    user: new User(run, run.user),
    ...(triggerUid !== undefined && { triggerUid }),
  };
}

export function openEvent(book: Book, triggerUid?: string): EventOf {
  return (run) => common(run, book, triggerUid);
}

/** `range` with its plain fields; `value` and `oldValue` only where the act was on one cell (platform B3). */
export function editEvent(book: Book, { edited, single }: Act, triggerUid?: string): EventOf {
  return (run) => ({
    ...common(run, book, triggerUid),
    range: rangeOf(run, book, edited!),
    ...(single?.value !== undefined && { value: single.value }),
    ...(single?.oldValue !== undefined && { oldValue: single.oldValue }),
  });
}

export function selectionEvent(book: Book, selected: { gridId: number; rect: Rect }): EventOf {
  return (run) => ({ ...common(run, book), range: rangeOf(run, book, selected) });
}

export function changeEvent(book: Book, { changeType }: Act, triggerUid: string): EventOf {
  return (run) => ({ ...common(run, book, triggerUid), changeType });
}

function rangeOf(run: Execution, book: Book, { gridId, rect }: { gridId: number; rect: Rect }): Range {
  const grid = book.findGrid(gridId);
  if (!grid) throw new Error(`The sheet ${gridId} of an event is gone.`);
  return new Range(run, grid, rect);
}

/** The event of a timer, in the script's zone; Monday is day 1. */
export function clockEvent(at: number, timeZone: string, triggerUid: string): EventOf {
  return (run) => {
    const wall = new Date(at + offsetOf(javaZone(timeZone), at));
    return {
      authMode: EnumValue.of("AuthMode", run.authMode, MODES.indexOf(run.authMode)),
      triggerUid,
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      "day-of-month": wall.getUTCDate(),
      "day-of-week": wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
      "week-of-year": isoWeek(wall),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
      timezone: timeZone,
    };
  };
}

function isoWeek(wall: Date): number {
  const day = Math.floor(wall.getTime() / DAY_MS);
  const thursday = day - ((wall.getUTCDay() + 6) % 7) + 3;
  const newYear = Date.UTC(new Date(thursday * DAY_MS).getUTCFullYear(), 0, 1) / DAY_MS;
  return Math.floor((thursday - newYear) / 7) + 1;
}
