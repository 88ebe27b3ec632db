import type { Execution } from "../core/execution.ts";
import type { TextLook } from "./model/cell.ts";
import type { Grid } from "./model/grid.ts";
import type { Look } from "./model/look.ts";
import type { Rect } from "./model/rect.ts";
import { setRuns } from "./model/region.ts";
import { writeBlock } from "./model/write.ts";
import { RichTextValue, TextStyle } from "./rich-text.ts";

/** A cell's text with its links; null for numbers, dates and booleans, as Google answers. */
export function richTextAt(run: Execution, grid: Grid, row: number, column: number): RichTextValue | null {
  const value = grid.valueAt(row, column);
  if (typeof value !== "string") return null;
  const link = linkOfFormula(grid.formulaAt(row, column));
  const runs =
    grid.extras[row]?.runs?.get(column) ?? (link === undefined ? [] : [{ start: 0, end: value.length, link }]);
  const base = textLook(grid.lookAt(row, column));
  const styled = runs.length > 0 ? runs : [{ start: 0, end: value.length }];
  return new RichTextValue(
    run,
    value,
    styled.map(({ chip: _chip, ...one }) => ({ ...one, style: { ...base, ...one.style } })),
  );
}

function linkOfFormula(formula: string): string | undefined {
  return /^=\s*HYPERLINK\(\s*"([^"]*)"/i.exec(formula)?.[1];
}

function textLook(look: Look): TextLook {
  return {
    bold: look.fontWeight === "bold",
    italic: look.fontStyle === "italic",
    strikethrough: look.fontLine === "line-through",
    underline: look.fontLine === "underline",
    fontFamily: look.fontFamily ?? "Arial",
    fontSize: look.fontSize ?? 10,
    foregroundColor: look.fontColor ?? "#000000",
  };
}

export function textStyleAt(run: Execution, grid: Grid, row: number, column: number): TextStyle {
  return new TextStyle(run, textLook(grid.lookAt(row, column)));
}

export function writeRichText(grid: Grid, rect: Rect, values: RichTextValue[][]): void {
  const valueFor = (r: number, c: number): RichTextValue | undefined => values[r - rect.top]?.[c - rect.left];
  writeBlock(grid, rect, (r, c) => ({ value: valueFor(r, c)?.text ?? "" }));
  for (let r = rect.top; r < rect.top + rect.rows; r++) {
    for (let c = rect.left; c < rect.left + rect.columns; c++)
      setRuns(grid, { row: r, column: c }, valueFor(r, c)?.runs);
  }
}

/** Sets the style of whole cells. */
export function writeTextStyle(
  grid: Grid,
  rect: Rect,
  styleFor: (row: number, column: number) => TextStyle | undefined,
): void {
  for (let r = rect.top; r < rect.top + rect.rows; r++) {
    for (let c = rect.left; c < rect.left + rect.columns; c++) {
      const style = styleFor(r, c);
      if (style) grid.setLookId(r, c, grid.book.looks.idOf(styled(grid.lookAt(r, c), style.look)));
    }
  }
}

function styled(look: Look, style: TextLook): Look {
  const changed: Look = { ...look };
  if (style.bold !== undefined) changed.fontWeight = style.bold ? "bold" : "normal";
  if (style.italic !== undefined) changed.fontStyle = style.italic ? "italic" : "normal";
  if (style.strikethrough !== undefined || style.underline !== undefined) {
    changed.fontLine = style.strikethrough ? "line-through" : style.underline ? "underline" : "none";
  }
  if (style.fontFamily !== undefined) changed.fontFamily = style.fontFamily;
  if (style.fontSize !== undefined) changed.fontSize = style.fontSize;
  if (style.foregroundColor !== undefined) changed.fontColor = style.foregroundColor;
  return changed;
}
