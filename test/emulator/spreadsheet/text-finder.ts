import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { ServiceObject } from "../core/service-object.ts";
import { costOf } from "../core/spent.ts";
import type { Grid } from "./model/grid.ts";
import { typedInput } from "./model/input.ts";
import type { Rect } from "./model/rect.ts";
import { type Found, matcher, search, type SearchOptions } from "./model/text-search.ts";
import { checkProtection, writeBlock } from "./model/write.ts";
import { Range } from "./range.ts";

/** A part of the book to be searched; asked for its block when the search runs. */
export interface SearchArea {
  grid: Grid;
  rect: () => Rect;
}

export class TextFinder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.TextFinder";
  static readonly kinds: Record<string, Kind> = {
    findAll: "finder",
    findNext: "finder",
    findPrevious: "finder",
    replaceAllWith: "finder",
    replaceWith: "finder",
  };
  private readonly options: SearchOptions = {
    matchCase: false,
    entireCell: false,
    formulaText: false,
    ignoreDiacritics: false,
    regularExpression: false,
  };
  private current: Found | undefined;
  private start: { grid: Grid; row: number; column: number } | undefined;

  constructor(
    run: Execution,
    private readonly areas: SearchArea[],
    private readonly wanted: string,
  ) {
    super(run);
  }

  matchCase(isOn: boolean): this {
    this.options.matchCase = isOn;
    return this;
  }
  matchEntireCell(isOn: boolean): this {
    this.options.entireCell = isOn;
    return this;
  }
  matchFormulaText(isOn: boolean): this {
    this.options.formulaText = isOn;
    return this;
  }
  ignoreDiacritics(isOn: boolean): this {
    this.options.ignoreDiacritics = isOn;
    return this;
  }
  useRegularExpression(isOn: boolean): this {
    this.options.regularExpression = isOn;
    return this;
  }
  startFrom(range: Range): this {
    const { top, left } = range.rect;
    this.start = { grid: range.grid, row: top, column: left };
    this.current = undefined;
    return this;
  }

  private search(most: number): Found[] {
    const matches = matcher(this.wanted, this.options);
    const { options } = this;
    const found: Found[] = [];
    for (const { grid, rect } of this.areas) {
      if (found.length < most) found.push(...search(grid, rect(), { matches, options, most: most - found.length }));
    }
    return found;
  }

  findAll(): Range[] {
    this.run.read(0);
    const found = this.search(Infinity);
    const cells = this.areas.reduce((sum, { rect }) => sum + rect().rows * rect().columns, 0);
    this.run.charge(costOf("cellSearched", cells));
    this.run.charge(costOf("hit", found.length));
    return found.map((one) => this.rangeOf(one));
  }

  findNext(): Range | null {
    this.run.read(0);
    const from = this.current ?? this.start;
    if (!from) return this.settle(this.search(1)[0]);
    const found = this.search(Infinity);
    return this.settle(found.find((one) => this.order(one, from) > 0));
  }

  findPrevious(): Range | null {
    this.run.read(0);
    const found = this.search(Infinity);
    const from = this.current ?? this.start;
    const before = from ? found.filter((one) => this.order(one, from) < 0) : found;
    return this.settle(before.at(-1));
  }

  getCurrentMatch(): Range | null {
    return this.current ? this.rangeOf(this.current) : null;
  }

  private settle(found: Found | undefined): Range | null {
    this.current = found;
    return found ? this.rangeOf(found) : null;
  }

  private order(a: Found, b: Found): number {
    const sheets =
      this.areas.findIndex(({ grid }) => grid === a.grid) - this.areas.findIndex(({ grid }) => grid === b.grid);
    return sheets || a.row - b.row || a.column - b.column;
  }

  private rangeOf({ grid, row, column }: Found): Range {
    return new Range(this.run, grid, { top: row, left: column, rows: 1, columns: 1 });
  }

  /** How many times the text was replaced. */
  replaceAllWith(text: string): number {
    this.run.read(0);
    return this.search(Infinity).reduce((sum, found) => sum + this.replaceIn(found, text), 0);
  }
  replaceWith(text: string): number {
    this.run.read(0);
    return this.current ? this.replaceIn(this.current, text) : 0;
  }

  private replaceIn({ grid, row, column }: Found, replacement: string): number {
    const rect = { top: row, left: column, rows: 1, columns: 1 };
    const formula = grid.formulaAt(row, column);
    if (formula !== "" && !this.options.formulaText) return 0;
    const old = formula === "" ? String(grid.valueAt(row, column)) : formula;
    const { text, count } = replaced(old, this.pattern(), replacement);
    if (count === 0) return 0;
    checkProtection(grid, rect, this.run.effectiveUser);
    writeBlock(grid, rect, (_r, _c, format) => typedInput(grid.book, text, format));
    return count;
  }

  private pattern(): RegExp {
    const source = this.options.regularExpression ? this.wanted : this.wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(this.options.entireCell ? `^(?:${source})$` : source, this.options.matchCase ? "g" : "gi");
  }
}

function replaced(old: string, pattern: RegExp, replacement: string): { text: string; count: number } {
  let count = 0;
  const text = old.replace(pattern, () => {
    count++;
    return replacement;
  });
  return { text, count };
}
