import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { nextDataCell, type DirectionName } from "./model/navigation.ts";
import { unite } from "./model/rect.ts";
import { Range } from "./range.ts";
import { RangeList } from "./range-list.ts";
import type { Selected } from "./selected.ts";
import { Sheet } from "./sheet.ts";

/** What is selected when a script asks; navigation, so nothing of it costs a call. */
export class Selection extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.Selection";

  constructor(
    run: Execution,
    private readonly selected: Selected,
  ) {
    super(run);
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.run, this.selected.grid);
  }
  getActiveRange(): Range | null {
    const rect = this.selected.rects.at(-1);
    return rect ? new Range(this.run, this.selected.grid, rect) : null;
  }
  getActiveRangeList(): RangeList | null {
    const { grid, rects } = this.selected;
    return new RangeList(
      this.run,
      rects.map((rect) => new Range(this.run, grid, rect)),
    );
  }
  getCurrentCell(): Range | null {
    const { grid, current } = this.selected;
    return new Range(this.run, grid, { top: current.row, left: current.column, rows: 1, columns: 1 });
  }
  getNextDataRange(direction: EnumValue): Range | null {
    const { grid, current, rects } = this.selected;
    const to = nextDataCell(grid, current, direction.name as DirectionName);
    const cell = { top: to.row, left: to.column, rows: 1, columns: 1 };
    return new Range(this.run, grid, unite(rects.at(-1) ?? cell, cell));
  }
}
