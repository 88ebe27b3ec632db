import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { ServiceObject } from "../core/service-object.ts";
import { type Color, colorOf, colorText } from "./color.ts";
import type { Grid } from "./model/grid.ts";
import { SheetProblem } from "./model/problem.ts";
import type { BandedArea } from "./model/sheet-parts.ts";
import { Range } from "./range.ts";

type Part = keyof BandedArea["colors"];

const CHANGES = "copyTo remove setRange " + ["First", "Second", "Header", "Footer"].flatMap((part) => ["Row", "Column"].flatMap((side) => [`set${part}${side}Color`, `set${part}${side}ColorObject`])).join(" "); // prettier-ignore

export class Banding extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.Banding";
  static readonly kinds: Record<string, Kind> = Object.fromEntries(
    CHANGES.split(" ").map((name) => [name, "structure"]),
  );

  constructor(
    run: Execution,
    private readonly grid: Grid,
    private readonly area: BandedArea,
  ) {
    super(run);
  }

  getRange(): Range {
    return new Range(this.run, this.grid, this.area.rect);
  }
  setRange(range: Range): this {
    this.run.flush();
    this.area.rect = { ...range.rect };
    return this;
  }
  copyTo(range: Range): Banding {
    this.run.flush();
    const copy = {
      ...this.area,
      id: range.grid.book.nextNumber(),
      colors: { ...this.area.colors },
      rect: { ...range.rect },
    };
    range.grid.parts.bandings.push(copy);
    return new Banding(this.run, range.grid, copy);
  }
  remove(): void {
    this.run.flush();
    if (!this.grid.parts.bandings.includes(this.area)) throw new SheetProblem("The banding has been removed.");
    this.grid.parts.bandings = this.grid.parts.bandings.filter((one) => one !== this.area);
  }

  private colorOf(part: Part, byColumns: boolean): string | null {
    return this.area.byColumns === byColumns ? (this.area.colors[part] ?? null) : null;
  }
  private paint(part: Part, byColumns: boolean, color: string | Color | null): this {
    this.run.flush();
    if (this.area.byColumns !== byColumns)
      throw new SheetProblem("Row and column colors can't be set on the same banding.");
    const css = colorText(color);
    if (css) this.area.colors[part] = css;
    else if (css === null) delete this.area.colors[part];
    return this;
  }

  getHeaderRowColor(): string | null {
    return this.colorOf("header", false);
  }
  getFirstRowColor(): string | null {
    return this.colorOf("first", false);
  }
  getSecondRowColor(): string | null {
    return this.colorOf("second", false);
  }
  getFooterRowColor(): string | null {
    return this.colorOf("footer", false);
  }
  getHeaderColumnColor(): string | null {
    return this.colorOf("header", true);
  }
  getFirstColumnColor(): string | null {
    return this.colorOf("first", true);
  }
  getSecondColumnColor(): string | null {
    return this.colorOf("second", true);
  }
  getFooterColumnColor(): string | null {
    return this.colorOf("footer", true);
  }
  setHeaderRowColor(color: string | null): this {
    return this.paint("header", false, color);
  }
  setFirstRowColor(color: string | null): this {
    return this.paint("first", false, color);
  }
  setSecondRowColor(color: string | null): this {
    return this.paint("second", false, color);
  }
  setFooterRowColor(color: string | null): this {
    return this.paint("footer", false, color);
  }
  setHeaderColumnColor(color: string | null): this {
    return this.paint("header", true, color);
  }
  setFirstColumnColor(color: string | null): this {
    return this.paint("first", true, color);
  }
  setSecondColumnColor(color: string | null): this {
    return this.paint("second", true, color);
  }
  setFooterColumnColor(color: string | null): this {
    return this.paint("footer", true, color);
  }
  getHeaderRowColorObject(): Color | null {
    return colorOf(this.run, this.getHeaderRowColor());
  }
  setHeaderRowColorObject(color: Color | null): this {
    return this.paint("header", false, color);
  }
  getHeaderColumnColorObject(): Color | null {
    return colorOf(this.run, this.getHeaderColumnColor());
  }
  setHeaderColumnColorObject(color: Color | null): this {
    return this.paint("header", true, color);
  }
  getFirstRowColorObject(): Color | null {
    return colorOf(this.run, this.getFirstRowColor());
  }
  setFirstRowColorObject(color: Color | null): this {
    return this.paint("first", false, color);
  }
  getFirstColumnColorObject(): Color | null {
    return colorOf(this.run, this.getFirstColumnColor());
  }
  setFirstColumnColorObject(color: Color | null): this {
    return this.paint("first", true, color);
  }
  getSecondRowColorObject(): Color | null {
    return colorOf(this.run, this.getSecondRowColor());
  }
  setSecondRowColorObject(color: Color | null): this {
    return this.paint("second", false, color);
  }
  getSecondColumnColorObject(): Color | null {
    return colorOf(this.run, this.getSecondColumnColor());
  }
  setSecondColumnColorObject(color: Color | null): this {
    return this.paint("second", true, color);
  }
  getFooterRowColorObject(): Color | null {
    return colorOf(this.run, this.getFooterRowColor());
  }
  setFooterRowColorObject(color: Color | null): this {
    return this.paint("footer", false, color);
  }
  getFooterColumnColorObject(): Color | null {
    return colorOf(this.run, this.getFooterColumnColor());
  }
  setFooterColumnColorObject(color: Color | null): this {
    return this.paint("footer", true, color);
  }
}
