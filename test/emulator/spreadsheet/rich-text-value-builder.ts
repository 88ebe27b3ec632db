import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import type { TextRun } from "./model/cell.ts";
import { SheetProblem } from "./model/problem.ts";
import { RichTextValue, type TextStyle } from "./rich-text.ts";

type Change = (run: TextRun) => TextRun;

export class RichTextValueBuilder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.RichTextValueBuilder";

  constructor(
    run: Execution,
    private text = "",
    private runs: readonly TextRun[] = [],
  ) {
    super(run);
  }

  setText(text: string): this {
    this.text = text;
    this.runs = [];
    return this;
  }

  setLinkUrl(...args: [string | null] | [number, number, string | null]): this {
    const link = args.at(-1) as string | null;
    return this.change(args.length === 3 ? [args[0], args[1]] : undefined, ({ link: _old, ...run }) =>
      link === null ? run : { ...run, link },
    );
  }

  setTextStyle(...args: [TextStyle | null] | [number, number, TextStyle | null]): this {
    const style = args.at(-1) as TextStyle | null;
    return this.change(args.length === 3 ? [args[0], args[1]] : undefined, ({ style: old, ...run }) =>
      style === null ? run : { ...run, style: { ...old, ...style.look } },
    );
  }

  private change([start, end]: [number, number] = [0, this.text.length], change: Change): this {
    if (start < 0 || end > this.text.length || start > end) {
      throw new SheetProblem("The start or end offset is outside of the text.");
    }
    const edges = new Set([0, this.text.length, start, end, ...this.runs.flatMap((run) => [run.start, run.end])]);
    const sorted = [...edges].sort((a, b) => a - b);
    const pieces = sorted.slice(1).map((to, i): TextRun => {
      const from = sorted[i] ?? 0;
      const known = this.runs.find((run) => run.start <= from && run.end >= to);
      const piece = { ...known, start: from, end: to };
      return from >= start && to <= end ? change(piece) : piece;
    });
    this.runs = joined(pieces).filter(({ link, style }) => link !== undefined || style !== undefined);
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.run, this.text, this.runs);
  }
}

/** Neighbouring pieces of the same link and style become one run. */
function joined(pieces: TextRun[]): TextRun[] {
  const result: TextRun[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const same = last && last.link === piece.link && JSON.stringify(last.style) === JSON.stringify(piece.style);
    if (same) last.end = piece.end;
    else result.push({ ...piece });
  }
  return result;
}
