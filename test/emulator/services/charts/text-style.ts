import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

export interface TextLook {
  color?: string;
  fontName?: string;
  fontSize?: number;
}

export class TextStyle extends ServiceObject {
  static readonly googleName = "Charts.TextStyle";

  constructor(
    run: Execution,
    readonly look: TextLook,
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

export class TextStyleBuilder extends ServiceObject {
  static readonly googleName = "Charts.TextStyleBuilder";
  private readonly look: TextLook = {};

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
  build(): TextStyle {
    return new TextStyle(this.run, { ...this.look });
  }
}
