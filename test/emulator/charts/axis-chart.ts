import type { EChartsOption } from "echarts";
import { type AxisNames, domainAxis, valueAxis } from "./axes.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import { domainOf } from "./domain.ts";
import { type Frame, gridOf, legendOf } from "./frame.ts";
import { type Drawn, plansOf, type SeriesPlan, seriesOf, stackingOf } from "./series.ts";

/** Columns, bars, lines, areas, and any mixture of them over one domain. */
export function axisChart(spec: ChartSpec, frame: Frame): EChartsOption {
  const domain = domainOf(spec, frame.settings);
  const plans = plansOf(spec, frame, domain);
  const legend = legendOf(
    frame,
    plans.filter(({ inLegend }) => inLegend).map(({ name }) => name),
  );
  const isHorizontal = spec.type === "BAR";
  const drawn: Drawn = { frame, domain, plans, isHorizontal };
  const across = domainAxis(namesOf(spec, frame, isHorizontal ? verticalPaths(spec, 0) : ["hAxis"]), domain, {
    hasBars: plans.some(({ kind }) => kind === "bars"),
    isVertical: isHorizontal,
    length: frame.width - frame.room.left - frame.room.right,
  });
  const measures = measuresOf(spec, drawn);
  const axes = isHorizontal ? { xAxis: measures, yAxis: across } : { xAxis: across, yAxis: measures };
  const series = plans.map((plan) => seriesOf(plan, drawn));
  return { legend, grid: gridOf(frame), ...axes, series, useUTC: true } as EChartsOption;
}

const namesOf = ({ table }: ChartSpec, { settings }: Frame, paths: string[]): AxisNames => {
  return { settings, paths, locale: table.locale };
};

/** In sheets "vAxis" is ignored (platform C7); in pictures it names the left axis. */
export const verticalPaths = ({ inSheet }: ChartSpec, axis: 0 | 1): string[] =>
  inSheet || axis === 1 ? [`vAxes.${axis}`] : [`vAxes.${axis}`, "vAxis"];

/** The axis of values, and a second one at the right where a series asks for it. */
function measuresOf(spec: ChartSpec, { frame, plans, isHorizontal }: Drawn) {
  const axes: (0 | 1)[] = plans.some(({ axis }) => axis === 1) ? [0, 1] : [0];
  const percent = stackingOf(frame.settings) === "percent";
  return axes.map((axis) => {
    const own = plans.filter((plan) => plan.axis === axis);
    const paths = isHorizontal ? ["hAxis", ...verticalPaths(spec, axis)] : verticalPaths(spec, axis);
    const place = isHorizontal ? ("bottom" as const) : axis === 1 ? ("right" as const) : ("left" as const);
    const columns = own.map(({ column }) => column);
    const shares = percent && own.some(({ isStacked }: SeriesPlan) => isStacked);
    const measured = shares ? [{ label: "", kind: "number" as const, format: "0%", cells: [] }] : columns;
    return { ...valueAxis(namesOf(spec, frame, paths), measured, place), ...(shares ? { min: 0, max: 1 } : {}) };
  });
}
