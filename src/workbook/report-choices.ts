import { intlOffsets } from "../domain/calendar/offsets.ts";
import type { PeriodChoice } from "../domain/report/period.ts";
import type { Filters } from "../domain/report/report-ticket.ts";
import type { Cell } from "./cell.ts";
import type { MarkedSheet } from "./report-marks.ts";

const USUAL_GOAL = 0.9;

/** What can be chosen on the SLA sheet: label, first column, how many columns wide, and what stands there at first. */
export const CHOICES = [
  {
    key: "period",
    label: "Period",
    column: 1,
    width: 4,
    first: "Last 13 weeks",
    note: "Weeks begin on Monday; the last one is the present. Custom: from and to, as 2026-03-31.",
  },
  { key: "from", label: "From", column: 5, width: 3, first: "", note: "First day of a custom period, as 2026-03-01." },
  { key: "to", label: "To", column: 8, width: 3, first: "", note: "Last day of a custom period, as 2026-03-31." },
  { key: "queue", label: "Queue", column: 11, width: 3, first: "All", note: "Only tickets of this queue." },
  { key: "category", label: "Category", column: 14, width: 3, first: "All", note: "Only tickets of this category." },
  { key: "assignee", label: "Assignee", column: 17, width: 3, first: "All", note: "Only tickets of this person." },
  { key: "vip", label: "VIP", column: 20, width: 2, first: "Everybody", note: "VIPs only, or everybody but VIPs." },
  {
    key: "goal",
    label: "Goal",
    column: 22,
    width: 2,
    first: USUAL_GOAL,
    note: "The line in the chart of what was in time.",
  },
  {
    key: "agents",
    label: "People",
    column: 24,
    width: 2,
    first: "off",
    note: "on lists figures by assignee in SLA data; nobody with fewer than 20 solved tickets is ranked.",
  },
] as const;

export type ChoiceKey = (typeof CHOICES)[number]["key"];

const WEEKS: Readonly<Record<string, number>> = { "Last 4 weeks": 4, "Last 13 weeks": 13, "Last 52 weeks": 52 };
export const OFFERED = {
  period: [...Object.keys(WEEKS), "This month", "Custom"],
  vip: ["Everybody", "VIPs", "Everybody else"],
  agents: ["off", "on"],
} as const;

/** 1-based, of the SLA sheet. */
export interface EditedCells {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

export interface Choices {
  readonly period: PeriodChoice;
  readonly filters: Filters;
  readonly goal: number;
  readonly isWithAgents: boolean;
  /** What can't be understood, in sentences; the default counts instead. */
  readonly mistakes: readonly string[];
}

/** Whether a cell in which something is chosen is among those edited. */
export function isChoice(marked: MarkedSheet, { rows, columns }: EditedCells): boolean {
  const row = marked.rowOf("choices") ?? 0;
  if (row < rows[0] || row > rows[1]) return false;
  return CHOICES.some(({ column }) => isBetween(marked.columnOf(column), columns));
}

const isBetween = (position: number, [first, last]: EditedCells["columns"]): boolean =>
  position >= first && position <= last;

export function readChoices(marked: MarkedSheet, timeZone: string): Choices {
  const mistakes: string[] = [];
  const cell = (key: ChoiceKey): Cell => {
    const choice = CHOICES.find((one) => one.key === key);
    return choice ? marked.valueAt("choices", choice.column) : "";
  };
  const named = (key: ChoiceKey): string | undefined => {
    const text = String(cell(key)).trim();
    return text === "" || text === "All" ? undefined : text;
  };
  const vip = named("vip");
  return {
    period: periodIn(named("period"), [dateIn(cell("from"), timeZone), dateIn(cell("to"), timeZone)], mistakes),
    filters: {
      ...{ queue: named("queue"), category: named("category"), assignee: named("assignee") },
      isVip: vip === "VIPs" ? true : vip === "Everybody else" ? false : undefined,
    },
    goal: goalIn(cell("goal"), mistakes),
    isWithAgents: named("agents") === "on",
    mistakes,
  };
}

function goalIn(cell: Cell, mistakes: string[]): number {
  const goal = cell === "" ? USUAL_GOAL : Number(cell);
  if (goal > 0 && goal <= 1) return goal;
  mistakes.push("The goal must be a share, as 90 %; until then it is 90 %.");
  return USUAL_GOAL;
}

function periodIn(
  name: string | undefined,
  [fromOn, toOn]: readonly [string | undefined, string | undefined],
  mistakes: string[],
): PeriodChoice {
  if (name === "This month") return { kind: "this month" };
  if (name !== "Custom") return { kind: "weeks", count: WEEKS[name ?? ""] ?? 13 };
  if (fromOn && toOn) return { kind: "custom", fromOn, toOn };
  mistakes.push("A custom period needs From and To as 2026-03-31; until then these are the last 13 weeks.");
  return { kind: "weeks", count: 13 };
}

/** A date typed as text, or turned into a date by Sheets; undefined for anything else. */
function dateIn(cell: Cell, timeZone: string): string | undefined {
  const text = cell instanceof Date ? localDay(cell, timeZone) : String(cell).trim();
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return isNaN(at) ? undefined : text;
}

function localDay(date: Date, timeZone: string): string {
  return new Date(date.getTime() + intlOffsets(timeZone)(date.getTime())).toISOString().slice(0, 10);
}
