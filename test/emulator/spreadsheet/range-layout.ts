import type { EnumValue } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { hexOf } from "./model/color.ts";
import { DEFAULT_NUMBER_FORMAT, numberFormatAt } from "./model/display.ts";
import type { Border, Look } from "./model/look.ts";
import { bottomOf, rightOf, type Rect } from "./model/rect.ts";
import type { Range } from "./range.ts";
import { RangeLooks } from "./range-looks.ts";

type Side = "top" | "left" | "bottom" | "right";
type Cells<T> = (T | null)[][];

/** What `setBorder` asks for each line: true draws, false takes away, null leaves alone. */
interface Lines {
  top: boolean | null;
  left: boolean | null;
  bottom: boolean | null;
  right: boolean | null;
  vertical: boolean | null;
  horizontal: boolean | null;
}

interface Stretch {
  part: Rect;
  sides: Partial<Record<Side, boolean | null>>;
}

/** Number formats, alignment, wrapping, direction and borders. */
export class RangeLayout extends RangeLooks {
  getNumberFormat(): string {
    return this.first((r, c) => numberFormatAt(this.grid, r, c) ?? DEFAULT_NUMBER_FORMAT);
  }
  getNumberFormats(): string[][] {
    return this.collect((r, c) => numberFormatAt(this.grid, r, c) ?? DEFAULT_NUMBER_FORMAT);
  }
  setNumberFormat(format: string): Range {
    return this.setAll("numberFormat", format);
  }
  setNumberFormats(formats: string[][]): Range {
    return this.setEach("numberFormat", formats);
  }
  getHorizontalAlignment(): string {
    return this.one("horizontal");
  }
  getHorizontalAlignments(): string[][] {
    return this.all("horizontal");
  }
  setHorizontalAlignment(alignment: string | null): Range {
    return this.setAll("horizontal", alignment);
  }
  setHorizontalAlignments(alignments: Cells<string>): Range {
    return this.setEach("horizontal", alignments);
  }
  getVerticalAlignment(): string {
    return this.one("vertical");
  }
  getVerticalAlignments(): string[][] {
    return this.all("vertical");
  }
  setVerticalAlignment(alignment: string | null): Range {
    return this.setAll("vertical", alignment);
  }
  setVerticalAlignments(alignments: Cells<string>): Range {
    return this.setEach("vertical", alignments);
  }

  getWrap(): boolean {
    return this.one("wrap") === "WRAP";
  }
  getWraps(): boolean[][] {
    return this.all("wrap").map((line) => line.map((wrap) => wrap === "WRAP"));
  }
  setWrap(isWrapped: boolean): Range {
    return this.setAll("wrap", wrapOf(isWrapped));
  }
  setWraps(areWrapped: boolean[][]): Range {
    return this.setEach(
      "wrap",
      areWrapped.map((line) => line.map(wrapOf)),
    );
  }
  getWrapStrategy(): EnumValue {
    return constant("WrapStrategy", this.one("wrap"));
  }
  getWrapStrategies(): EnumValue[][] {
    return this.all("wrap").map((line) => line.map((wrap) => constant("WrapStrategy", wrap)));
  }
  setWrapStrategy(strategy: EnumValue): Range {
    return this.setAll("wrap", strategy.name);
  }
  setWrapStrategies(strategies: EnumValue[][]): Range {
    return this.setEach(
      "wrap",
      strategies.map((line) => line.map(({ name }) => name)),
    );
  }

  getTextDirection(): EnumValue | null {
    return this.first((r, c) => directionOf(this.grid.lookAt(r, c)));
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this.collect((r, c) => directionOf(this.grid.lookAt(r, c)));
  }
  setTextDirection(direction: EnumValue | null): Range {
    return this.setAll("direction", direction?.name);
  }
  setTextDirections(directions: Cells<EnumValue>): Range {
    return this.setEach(
      "direction",
      directions.map((line) => line.map((direction) => direction?.name ?? null)),
    );
  }
  setShowHyperlink(isShown: boolean): Range {
    return this.setAll("hideLinks", isShown ? null : true);
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: EnumValue | null = null,
  ): Range {
    const border = { color: hexOf(color ?? "black") ?? "#000000", style: style?.name ?? "SOLID" };
    return this.drawLines({ top, left, bottom, right, vertical, horizontal }, border);
  }

  private drawLines(lines: Lines, border: Border): Range {
    return this.writing((rect, grid) => {
      for (const { part, sides } of stretches(rect, lines)) {
        grid.changeLook(part, (look) => withSides(look, sides, border));
      }
    });
  }
}

function directionOf(look: Look): EnumValue | null {
  return look.direction === undefined ? null : constant("TextDirection", look.direction);
}

const wrapOf = (isWrapped: boolean): string => (isWrapped ? "WRAP" : "OVERFLOW");

function withSides(look: Look, sides: Partial<Record<Side, boolean | null>>, border: Border): Look {
  const changed = { ...look };
  for (const [side, isDrawn] of Object.entries(sides) as [Side, boolean | null][]) {
    if (isDrawn === true) changed[side] = border;
    else if (isDrawn === false) delete changed[side];
  }
  return changed;
}

/** The outer edges and the inner lines of a block, as stretches of cells with the sides to be drawn. */
function stretches(rect: Rect, lines: Lines): Stretch[] {
  const lastRow = { ...rect, top: bottomOf(rect), rows: 1 };
  const lastColumn = { ...rect, left: rightOf(rect), columns: 1 };
  const parts: Stretch[] = [
    { part: { ...rect, rows: 1 }, sides: { top: lines.top } },
    { part: lastRow, sides: { bottom: lines.bottom } },
    { part: { ...rect, columns: 1 }, sides: { left: lines.left } },
    { part: lastColumn, sides: { right: lines.right } },
  ];
  if (rect.columns > 1) {
    parts.push({ part: { ...rect, columns: rect.columns - 1 }, sides: { right: lines.vertical } });
    parts.push({ part: { ...rect, left: rect.left + 1, columns: rect.columns - 1 }, sides: { left: lines.vertical } });
  }
  if (rect.rows > 1) {
    parts.push({ part: { ...rect, rows: rect.rows - 1 }, sides: { bottom: lines.horizontal } });
    parts.push({ part: { ...rect, top: rect.top + 1, rows: rect.rows - 1 }, sides: { top: lines.horizontal } });
  }
  return parts;
}
