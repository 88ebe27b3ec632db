import { type Calendar, type Period, WEEKDAYS } from "../domain/calendar/calendar.ts";
import { calendarProblems } from "../domain/sla-settings/calendar-problems.ts";
import { policyProblems } from "../domain/sla-settings/policy-problems.ts";
import type { Drafts } from "../domain/sla-settings/revise.ts";
import { listFrom, minutesFrom, periodsFrom } from "../domain/sla-settings/written.ts";
import type { PolicyVersion, TargetMinutes } from "../domain/sla/policy.ts";
import { readPeople } from "./people-sheet.ts";
import { rowsOf } from "./settings-sheets.ts";
import type { SheetKey } from "./sheet-plans.ts";
import { columnLetters } from "./tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell that can't be understood; row and column are 1-based. */
interface Mistake {
  readonly sheet: "policies" | "hours" | "holidays";
  readonly row: number;
  readonly column: number;
  readonly sentence: string;
}

export interface ReadSla {
  readonly drafts: Drafts;
  readonly mistakes: readonly Mistake[];
}

/** A mistake as it is told away from its cell: "Business hours, C2: …". */
export function inWords(sheets: Readonly<Record<SheetKey, Sheet>>, { sheet, row, column, sentence }: Mistake): string {
  return `${sheets[sheet].getName()}, ${columnLetters(column)}${row}: ${sentence}`;
}

/** What people have written about SLA: drafts of what is right, and each mistake with its cell. */
export function readSlaSheets(
  sheets: Readonly<Record<SheetKey, Sheet>>,
  { timeZone, priorities }: { readonly timeZone: string; readonly priorities: readonly string[] },
): ReadSla {
  const mistakes: Mistake[] = [];
  const calendars = readCalendars(rowsOf(sheets.hours, 9), rowsOf(sheets.holidays, 4), { timeZone, mistakes });
  const { policies, mistaken } = readPolicies(rowsOf(sheets.policies, 10), { calendars, priorities, mistakes });
  const vips = readPeople(sheets.people).flatMap(({ email, isVip }) => (isVip ? email.toLowerCase() : []));
  return { drafts: { calendars, policies, mistaken, vips }, mistakes };
}

interface Zone {
  readonly timeZone: string;
  readonly mistakes: Mistake[];
}

function readCalendars(
  hours: readonly string[][],
  holidays: readonly string[][],
  zone: Zone,
): Record<string, Calendar> {
  const calendars: Record<string, Calendar> = {};
  hours.forEach(([name = "", tz = "", ...days], index) => {
    const id = name.trim();
    if (id === "") return;
    const before = zone.mistakes.length;
    const weekly = readWeek(days, index + 2, zone.mistakes);
    const special = readHolidays(id, holidays, zone.mistakes);
    const calendar: Calendar = { tz: tz.trim() || zone.timeZone, weekly, ...special };
    for (const { where, sentence } of calendarProblems(calendar)) {
      zone.mistakes.push({ sheet: "hours", row: index + 2, column: columnOf(where), sentence });
    }
    if (zone.mistakes.length === before) calendars[id] = calendar;
  });
  return calendars;
}

function readWeek(days: readonly string[], row: number, mistakes: Mistake[]): Record<string, Period[]> {
  const weekly: Record<string, Period[]> = {};
  WEEKDAYS.forEach((weekday, index) => {
    const text = days[index] ?? "";
    const periods = periodsFrom(text);
    if (!periods)
      mistakes.push({
        sheet: "hours",
        row,
        column: index + 3,
        sentence: `“${text}” is no opening hours: write 09:00-17:00.`,
      });
    else if (periods.length > 0) weekly[weekday] = periods;
  });
  return weekly;
}

/** "weekly tue" → the column of Tuesday. */
function columnOf(where: string): number {
  const index = WEEKDAYS.findIndex((weekday) => where === `weekly ${weekday}`);
  return index >= 0 ? index + 3 : where === "tz" ? 2 : 1;
}

function readHolidays(
  id: string,
  rows: readonly string[][],
  mistakes: Mistake[],
): Pick<Calendar, "holidays" | "exceptions"> {
  const closed: string[] = [];
  const exceptions: Record<string, Period[]> = {};
  rows.forEach(([calendar = "", date = "", , hours = ""], index) => {
    const isFor = calendar.trim() === "" || calendar.trim() === id;
    if (date.trim() === "" || !isFor) return;
    const at = { sheet: "holidays" as const, row: index + 2 };
    const periods = periodsFrom(hours);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date.trim()) || isNaN(Date.parse(date.trim()))) {
      mistakes.push({ ...at, column: 2, sentence: `“${date}” is not a date: write 2026-12-24.` });
    } else if (!periods)
      mistakes.push({ ...at, column: 4, sentence: `“${hours}” is no opening hours: write 09:00-12:00.` });
    else if (periods.length > 0) exceptions[date.trim()] = periods;
    else closed.push(date.trim());
  });
  return {
    ...(closed.length > 0 && { holidays: closed.sort() }),
    ...(Object.keys(exceptions).length > 0 && { exceptions }),
  };
}

