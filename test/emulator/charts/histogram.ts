import type { EChartsOption } from "echarts";
import { axisChart } from "./axis-chart.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import { numberWriter } from "./chart-settings.ts";
import { type ChartCell, type ChartColumn, numberIn } from "./chart-table.ts";
import type { Frame } from "./frame.ts";

/** How often values fall into stretches of equal length. Without a size of buckets about the root of the count are made. */
export function histogram(spec: ChartSpec, frame: Frame): EChartsOption {
  const columns = spec.table.columns.filter(({ kind }) => kind === "number");
  const values = columns.map(({ cells }) => cells.map(numberIn).filter((number) => number !== null));
  const all = values.flat();
  const size = bucketSize(all, frame.settings.number("histogram.bucketSize"));
  const first = Math.floor(Math.min(...all) / size);
  const count = Math.floor(Math.max(...all) / size) - first + 1;
  const write = numberWriter(columns[0]?.format, spec.table.locale);
  const buckets = Array.from({ length: count }, (_, i): ChartCell => {
    const [from, to] = [(first + i) * size, (first + i + 1) * size];
    return { value: `${write(from)} – ${write(to)}`, text: `${write(from)} – ${write(to)}` };
  });
  const counted = columns.map((column, i): ChartColumn => {
    const counts = new Array<number>(count).fill(0);
    for (const value of values[i] ?? []) counts[Math.floor(value / size) - first]! += 1;
    return { label: column.label, kind: "number", cells: counts.map((value) => ({ value, text: String(value) })) };
  });
  const table = {
    locale: spec.table.locale,
    columns: [{ label: "", kind: "text" as const, cells: buckets }, ...counted],
  };
  return axisChart({ ...spec, type: "COLUMN", table }, frame);
}

/** 1, 2 or 5 times a power of ten. */
function bucketSize(values: number[], told: number | undefined): number {
  if (told !== undefined && told > 0) return told;
  const span = Math.max(...values) - Math.min(...values) || 1;
  const rough = span / Math.max(1, Math.ceil(Math.sqrt(values.length)));
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
