import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import { Color, colorText } from "./color.ts";
import type { TextLook, TextRun } from "./model/cell.ts";
import { TextStyleBuilder } from "./text-style-builder.ts";
import { RichTextValueBuilder } from "./rich-text-value-builder.ts";

/** The style of a text; null where it is mixed or not set. */
export class TextStyle extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.TextStyle";

  constructor(
    run: Execution,
    readonly look: TextLook,
  ) {
    super(run);
  }

  isBold(): boolean | null {
    return this.look.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.look.italic ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }
  isUnderline(): boolean | null {
    return this.look.underline ?? null;
  }
  getFontFamily(): string | null {
    return this.look.fontFamily ?? null;
  }
  getFontSize(): number | null {
    return this.look.fontSize ?? null;
  }
  getForegroundColor(): string | null {
    return this.look.foregroundColor ?? null;
  }
  getForegroundColorObject(): Color | null {
    const css = colorText(this.look.foregroundColor);
    return css ? new Color(this.run, css) : null;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.run, { ...this.look });
  }
}

/** A text with runs of links and styles; `end` of a run is exclusive. */
export class RichTextValue extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.RichTextValue";

  constructor(
    run: Execution,
    readonly text: string,
    readonly runs: readonly TextRun[],
    private readonly at = 0,
  ) {
    super(run);
  }

  getText(): string {
    return this.text;
  }
  getStartIndex(): number {
    return this.at;
  }
  getEndIndex(): number {
    return this.at + this.text.length;
  }

  getLinkUrl(start = 0, end = this.text.length): string | null {
    const links = new Set(this.stretches(start, end).map(({ link }) => link));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }

  getTextStyle(start = 0, end = this.text.length): TextStyle {
    const looks = this.stretches(start, end).map(({ style }) => style ?? {});
    return new TextStyle(this.run, common(looks));
  }

  getRuns(): RichTextValue[] {
    return this.stretches(0, this.text.length).map(({ start, end, link, style }) => {
      const run = { start: 0, end: end - start, ...(link === undefined ? {} : { link }), ...(style ? { style } : {}) };
      return new RichTextValue(this.run, this.text.slice(start, end), [run], this.at + start);
    });
  }

  /** The text cut into stretches of one link and style each; parts without a run included. */
  private stretches(from: number, to: number): TextRun[] {
    const result: TextRun[] = [];
    let next = from;
    for (const run of this.runs) {
      const start = Math.max(run.start, from);
      const end = Math.min(run.end, to);
      if (start >= end) continue;
      if (start > next) result.push({ start: next, end: start });
      result.push({ ...run, start, end });
      next = end;
    }
    if (next < to || result.length === 0) result.push({ start: next, end: to });
    return result;
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.run, this.text, this.runs);
  }
}

/** What all looks have in common. */
function common(looks: TextLook[]): TextLook {
  const [first = {}, ...rest] = looks;
  const same = Object.entries(first).filter(([key, value]) =>
    rest.every((look) => look[key as keyof TextLook] === value),
  );
  return Object.fromEntries(same);
}
