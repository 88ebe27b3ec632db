import { type Memory, parse } from "./memory.ts";

/** What the SLA sheet is known by: its charts by what they show, the data sheet that links and dropdowns lead to, and what is asked of it. */
export interface ReportMemory {
  readonly charts: Readonly<Record<string, KnownChart>>;
  readonly linkedTo?: number;
  /** Since when somebody's choice waits to take effect; a run that is killed leaves it, and the timer sees to it. */
  readonly askedAt?: number;
  /** A refresh takes so long here that the half minute of an edit's own run may not be enough. */
  readonly isSlow?: true;
}

export interface KnownChart {
  readonly id: number;
  /** What it was last made of: only a change of this touches a chart again. */
  readonly made: string;
}

const KEY = "report";

export const readReportMemory = (memory: Memory): ReportMemory =>
  parse<ReportMemory>(memory.get(KEY)) ?? { charts: {} };

export function writeReportMemory(memory: Memory, report: ReportMemory): void {
  const text = JSON.stringify(report);
  if (memory.get(KEY) !== text) memory.set(KEY, text);
}