type Draft = Omit<PolicyVersion, "version">;

function readPolicies(
  rows: readonly string[][],
  frame: { calendars: Readonly<Record<string, Calendar>>; priorities: readonly string[]; mistakes: Mistake[] },
): { policies: Draft[]; mistaken: string[] } {
  const drafts = new Map<string, Draft & { targets: Record<string, TargetMinutes> }>();
  const firstRow = new Map<string, number>();
  const mistaken = new Set<string>();
  rows.forEach((row, index) => {
    const id = (row[0] ?? "").trim();
    if (id === "") return;
    const mistakes = addRow(drafts, row, { row: index + 2, priorities: frame.priorities });
    if (!firstRow.has(id)) firstRow.set(id, index + 2);
    frame.mistakes.push(...mistakes);
    if (mistakes.length > 0) mistaken.add(id);
  });
  const versions = [...drafts.values()].map((draft) => ({ ...draft, version: 1 }));
  for (const { where, sentence } of policyProblems(versions, Object.keys(frame.calendars))) {
    const [id = ""] = [...firstRow.keys()].filter((key) => where === key || where.startsWith(`${key} `));
    frame.mistakes.push({
      sheet: "policies",
      row: firstRow.get(id) ?? 2,
      column: /calendar/.test(sentence) ? 7 : 1,
      sentence,
    });
    mistaken.add(id);
  }
  return { policies: [...drafts.values()].filter(({ id }) => !mistaken.has(id)), mistaken: [...mistaken] };
}

function addRow(
  drafts: Map<string, Draft & { targets: Record<string, TargetMinutes> }>,
  [name = "", priority = "", vip = "", ...cells]: readonly string[],
  { row, priorities }: { row: number; priorities: readonly string[] },
): Mistake[] {
  const mistakes: Mistake[] = [];
  const known = priorities.find((word) => word.toLowerCase() === priority.trim().toLowerCase());
  if (!known)
    mistakes.push({
      sheet: "policies",
      row,
      column: 2,
      sentence: `“${priority}” is not a priority: ${priorities.join(", ")}.`,
    });
  const [firstResponse, nextResponse, resolution] = [0, 1, 2].map((index) => {
    const minutes = minutesFrom(cells[index] ?? "");
    if (minutes === undefined) {
      mistakes.push({
        sheet: "policies",
        row,
        column: 4 + index,
        sentence: `“${cells[index] ?? ""}” is no time: write 30 min or 4 h.`,
      });
    }
    return minutes ?? 0;
  });
  const id = name.trim();
  const draft = drafts.get(id) ?? {
    id,
    calendarId: (cells[3] ?? "").trim(),
    targets: {},
    ...conditions(cells.slice(4)),
  };
  const key = `${known ?? ""}${/^(yes|true|x|1|vip)$/i.test(vip.trim()) ? "+vip" : ""}`;
  draft.targets[key] = {
    firstResponse: firstResponse ?? 0,
    nextResponse: nextResponse ?? 0,
    resolution: resolution ?? 0,
  };
  drafts.set(id, draft);
  return mistakes;
}

function conditions([queues = "", categories = "", channels = ""]: readonly string[]): Pick<
  PolicyVersion,
  "queues" | "categories" | "channels"
> {
  return {
    ...(queues.trim() && { queues: listFrom(queues) }),
    ...(categories.trim() && { categories: listFrom(categories) }),
    ...(channels.trim() && { channels: listFrom(channels) }),
  };
}

const MARK = "⚠ ";

/** Puts a note on each cell with a mistake, and takes away those of mistakes that are mended; people's own notes stay. */
export function markMistakes(sheets: Readonly<Record<SheetKey, Sheet>>, mistakes: readonly Mistake[]): void {
  for (const key of ["policies", "hours", "holidays"] as const)
    markSheet(
      sheets[key],
      mistakes.filter(({ sheet }) => sheet === key),
    );
}

function markSheet(sheet: Sheet, mistakes: readonly Mistake[]): void {
  const height = sheet.getMaxRows() - 1;
  if (height < 1) return;
  const range = sheet.getRange(2, 1, height, sheet.getMaxColumns());
  const before = range.getNotes();
  const after = before.map((row) => row.map((note) => (note.startsWith(MARK) ? "" : note)));
  for (const { row, column, sentence } of mistakes) {
    const cells = after[row - 2];
    if (cells && column <= cells.length)
      cells[column - 1] = `${MARK}${sentence} The last valid version stays in force.`;
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) range.setNotes(after);
}
