import { formatValue } from "../values/format.ts";
import { epochOf } from "../values/serial.ts";
import type { ChartSpec } from "./chart-drawing.ts";
import type { ChartSettings } from "./chart-settings.ts";
import { type ChartCell, type ChartColumn, numberIn, rowsOf } from "./chart-table.ts";

/** What the values of a chart stand over, and the columns of values themselves. */
export interface Domain {
  /** "category": one place a row, named; else places along a scale of numbers or of time. */
  scale: "category" | "value" | "time";
  names: string[];
  /** By row; epoch ms where the scale is time. */
  places: (number | null)[];
  column: ChartColumn | undefined;
  values: ChartColumn[];
}

const CONTINUOUS = ["LINE", "AREA", "STEPPED_AREA", "SCATTER"];

/** The first column names the rows, unless there is no other or the script says otherwise. */
export function domainOf({ table, type }: ChartSpec, settings: ChartSettings): Domain {
  const isOwn = !settings.isOff("useFirstColumnAsDomain") && table.columns.length > 1;
  const column = isOwn ? table.columns[0] : undefined;
  const format = settings.text("hAxis.format");
  const cells = column?.cells ?? [];
  const asText = settings.isOn("treatLabelsAsText");
  const names = Array.from({ length: rowsOf(table) }, (_, row) =>
    nameOf(cells[row], { row, format, locale: table.locale }),
  );
  const scale =
    !column || asText || column.kind === "text" || !CONTINUOUS.includes(type) ? "category" : scaleOf(column);
  return {
    scale,
    names,
    places: cells.map((cell) => placeOf(cell, scale)),
    column,
    values: isOwn ? table.columns.slice(1) : table.columns,
  };
}

const scaleOf = ({ kind }: ChartColumn): Domain["scale"] => (kind === "date" ? "time" : "value");

function placeOf(cell: ChartCell, scale: Domain["scale"]): number | null {
  const number = numberIn(cell);
  return number !== null && scale === "time" ? epochOf(number, "Etc/UTC") : number;
}

interface Naming {
  row: number;
  format: string | undefined;
  locale: string;
}

function nameOf(cell: ChartCell | undefined, { row, format, locale }: Naming): string {
  if (!cell) return String(row + 1);
  return format !== undefined && typeof cell.value === "number" ? formatValue(cell.value, format, locale) : cell.text;
}
