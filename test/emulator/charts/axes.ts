import { serialOf } from "../values/serial.ts";
import { type ChartSettings, numberWriter } from "./chart-settings.ts";
import type { ChartColumn } from "./chart-table.ts";
import type { Domain } from "./domain.ts";
import { GREY } from "./frame.ts";

const LINE_COLOR = "#cccccc";
const AXIS_COLOR = "#333333";

/** How an axis is told: the beginnings of its options, the first that is set wins. */
export interface AxisNames {
  settings: ChartSettings;
  paths: string[];
  locale: string;
}

const at = (paths: string[], name: string): string[] => paths.map((path) => `${path}.${name}`);

/** Title, text and direction, as any axis has them. */
function commonAxis({ settings, paths }: AxisNames, isVertical: boolean) {
  const titleLook = settings.textLook(...at(paths, "titleTextStyle"));
  const textLook = settings.textLook(...at(paths, "textStyle"));
  const isShown = settings.text(...at(paths, "textPosition")) !== "none";
  return {
    name: settings.text(...at(paths, "title")) ?? "",
    nameLocation: "middle" as const,
    nameGap: isVertical ? 36 : 26,
    nameTextStyle: { color: GREY, fontSize: 12, fontStyle: "normal" as const, ...titleLook },
    axisLabel: { show: isShown, color: GREY, fontSize: 11, hideOverlap: true, ...textLook },
    axisTick: { show: false },
  };
}

/** An axis of values; `columns` are those that it measures. */
export function valueAxis(names: AxisNames, columns: ChartColumn[], place: "left" | "right" | "bottom") {
  const { settings, paths, locale } = names;
  const number = (name: string): number | undefined => settings.number(...at(paths, name));
  const min = number("viewWindow.min") ?? number("minValue");
  const max = number("viewWindow.max") ?? number("maxValue");
  const count = number("gridlines.count");
  const format = settings.text(...at(paths, "format")) ?? columns.find((column) => column.format)?.format;
  const common = commonAxis(names, place !== "bottom");
  const color = settings.text(...at(paths, "gridlines.color")) ?? LINE_COLOR;
  const isLog = settings.isOn(...at(paths, "logScale")) || settings.text(...at(paths, "scaleType")) === "log";
  return {
    ...common,
    type: isLog ? ("log" as const) : ("value" as const),
    position: place,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(count === undefined || count < 2 ? {} : { splitNumber: count - 1 }),
    inverse: number("direction") === -1,
    axisLabel: { ...common.axisLabel, formatter: numberWriter(format, locale) },
    axisLine: { show: false },
    splitLine: { show: place !== "right" && count !== 0 && color !== "none", lineStyle: { color, width: 1 } },
  };
}

/** The axis that the values stand over. */
export function domainAxis(
  names: AxisNames,
  domain: Domain,
  { hasBars, isVertical, length }: { hasBars: boolean; isVertical: boolean; length: number },
) {
  const { settings, paths } = names;
  const common = commonAxis(names, isVertical);
  const isReversed = settings.isOn("reverseCategories") || settings.number(...at(paths, "direction")) === -1;
  const axis = {
    ...common,
    inverse: isVertical ? !isReversed : isReversed,
    axisLine: { lineStyle: { color: AXIS_COLOR }, onZero: true },
    splitLine: { show: false },
  };
  if (domain.scale === "category") {
    const rotate = isSlanted(names, domain, isVertical ? Infinity : length)
      ? (settings.number(...at(paths, "slantedTextAngle")) ?? 30)
      : 0;
    const cut = rotate === 0 ? {} : { width: LONGEST_SLANTED, overflow: "truncate" as const, interval: 0 };
    const every = settings.number(...at(paths, "showTextEvery"));
    const axisLabel = { ...common.axisLabel, rotate, ...cut, ...(every === undefined ? {} : { interval: every - 1 }) };
    return { ...axis, type: "category" as const, data: domain.names, boundaryGap: hasBars, axisLabel };
  }
  return { ...axis, ...scaleOf(names, domain, common.axisLabel) };
}

/** In pixels: a longer slanted name is cut off, so that the drawing keeps its room. */
const LONGEST_SLANTED = 110;
const LETTER_WIDTH = 6;

/** Names slant where the script says so, or where a few of them are too long to stand side by side. */
function isSlanted({ settings, paths }: AxisNames, { names, column }: Domain, length: number): boolean {
  if (settings.isOn(...at(paths, "slantedText"))) return true;
  if (settings.isOff(...at(paths, "slantedText")) || column?.kind !== "text" || names.length > 20) return false;
  return names.some((name) => name.length * LETTER_WIDTH > length / names.length);
}

/** A domain of numbers or dates, from its least to its greatest place unless the script says otherwise. */
function scaleOf({ settings, paths, locale }: AxisNames, domain: Domain, axisLabel: object) {
  const isTime = domain.scale === "time";
  const write = numberWriter(settings.text(...at(paths, "format")) ?? domain.column?.format, locale);
  const formatter = isTime ? (ms: number) => write(serialOf(ms, "Etc/UTC")) : write;
  const least = settings.number(...at(paths, "viewWindow.min"), ...at(paths, "minValue"));
  const most = settings.number(...at(paths, "viewWindow.max"), ...at(paths, "maxValue"));
  return {
    type: isTime ? ("time" as const) : ("value" as const),
    min: least ?? ("dataMin" as const),
    max: most ?? ("dataMax" as const),
    axisLabel: { ...axisLabel, formatter, ...(isTime ? { customValues: filled(domain.places) } : {}) },
  };
}

/** Days are named where the data has them: the library's own ticks fall between the weeks. */
const filled = (places: (number | null)[]): number[] => places.filter((place) => place !== null);
