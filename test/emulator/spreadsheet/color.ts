import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { constant } from "./constants.ts";
import { hexOf, rgbOf } from "./model/color.ts";

/** The value to keep for a colour that a script gave: null for the default, undefined for what is no colour. */
export function colorText(value: unknown): string | null | undefined {
  if (value instanceof Color) return value.css;
  return typeof value === "string" && value !== "" ? hexOf(value) : null;
}

/** A kept colour for scripts; null where none is kept. */
export function colorOf(run: Execution, css: string | null | undefined): Color | null {
  return css ? new Color(run, css) : null;
}

/** Colours of the standard theme, for cells that were given a theme colour. */
const THEME: Record<string, string> = {
  TEXT: "#000000",
  BACKGROUND: "#ffffff",
  ACCENT1: "#4285f4",
  ACCENT2: "#ea4335",
  ACCENT3: "#fbbc04",
  ACCENT4: "#34a853",
  ACCENT5: "#ff6d01",
  ACCENT6: "#46bdc6",
  HYPERLINK: "#1155cc",
};

/** A colour as scripts hold it. Cells keep the plain colour only: a theme colour comes back as RGB (see README). */
export class Color extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.Color";

  constructor(
    run: Execution,
    readonly css: string,
    private readonly theme?: string,
  ) {
    super(run);
  }

  getColorType(): EnumValue {
    return constantOfBase(this.theme ? "THEME" : "RGB");
  }
  asRgbColor(): RgbColor {
    return new RgbColor(this.run, this.css);
  }
  asThemeColor(): ThemeColor {
    if (!this.theme) throw new TypeError("Object is not of type ThemeColor.");
    return new ThemeColor(this.run, this.theme);
  }
}

export class RgbColor extends ServiceObject {
  static readonly googleName = "RgbColor";

  constructor(
    run: Execution,
    private readonly css: string,
  ) {
    super(run);
  }
  asHexString(): string {
    return this.css;
  }
  getRed(): number {
    return rgbOf(this.css)[0];
  }
  getGreen(): number {
    return rgbOf(this.css)[1];
  }
  getBlue(): number {
    return rgbOf(this.css)[2];
  }
  getColorType(): EnumValue {
    return constantOfBase("RGB");
  }
}

export class ThemeColor extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.ThemeColor";

  constructor(
    run: Execution,
    private readonly theme: string,
  ) {
    super(run);
  }
  getThemeColorType(): EnumValue {
    return constant("ThemeColorType", this.theme);
  }
  getColorType(): EnumValue {
    return constantOfBase("THEME");
  }
}

export class ColorBuilder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.ColorBuilder";
  private css = "#000000";
  private theme: string | undefined;

  setRgbColor(css: string): this {
    this.css = hexOf(css) ?? this.css;
    this.theme = undefined;
    return this;
  }
  setThemeColor(type: EnumValue): this {
    this.theme = type.name;
    this.css = THEME[type.name] ?? this.css;
    return this;
  }
  getColorType(): EnumValue {
    return this.build().getColorType();
  }
  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }
  asThemeColor(): ThemeColor {
    return this.build().asThemeColor();
  }
  build(): Color {
    return new Color(this.run, this.css, this.theme);
  }
}

function constantOfBase(name: "RGB" | "THEME"): EnumValue {
  return constant("ColorType", name);
}
