import type { EChartsOption } from "echarts";
import type { ChartSpec } from "./chart-drawing.ts";
import type { ChartSettings } from "./chart-settings.ts";

const SHEET_COLORS =
  "#4285f4 #ea4335 #fbbc04 #34a853 #ff6d01 #46bdc6 #7baaf7 #f07b72 #fcd04f #71c287 #ff994d #7ed1d7 #b3cefb".split(" ");
const PAGE_COLORS = "#3366cc #dc3912 #ff9900 #109618 #990099 #0099c6 #dd4477 #66aa00 #b82e2e #316395".split(" ");

/** In pixels, what Google takes for a chart that was given no size. */
const DEFAULT_SIZE = { width: 600, height: 371 };
const MARGIN = 16;
export const GREY = "#5f6368";
const FONT = "Arimo, Arial, 'Liberation Sans', sans-serif";

/** Everything around the drawing itself: size, title, legend, colours, and the room that is left. */
export interface Frame {
  width: number;
  height: number;
  colors: string[];
  settings: ChartSettings;
  /** The room for axes and series in pixels from the edges; labels of axes lie outside of it. */
  room: { left: number; right: number; top: number; bottom: number };
  legend: LegendPlace;
  option: EChartsOption;
}

export type LegendPlace = "top" | "bottom" | "left" | "right" | "in" | "none" | "labeled";

/** Title, colours and legend of any chart. */
export function frameOf(spec: ChartSpec, settings: ChartSettings): Frame {
  const width = settings.number("width") ?? DEFAULT_SIZE.width;
  const height = settings.number("height") ?? DEFAULT_SIZE.height;
  const colors = settings.list("colors")?.map(String);
  const titleRoom = titleHeight(settings);
  const frame: Frame = {
    width,
    height,
    colors: colors && colors.length > 0 ? colors : spec.inSheet ? SHEET_COLORS : PAGE_COLORS,
    settings,
    room: { left: MARGIN, right: MARGIN, top: MARGIN + titleRoom, bottom: MARGIN },
    legend: (settings.text("legend.position", "legend") ?? "right").toLowerCase() as LegendPlace,
    option: {},
  };
  frame.option = {
    animation: false,
    color: frame.colors,
    backgroundColor: settings.text("backgroundColor", "backgroundColor.fill") ?? "#ffffff",
    textStyle: { fontFamily: settings.text("fontName") ?? FONT, color: GREY },
    title: titleOf(settings),
  };
  return frame;
}

const hasTitle = (settings: ChartSettings): boolean =>
  settings.text("titlePosition") !== "none" && settings.text("title") !== undefined && settings.text("title") !== "";

function titleHeight(settings: ChartSettings): number {
  const size = settings.textLook("titleTextStyle").fontSize ?? 16;
  const subtitle = settings.text("subtitle") ? (settings.textLook("subtitleTextStyle").fontSize ?? 12) + 6 : 0;
  return hasTitle(settings) ? size + 12 + subtitle : 0;
}

function titleOf(settings: ChartSettings): NonNullable<EChartsOption["title"]> {
  const look = {
    fontSize: 16,
    fontWeight: "normal" as const,
    color: "#757575",
    ...settings.textLook("titleTextStyle"),
  };
  const alignment = settings.text("titleAlignment") ?? settings.text("titleTextStyle.alignment");
  return {
    show: hasTitle(settings),
    text: settings.text("title") ?? "",
    ...(settings.text("subtitle") ? { subtext: settings.text("subtitle") ?? "" } : {}),
    subtextStyle: { fontSize: 12, color: GREY, ...settings.textLook("subtitleTextStyle") },
    left: alignment === "center" ? "center" : MARGIN,
    top: 12,
    padding: 0,
    itemGap: 6,
    textStyle: { ...look, overflow: "truncate", width: (settings.number("width") ?? DEFAULT_SIZE.width) - 2 * MARGIN },
  };
}

/** The legend of these names, and the room it takes from the frame. */
export function legendOf(frame: Frame, names: string[]): EChartsOption["legend"] {
  const { settings, room } = frame;
  const textStyle = { fontSize: 12, color: GREY, ...settings.textLook("legend.textStyle", "legendTextStyle") };
  const common = { data: names, textStyle, itemWidth: 12, itemHeight: 12, itemGap: 10 };
  const place = names.some((name) => name !== "") ? frame.legend : "none";
  if (place === "none" || place === "labeled") return { show: false };
  const [top, across] = [room.top, { left: "center", width: frame.width - 2 * MARGIN, orient: "horizontal" as const }];
  if (place === "top" || place === "bottom") {
    room[place] += 6 + 20 * linesOf(names, textStyle.fontSize, frame.width - 2 * MARGIN);
    return place === "top" ? { ...common, ...across, top } : { ...common, ...across, bottom: 8 };
  }
  if (place === "in") return { ...common, left: room.left + 56, top: top + 4, orient: "vertical" };
  const longest = Math.max(...names.map((name) => name.length));
  const wide = Math.min(longest * textStyle.fontSize * LETTER + 26, frame.width * 0.3);
  const down = {
    ...common,
    orient: "vertical" as const,
    top,
    textStyle: { ...textStyle, width: wide - 24, overflow: "truncate" as const },
  };
  room[place === "left" ? "left" : "right"] += wide;
  return place === "left" ? { ...down, left: 8 } : { ...down, right: 8 };
}

/** Width of a letter as a share of its size, on average. */
const LETTER = 0.56;

/** How many lines a horizontal legend takes. */
function linesOf(names: string[], fontSize: number, width: number): number {
  let [lines, used] = [1, 0];
  for (const name of names) {
    const needed = name.length * fontSize * LETTER + 27;
    if (used > 0 && used + needed > width) [lines, used] = [lines + 1, 0];
    used += needed;
  }
  return lines;
}

/** The place of the axes: what the script asked for, else all the room that is left; labels take their part of it. */
export function gridOf({ settings, width, height, room }: Frame): EChartsOption["grid"] {
  const left = settings.length("chartArea.left", width);
  const top = settings.length("chartArea.top", height);
  const wide = settings.length("chartArea.width", width);
  const high = settings.length("chartArea.height", height);
  return {
    left: left ?? (wide === undefined ? room.left : (width - wide) / 2),
    top: top ?? (high === undefined ? room.top : Math.max(room.top, (height - high) / 2)),
    ...(wide === undefined ? { right: room.right } : { width: wide }),
    ...(high === undefined ? { bottom: room.bottom } : { height: high }),
    outerBoundsMode: [left, top, wide, high].every((length) => length === undefined) ? "same" : "none",
    outerBoundsContain: "all",
  };
}
