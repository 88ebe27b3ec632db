import { Color, colorText } from "./color.ts";
import { hexOfRgb } from "./model/color.ts";
import type { Look } from "./model/look.ts";
import type { Range } from "./range.ts";
import { RangeValues } from "./range-values.ts";

type Plain = Exclude<keyof Look, "validation" | "top" | "left" | "bottom" | "right">;
type Cells<T> = (T | null)[][];

/** Defaults that the getters answer for a cell without a look of its own. */
const DEFAULTS = {
  background: "#ffffff",
  fontColor: "#000000",
  fontFamily: "Arial",
  fontSize: 10,
  fontWeight: "normal",
  fontStyle: "normal",
  fontLine: "none",
  horizontal: "general",
  vertical: "bottom",
  wrap: "OVERFLOW",
} as const;

const ALLOWED: Partial<Record<Plain, readonly string[]>> = {
  fontWeight: ["normal", "bold"],
  fontStyle: ["normal", "italic"],
  fontLine: ["none", "underline", "line-through"],
  horizontal: ["left", "center", "right"],
  vertical: ["top", "middle", "bottom"],
};

/** A look with one field set, or taken away; what Google does not know is ignored silently (platform C5). */
function withField(look: Look, field: Plain, value: unknown): Look {
  const clean = cleaned(field, value);
  if (clean === undefined) return look;
  const { [field]: _old, ...rest } = look;
  return clean === null || clean === DEFAULTS[field as keyof typeof DEFAULTS] ? rest : { ...rest, [field]: clean };
}

/** The value to keep, null for the default, undefined for nonsense. */
function cleaned(field: Plain, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field === "background" || field === "fontColor") return colorText(value);
  if (field === "numberFormat") return value === "" ? "General" : value;
  const allowed = ALLOWED[field];
  if (!allowed) return value;
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (field === "horizontal" && (text === "normal" || text === "general")) return null;
  return allowed.includes(text) ? text : undefined;
}

/** How cells look: colours, fonts, alignment, wrapping, number formats, borders. */
export class RangeLooks extends RangeValues {
  protected one<K extends keyof typeof DEFAULTS>(field: K): string {
    return this.first((r, c) => String(this.grid.lookAt(r, c)[field] ?? DEFAULTS[field]));
  }
  protected all<K extends keyof typeof DEFAULTS>(field: K): string[][] {
    return this.collect((r, c) => String(this.grid.lookAt(r, c)[field] ?? DEFAULTS[field]));
  }

  protected setAll(field: Plain, value: unknown): Range {
    return this.writing((rect, grid) => grid.changeLook(rect, (look) => withField(look, field, value)));
  }

  protected setEach(field: Plain, values: Cells<unknown>): Range {
    this.checkForm(values);
    return this.writing(({ top, left, rows, columns }, grid) => {
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const look = grid.lookAt(top + r, left + c);
          const changed = withField(look, field, values[r]?.[c]);
          if (changed !== look) grid.setLookId(top + r, left + c, grid.book.looks.idOf(changed));
        }
      }
    });
  }

  getBackground(): string {
    return this.one("background");
  }
  getBackgrounds(): string[][] {
    return this.all("background");
  }
  getBackgroundObject(): Color {
    return new Color(this.run, this.getBackground());
  }
  getBackgroundObjects(): Color[][] {
    return this.getBackgrounds().map((line) => line.map((hex) => new Color(this.run, hex)));
  }
  getBackgroundColor(): string {
    return this.getBackground();
  }
  getBackgroundColors(): string[][] {
    return this.getBackgrounds();
  }
  setBackgroundColor(color: string | null): Range {
    return this.setBackground(color);
  }
  setBackgroundColors(colors: Cells<string>): Range {
    return this.setBackgrounds(colors);
  }
  setBackground(color: string | null): Range {
    return this.setAll("background", color);
  }
  setBackgrounds(colors: Cells<string>): Range {
    return this.setEach("background", colors);
  }
  setBackgroundRGB(red: number, green: number, blue: number): Range {
    return this.setAll("background", hexOfRgb(red, green, blue));
  }
  setBackgroundObject(color: Color | null): Range {
    return this.setAll("background", color);
  }
  setBackgroundObjects(colors: Cells<Color>): Range {
    return this.setEach("background", colors);
  }
  getFontColor(): string {
    return this.one("fontColor");
  }
  getFontColors(): string[][] {
    return this.all("fontColor");
  }
  getFontColorObject(): Color {
    return new Color(this.run, this.getFontColor());
  }
  getFontColorObjects(): Color[][] {
    return this.getFontColors().map((line) => line.map((hex) => new Color(this.run, hex)));
  }
  setFontColor(color: string | null): Range {
    return this.setAll("fontColor", color);
  }
  setFontColors(colors: Cells<string>): Range {
    return this.setEach("fontColor", colors);
  }
  setFontColorObject(color: Color | null): Range {
    return this.setAll("fontColor", color);
  }
  setFontColorObjects(colors: Cells<Color>): Range {
    return this.setEach("fontColor", colors);
  }
  getFontFamily(): string {
    return this.one("fontFamily");
  }
  getFontFamilies(): string[][] {
    return this.all("fontFamily");
  }
  setFontFamily(family: string | null): Range {
    return this.setAll("fontFamily", family);
  }
  setFontFamilies(families: Cells<string>): Range {
    return this.setEach("fontFamily", families);
  }
  getFontSize(): number {
    return Number(this.one("fontSize"));
  }
  getFontSizes(): number[][] {
    return this.all("fontSize").map((line) => line.map(Number));
  }
  setFontSize(size: number): Range {
    return this.setAll("fontSize", size);
  }
  setFontSizes(sizes: number[][]): Range {
    return this.setEach("fontSize", sizes);
  }
  getFontWeight(): string {
    return this.one("fontWeight");
  }
  getFontWeights(): string[][] {
    return this.all("fontWeight");
  }
  setFontWeight(weight: string | null): Range {
    return this.setAll("fontWeight", weight);
  }
  setFontWeights(weights: Cells<string>): Range {
    return this.setEach("fontWeight", weights);
  }
  getFontStyle(): string {
    return this.one("fontStyle");
  }
  getFontStyles(): string[][] {
    return this.all("fontStyle");
  }
  setFontStyle(style: string | null): Range {
    return this.setAll("fontStyle", style);
  }
  setFontStyles(styles: Cells<string>): Range {
    return this.setEach("fontStyle", styles);
  }
  getFontLine(): string {
    return this.one("fontLine");
  }
  getFontLines(): string[][] {
    return this.all("fontLine");
  }
  setFontLine(line: string | null): Range {
    return this.setAll("fontLine", line);
  }
  setFontLines(lines: Cells<string>): Range {
    return this.setEach("fontLine", lines);
  }
}
