import type { FileLook } from "../book-file.ts";
import type { CellStyle, Color } from "./library.ts";

/** Font and size of a cell that says nothing, in both directions. */
export interface DefaultFont {
  name?: string | undefined;
  size?: number | undefined;
}

/** What Google writes cells in; widths of columns are counted in its digits. */
export const GOOGLES_FONT = { name: "Arial", size: 10 };

/** The look of a cell's style; theme colours are looked up in the palette. */
export function lookOf(style: CellStyle, palette: string[], defaultFont: DefaultFont): FileLook {
  const { font, fill, alignment, numFmt } = style;
  const look: FileLook = {};
  if (numFmt && numFmt !== "General") look.numberFormat = numFmt;
  const background = fill?.type === "pattern" && fill.pattern !== "none" ? colorText(fill.fgColor, palette) : undefined;
  if (background) look.background = background;
  const fontColor = colorText(font?.color, palette);
  if (fontColor && fontColor !== "#000000") look.fontColor = fontColor;
  if (font?.bold) look.bold = true;
  if (font?.italic) look.italic = true;
  if (font?.underline) look.underline = true;
  if (font?.strikethrough) look.strikethrough = true;
  if (font?.name && font.name !== defaultFont.name) look.fontFamily = font.name;
  if (font?.size && font.size !== defaultFont.size) look.fontSize = font.size;
  if (alignment?.wrapText) look.wrap = true;
  const { horizontal, vertical } = alignment ?? {};
  if (horizontal === "left" || horizontal === "center" || horizontal === "right") look.horizontal = horizontal;
  if (vertical === "top" || vertical === "bottom") look.vertical = vertical;
  if (vertical === "center") look.vertical = "middle";
  return look;
}

/** The style that shows a look; font and fill are left out where nothing is said about them. */
export function styleOf(look: FileLook): CellStyle {
  const font = fontOf(look);
  const style: CellStyle = {};
  if (look.numberFormat) style.numFmt = look.numberFormat;
  if (look.background) style.fill = { type: "pattern", pattern: "solid", fgColor: colorOf(look.background) };
  if (Object.keys(font).length > 0) style.font = { ...GOOGLES_FONT, ...font };
  const alignment: NonNullable<CellStyle["alignment"]> = {};
  if (look.wrap) alignment.wrapText = true;
  if (look.horizontal) alignment.horizontal = look.horizontal;
  if (look.vertical) alignment.vertical = look.vertical === "middle" ? "center" : look.vertical;
  if (Object.keys(alignment).length > 0) style.alignment = alignment;
  return style;
}

export function fontOf(look: FileLook): NonNullable<CellStyle["font"]> {
  return {
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.underline ? { underline: true } : {}),
    ...(look.strikethrough ? { strikethrough: true } : {}),
    ...(look.fontColor ? { color: colorOf(look.fontColor) } : {}),
    ...(look.fontFamily ? { name: look.fontFamily } : {}),
    ...(look.fontSize ? { size: look.fontSize } : {}),
  };
}

export function colorOf(text: string): Color {
  return { rgb: text.replace("#", "").toUpperCase() };
}

/** "#rrggbb"; the tint of a theme colour lightens (above 0) or darkens it. */
export function colorText(color: Color | undefined, palette: string[]): string | undefined {
  const rgb = color?.rgb ?? (color?.theme === undefined ? undefined : palette[themeIndex(color.theme)]);
  if (rgb === undefined || !/^[0-9a-f]{6,8}$/i.test(rgb)) return undefined;
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(-6).slice(at, at + 2), 16));
  const tint = color?.tint ?? 0;
  const tinted = channels.map((value) => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint));
  return `#${tinted.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The theme's own order is dark, light, dark, light; cells count light, dark, light, dark. */
function themeIndex(theme: number): number {
  return theme < 4 ? theme ^ 1 : theme;
}
