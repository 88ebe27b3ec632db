import type { Memory } from "./memory.ts";
import { rememberedSheets } from "./save/open-desk.ts";
import { CHART_TITLES } from "./report-chart-plans.ts";
import { readReportMemory } from "./report-memory.ts";

type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** Charts as pictures, and of those that could not be had a sentence, by key. */
export interface TakenCharts {
  readonly taken: ReadonlyMap<string, GoogleAppsScript.Base.Blob>;
  readonly missing: ReadonlyMap<string, string>;
}

/** Pictures of the charts of the SLA sheet that are the desk's own. Nothing is thrown: a mail leaves without a picture, too. */
export function takeCharts(memory: Memory): TakenCharts {
  const taken = new Map<string, GoogleAppsScript.Base.Blob>();
  const missing = new Map<string, string>();
  const { charts, trouble } = chartsById(memory);
  const known = readReportMemory(memory).charts;
  for (const { key, title } of CHART_TITLES) {
    const chart = charts.get(known[key]?.id ?? -1);
    try {
      if (chart) taken.set(key, chart.getAs("image/png").setName(`${key}.png`));
      else missing.set(key, trouble ?? `The chart “${title}” is not on the sheet SLA.`);
    } catch (error) {
      missing.set(key, `The chart “${title}” could not be drawn: ${reasonIn(error)}`);
    }
  }
  return { taken, missing };
}

function chartsById(memory: Memory): { charts: Map<number, Chart>; trouble?: string } {
  try {
    const sheet = SpreadsheetApp.getActive().getSheetById(rememberedSheets(memory)["sla"] ?? -1);
    if (!sheet)
      return { charts: new Map(), trouble: "The sheet SLA is gone: Helpdesk > Refresh SLA sheet makes it anew." };
    return { charts: new Map(sheet.getCharts().map((chart) => [chart.getChartId() ?? 0, chart])) };
  } catch (error) {
    return { charts: new Map(), trouble: `The charts could not be read: ${reasonIn(error)}` };
  }
}

const reasonIn = (error: unknown): string => (error instanceof Error ? error.message : String(error));
