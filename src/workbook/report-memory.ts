import { type Memory, parse } from "./memory.ts";

/** What the SLA sheet is known by: its charts by what they show, and the data sheet that links and dropdowns lead to. */
export interface ReportMemory {
  readonly charts: Readonly<Record<string, KnownChart>>;
  readonly linkedTo?: number;
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
