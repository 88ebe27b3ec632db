import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { DeveloperMetadata } from "./developer-metadata.ts";
import type { Book, Metadata } from "./model/book.ts";
import type { Grid } from "./model/grid.ts";
import { sameTarget, targetOfRange } from "./model/metadata.ts";
import { bottomOf, rightOf, type Rect } from "./model/rect.ts";

/** Where to look: a sheet, or a block of one; the whole book without it. */
interface Scope {
  grid: Grid;
  rect?: Rect;
}

export class DeveloperMetadataFinder extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.DeveloperMetadataFinder";
  static readonly kinds: Record<string, Kind> = { find: "read" };
  private readonly tests: ((one: Metadata) => boolean)[] = [];
  private intersecting = false;

  constructor(
    run: Execution,
    private readonly book: Book,
    private readonly scope?: Scope,
  ) {
    super(run);
  }

  private with(test: (one: Metadata) => boolean): this {
    this.tests.push(test);
    return this;
  }
  withId(id: number): this {
    return this.with((one) => one.id === id);
  }
  withKey(key: string): this {
    return this.with((one) => one.key === key);
  }
  withValue(value: string): this {
    return this.with((one) => one.value === value);
  }
  withVisibility(visibility: EnumValue): this {
    return this.with((one) => one.visibility === visibility.name);
  }
  withLocationType(type: EnumValue): this {
    return this.with((one) => one.at.kind === type.name);
  }
  onIntersectingLocations(): this {
    this.intersecting = true;
    return this;
  }
  find(): DeveloperMetadata[] {
    this.run.read(1);
    const found = this.book.metadata.filter((one) => this.isInScope(one) && this.tests.every((test) => test(one)));
    return found.map((one) => new DeveloperMetadata(this.run, this.book, one));
  }

  private isInScope({ at }: Metadata): boolean {
    if (!this.scope) return true;
    const { grid, rect } = this.scope;
    if (at.kind === "SPREADSHEET" || at.gridId !== grid.id) return false;
    if (!rect) return true;
    const exact = targetOfRange(grid, rect);
    if (exact && sameTarget(exact, at)) return true;
    if (at.kind === "SHEET") return this.intersecting;
    const [from, to] = at.kind === "ROW" ? [rect.top, bottomOf(rect)] : [rect.left, rightOf(rect)];
    const whole = at.kind === "ROW" ? rect.columns === grid.maxColumns : rect.rows === grid.maxRows;
    return (this.intersecting || whole) && at.index >= from && at.index <= to;
  }
}
