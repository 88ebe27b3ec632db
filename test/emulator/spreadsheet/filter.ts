import type { Execution } from "../core/execution.ts";
import type { Kind } from "../core/kinds.ts";
import { ServiceObject } from "../core/service-object.ts";
import { FilterCriteria } from "./filter-criteria.ts";
import type { Grid } from "./model/grid.ts";
import { SheetProblem } from "./model/problem.ts";
import type { Rect } from "./model/rect.ts";
import type { SheetFilter } from "./model/sheet-parts.ts";
import { sortBlock } from "./model/sorting.ts";
import { Range } from "./range.ts";
import { SortSpec } from "./sort-spec.ts";

export class Filter extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.Filter";
  /** In use by scripts although the reference lists it for other kinds of sheets only. */
  static readonly extras = ["getColumnSortSpec"];
  static readonly kinds: Record<string, Kind> = {
    getColumnFilterCriteria: "read",
    getColumnSortSpec: "read",
    remove: "structure",
    removeColumnFilterCriteria: "structure",
    setColumnFilterCriteria: "structure",
    sort: "structure",
  };

  constructor(
    run: Execution,
    private readonly grid: Grid,
  ) {
    super(run);
  }

  static create(run: Execution, grid: Grid, rect: Rect): Filter {
    if (grid.parts.filter) throw new SheetProblem("You can't create a filter in a sheet that already has a filter.");
    grid.parts.filter = { rect: { ...rect }, columns: new Map(), sorts: [] };
    return new Filter(run, grid);
  }

  private get model(): SheetFilter {
    this.run.flush();
    const { filter } = this.grid.parts;
    if (!filter) throw new SheetProblem("The filter has been removed.");
    return filter;
  }

  private columnOf(position: number): number {
    const { left, columns } = this.model.rect;
    if (position - 1 < left || position - 1 >= left + columns) {
      throw new SheetProblem("The column position is outside of the range of the filter.");
    }
    return position - 1;
  }

  getRange(): Range {
    return new Range(this.run, this.grid, this.model.rect);
  }
  remove(): void {
    this.run.flush();
    delete this.grid.parts.filter;
  }
  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const kept = this.model.columns.get(this.columnOf(columnPosition));
    return kept ? FilterCriteria.of(this.run, kept) : null;
  }
  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): this {
    const column = this.columnOf(columnPosition);
    if (criteria) this.model.columns.set(column, criteria.kept);
    else this.model.columns.delete(column);
    return this;
  }
  removeColumnFilterCriteria(columnPosition: number): this {
    this.model.columns.delete(this.columnOf(columnPosition));
    return this;
  }
  sort(columnPosition: number, ascending: boolean): this {
    const column = this.columnOf(columnPosition);
    const { rect } = this.model;
    sortBlock(this.grid, { ...rect, top: rect.top + 1, rows: rect.rows - 1 }, [{ column, ascending }]);
    this.model.sorts = [{ column, ascending }];
    return this;
  }
  getColumnSortSpec(columnPosition: number): SortSpec {
    const column = this.columnOf(columnPosition);
    return new SortSpec(
      this.run,
      this.model.sorts.find((sort) => sort.column === column),
    );
  }
}
