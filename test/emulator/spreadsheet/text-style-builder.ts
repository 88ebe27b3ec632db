import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import { type Color, colorText } from "./color.ts";
import type { TextLook } from "./model/cell.ts";
import { TextStyle } from "./rich-text.ts";

export class TextStyleBuilder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.TextStyleBuilder";

  constructor(
    run: Execution,
    private readonly look: TextLook = {},
  ) {
    super(run);
  }

  private set<K extends keyof TextLook>(key: K, value: TextLook[K]): this {
    this.look[key] = value;
    return this;
  }
  setBold(isBold: boolean): this {
    return this.set("bold", isBold);
  }
  setItalic(isItalic: boolean): this {
    return this.set("italic", isItalic);
  }
  setStrikethrough(isStruck: boolean): this {
    return this.set("strikethrough", isStruck);
  }
  setUnderline(isUnderlined: boolean): this {
    return this.set("underline", isUnderlined);
  }
  setFontFamily(family: string): this {
    return this.set("fontFamily", family);
  }
  setFontSize(size: number): this {
    return this.set("fontSize", size);
  }
  setForegroundColor(color: string): this {
    const css = colorText(color);
    return css ? this.set("foregroundColor", css) : this;
  }
  setForegroundColorObject(color: Color): this {
    return this.set("foregroundColor", color.css);
  }
  build(): TextStyle {
    return new TextStyle(this.run, { ...this.look });
  }
}
