import type { SheetView } from "../protocol.ts";
import type { Area } from "./a1.ts";
import type { Geometry } from "./geometry.ts";
import { mergeAround } from "./merges.ts";

export type SelectionKind = "cells" | "rows" | "columns";

export interface Spot {
  row: number;
  column: number;
}

/** One active cell and one rectangle around it. */
export class Selection {
  active: Spot = { row: 0, column: 0 };
  kind: SelectionKind = "cells";
  private head: Spot = { row: 0, column: 0 };
  private tabStart: number | null = null;

  constructor(
    private sheet: SheetView,
    private geometry: Geometry,
    private readonly onChange: () => void,
  ) {}

  /** Follows a sheet whose size or hidden rows have changed, without moving more than it must. */
  adopt(sheet: SheetView, geometry: Geometry): void {
    this.sheet = sheet;
    this.geometry = geometry;
    const hold = ({ row, column }: Spot): Spot => ({
      row: Math.min(row, sheet.rows - 1),
      column: Math.min(column, sheet.columns - 1),
    });
    this.active = hold(this.active);
    this.head = hold(this.head);
  }

  get area(): Area {
    const { active, head, kind, sheet } = this;
    const area = {
      top: Math.min(active.row, head.row),
      bottom: Math.max(active.row, head.row),
      left: Math.min(active.column, head.column),
      right: Math.max(active.column, head.column),
    };
    if (kind === "rows") return { ...area, left: 0, right: sheet.columns - 1 };
    if (kind === "columns") return { ...area, top: 0, bottom: sheet.rows - 1 };
    return aroundMerges(area, sheet);
  }

  get headSpot(): Spot {
    return this.head;
  }

  /** A cell inside a merge stands for the merge's first one, which holds what the merge shows. */
  select(spot: Spot, kind: SelectionKind = "cells"): void {
    const { top, left } = mergeAround(this.sheet, spot.row, spot.column);
    this.active = kind === "cells" ? { row: top, column: left } : spot;
    this.head = this.active;
    this.kind = kind;
    this.tabStart = null;
    this.onChange();
  }

  extend(to: Spot): void {
    this.head = to;
    this.onChange();
  }

  selectArea(area: Area, kind: SelectionKind = "cells"): void {
    this.active = { row: area.top, column: area.left };
    this.head = { row: area.bottom, column: area.right };
    this.kind = kind;
    this.tabStart = null;
    this.onChange();
  }

  move(rows: number, columns: number, extends_ = false): void {
    const from = extends_ ? this.head : this.leaving(rows, columns);
    const to = {
      row: this.geometry.rows.step(from.row, rows),
      column: this.geometry.columns.step(from.column, columns),
    };
    if (extends_) this.extend(to);
    else this.select(to);
  }

  /** Tab goes right; the Enter that follows goes back below the cell where the tabs began. */
  tab(steps: number): void {
    const start = this.tabStart ?? this.active.column;
    this.move(0, steps);
    this.tabStart = start;
  }

  enter(steps: number): void {
    const column = this.tabStart ?? this.active.column;
    this.select({ row: this.geometry.rows.step(this.leaving(steps, 0).row, steps), column });
  }

  /** From where a step down or to the right goes on: beyond the merge that is active. */
  private leaving(rows: number, columns: number): Spot {
    const { bottom, right } = mergeAround(this.sheet, this.active.row, this.active.column);
    return { row: rows > 0 ? bottom : this.active.row, column: columns > 0 ? right : this.active.column };
  }

  isSingle(): boolean {
    const { top, bottom, left, right } = this.area;
    return top === bottom && left === right;
  }
}

function aroundMerges(area: Area, { merges }: SheetView): Area {
  const grown = { ...area };
  for (const [row, column, rows, columns] of merges) {
    const apart =
      row > area.bottom || row + rows - 1 < area.top || column > area.right || column + columns - 1 < area.left;
    if (apart) continue;
    grown.top = Math.min(grown.top, row);
    grown.left = Math.min(grown.left, column);
    grown.bottom = Math.max(grown.bottom, row + rows - 1);
    grown.right = Math.max(grown.right, column + columns - 1);
  }
  return grown;
}
