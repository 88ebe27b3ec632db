import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { ServiceObject } from "../core/service-object.ts";
import type { Book, NamedArea } from "./model/book.ts";
import { SheetProblem } from "./model/problem.ts";
import { Range } from "./range.ts";

/** Throws Google's refusal of a name that looks like a cell, starts with a digit or has a space. */
export function checkAreaName(name: string): void {
  const isFine = /^[A-Za-z_À-￿][\w.À-￿]*$/.test(name) && !/^(true|false)$/i.test(name);
  if (!isFine || /^[A-Za-z]{1,3}\d+$/.test(name) || /^r\d+c\d+$/i.test(name)) {
    throw new SheetProblem(`The name of the named range is invalid: ${name}`);
  }
}

export class NamedRange extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.NamedRange";
  static readonly kinds: Record<string, Kind> = { remove: "structure", setName: "structure", setRange: "structure" };

  constructor(
    run: Execution,
    private readonly book: Book,
    private readonly area: NamedArea,
  ) {
    super(run);
  }

  getName(): string {
    return this.area.name;
  }
  getRange(): Range {
    const grid = this.book.findGrid(this.area.gridId);
    if (!grid) throw new SheetProblem("Range not found");
    return new Range(this.run, grid, this.area.rect);
  }
  setName(name: string): this {
    checkAreaName(name);
    this.run.flush();
    this.area.name = name;
    return this;
  }
  setRange(range: Range): this {
    this.run.flush();
    Object.assign(this.area, { gridId: range.grid.id, rect: { ...range.rect } });
    return this;
  }
  remove(): void {
    this.run.flush();
    this.book.namedAreas = this.book.namedAreas.filter((area) => area !== this.area);
  }
}
