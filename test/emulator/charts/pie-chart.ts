import type { EChartsOption } from "echarts";
import { formatValue } from "../values/format.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import type { ChartSettings } from "./chart-settings.ts";
import { type ChartCell, numberIn } from "./chart-table.ts";
import { domainOf } from "./domain.ts";
import { type Frame, legendOf } from "./frame.ts";

interface Slice {
  name: string;
  value: number;
  cell: ChartCell;
  itemStyle: { color: string; borderColor: string; borderWidth: number };
}

/** Shares of the first column of values, clockwise from the top. */
export function pieChart(spec: ChartSpec, frame: Frame): EChartsOption {
  const { settings, width, height, room } = frame;
  const slices = slicesOf(spec, frame);
  const legend = legendOf(
    frame,
    slices.map(({ name }) => name),
  );
  const radius = Math.max(20, Math.min(width - room.left - room.right, height - room.top - room.bottom) / 2 - 8);
  const hole = settings.number("pieHole") ?? 0;
  const center = [(room.left + width - room.right) / 2, (room.top + height - room.bottom) / 2];
  const label = labelOf(spec, frame, slices);
  const startAngle = 90 - (settings.number("pieStartAngle") ?? 0);
  const series = [
    {
      type: "pie",
      data: slices,
      radius: [radius * hole, radius],
      center,
      startAngle,
      label,
      labelLine: { show: label.position === "outside" },
    },
  ];
  return { legend, series } as EChartsOption;
}

function slicesOf(spec: ChartSpec, { settings, colors }: Frame): Slice[] {
  const { names, values } = domainOf(spec, settings);
  const border = settings.text("pieSliceBorderColor") ?? "#ffffff";
  const slices = (values[0]?.cells ?? []).flatMap((cell, row): Slice[] => {
    const value = numberIn(cell);
    if (value === null || value <= 0) return [];
    const color = settings.text(`slices.${row}.color`) ?? colors[row % colors.length] ?? "";
    return [{ name: names[row] ?? "", value, cell, itemStyle: { color, borderColor: border, borderWidth: 1 } }];
  });
  return settings.isOn("reverseCategories") ? slices.reverse() : slices;
}

/** What stands in a slice: its share unless told otherwise; with a "labeled" legend name and share stand beside it. */
function labelOf({ table }: ChartSpec, { settings, legend }: Frame, slices: Slice[]) {
  const says = legend === "labeled" ? "both" : (settings.text("pieSliceText") ?? "percentage");
  const write = sayers(table.locale)[says] ?? sayers(table.locale)["percentage"];
  return {
    show: says !== "none",
    position: legend === "labeled" ? ("outside" as const) : ("inside" as const),
    fontSize: 12,
    color: legend === "labeled" ? "#5f6368" : "#ffffff",
    ...textLookOf(settings),
    formatter: ({ dataIndex, percent }: { dataIndex: number; percent: number }) => {
      const slice = slices[dataIndex];
      return slice && write ? write(slice, percent / 100) : "";
    },
  };
}

const textLookOf = (settings: ChartSettings) => settings.textLook("pieSliceTextStyle");

function sayers(locale: string): Record<string, (slice: Slice, share: number) => string> {
  const percentage = (share: number): string => formatValue(share, "0.0%", locale);
  return {
    percentage: (_, share) => percentage(share),
    value: ({ cell }) => cell.text,
    label: ({ name }) => name,
    "value-and-percentage": ({ cell }, share) => `${cell.text} (${percentage(share)})`,
    both: ({ name }, share) => `${name}\n${percentage(share)}`,
  };
}
