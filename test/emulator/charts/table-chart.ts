import type { EChartsOption } from "echarts";
import type { ChartSpec } from "./chart-drawing.ts";
import { type ChartColumn, rowsOf } from "./chart-table.ts";
import type { Frame } from "./frame.ts";

const ROW_HEIGHT = 22;

/** A table of texts, as many rows as fit; numbers stand at the right. */
export function tableChart({ table }: ChartSpec, frame: Frame): EChartsOption {
  const { settings, width, height, room } = frame;
  const numbers = settings.isOn("showRowNumber")
    ? [rowNumbers(rowsOf(table), settings.number("firstRowNumber") ?? 1)]
    : [];
  const columns = [...numbers, ...table.columns];
  const wide = (width - room.left - room.right) / Math.max(1, columns.length);
  const fitting = Math.max(0, Math.floor((height - room.top - room.bottom) / ROW_HEIGHT) - 1);
  const rows = Math.min(rowsOf(table), settings.number("pageSize") ?? fitting, fitting);
  const isStriped = !settings.isOff("alternatingRowStyle");
  const elements = Array.from({ length: rows + 1 }, (_, line) => {
    const top = room.top + line * ROW_HEIGHT;
    const fill = line === 0 ? "#eeeeee" : isStriped && line % 2 === 0 ? "#fafafa" : "#ffffff";
    const shape = { x: room.left, y: top, width: wide * columns.length, height: ROW_HEIGHT };
    const band = { type: "rect", shape, style: { fill, stroke: "#dddddd" } };
    return [band, ...columns.map((column, i) => textOf(column, line, { left: room.left + i * wide, top, wide }))];
  });
  return { graphic: elements.flat() };
}

function textOf(column: ChartColumn, line: number, { left, top, wide }: { left: number; top: number; wide: number }) {
  const text = line === 0 ? column.label : (column.cells[line - 1]?.text ?? "");
  const isRight = column.kind === "number" && line > 0;
  const style = {
    text,
    x: isRight ? left + wide - 6 : left + 6,
    y: top + ROW_HEIGHT / 2,
    textAlign: isRight ? "right" : "left",
    textVerticalAlign: "middle",
    font: `${line === 0 ? "bold " : ""}12px Arimo, Arial, sans-serif`,
    fill: "#202124",
    width: wide - 12,
    overflow: "truncate",
  };
  return { type: "text", style };
}

function rowNumbers(count: number, first: number): ChartColumn {
  const cells = Array.from({ length: count }, (_, i) => ({ value: first + i, text: String(first + i) }));
  return { label: "", kind: "number", cells };
}
