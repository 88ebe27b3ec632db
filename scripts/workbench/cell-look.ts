import type { CellValue } from "../../test/emulator/spreadsheet/model/cell.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Look } from "../../test/emulator/spreadsheet/model/look.ts";
import { holds } from "../../test/emulator/spreadsheet/model/rect.ts";
import type { Conditions } from "./conditional.ts";
import type { CellStyle } from "./protocol.ts";

interface Cell {
  row: number;
  column: number;
  look: Look;
}

/** How a cell is drawn: its own look, bands beneath it, conditional formats above it. Undefined where all is usual. */
export function cellLook(grid: Grid, cell: Cell, conditions: Conditions): CellStyle | undefined {
  const { row, column, look } = cell;
  const style: CellStyle = { ...band(grid, row, column), ...ownStyle(look), ...conditions(row, column) };
  if (style.background?.toLowerCase() === "#ffffff") delete style.background;
  if (style.color?.toLowerCase() === "#000000") delete style.color;
  const value = grid.valueAt(row, column);
  const align = look.horizontal ? undefined : usualAlign(value);
  if (align) style.align = align;
  if (typeof value !== "string") style.wrap ??= "clip"; // only texts run over their neighbours
  return Object.keys(style).length > 0 ? style : undefined;
}

function ownStyle(look: Look): CellStyle {
  const style: CellStyle = {};
  if (look.fontWeight === "bold") style.bold = true;
  if (look.fontStyle === "italic") style.italic = true;
  if (look.fontLine === "line-through") style.strike = true;
  if (look.fontLine === "underline") style.underline = true;
  if (look.background) style.background = look.background;
  if (look.fontColor) style.color = look.fontColor;
  if (look.fontSize && look.fontSize !== 10) style.size = look.fontSize;
  if (look.fontFamily && look.fontFamily !== "Arial") style.font = look.fontFamily;
  if (look.vertical === "top" || look.vertical === "middle") style.vertical = look.vertical;
  if (look.wrap === "WRAP" || look.wrap === "CLIP") style.wrap = look.wrap === "WRAP" ? "wrap" : "clip";
  const align = HORIZONTAL[look.horizontal ?? ""];
  if (align) style.align = align;
  return style;
}

const HORIZONTAL: Record<string, "left" | "center" | "right"> = {
  left: "left",
  center: "center",
  right: "right",
  normal: "left",
};

/** Numbers and dates stand at the right, booleans and errors in the middle. */
function usualAlign(value: CellValue): CellStyle["align"] {
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || /^#(REF|N\/A|DIV\/0|VALUE|NAME|NUM|ERROR|NULL)[!?]?$/.test(value)
    ? "center"
    : undefined;
}

function band(grid: Grid, row: number, column: number): CellStyle {
  const area = grid.parts.bandings.find(({ rect }) => holds(rect, row, column));
  if (!area) return {};
  const { colors, rect } = area;
  const [index, count] = area.byColumns ? [column - rect.left, rect.columns] : [row - rect.top, rect.rows];
  if (index === 0 && colors.header) return { background: colors.header };
  if (index === count - 1 && colors.footer) return { background: colors.footer };
  const isFirst = (index - (colors.header ? 1 : 0)) % 2 === 0;
  const background = isFirst ? colors.first : colors.second;
  return background ? { background } : {};
}
