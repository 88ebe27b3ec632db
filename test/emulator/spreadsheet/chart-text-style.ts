import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";

export interface ChartTextLook {
  color?: string;
  fontName?: string;
  fontSize?: number;
}

export class ChartTextStyle extends ServiceObject {
  static readonly googleName = "Charts.TextStyle";

  constructor(
    run: Execution,
    readonly look: ChartTextLook,
  ) {
    super(run);
  }
  getColor(): string | null {
    return this.look.color ?? null;
  }
  getFontName(): string | null {
    return this.look.fontName ?? null;
  }
  getFontSize(): number | null {
    return this.look.fontSize ?? null;
  }
}

export class ChartTextStyleBuilder extends ServiceObject {
  static readonly googleName = "Charts.TextStyleBuilder";
  private readonly look: ChartTextLook = {};

  setColor(color: string): this {
    this.look.color = color;
    return this;
  }
  setFontName(fontName: string): this {
    this.look.fontName = fontName;
    return this;
  }
  setFontSize(fontSize: number): this {
    this.look.fontSize = fontSize;
    return this;
  }
  build(): ChartTextStyle {
    return new ChartTextStyle(this.run, { ...this.look });
  }
}
