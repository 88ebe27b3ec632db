import type { SheetView } from "../protocol.ts";
import type { Area } from "./a1.ts";

export const ROW_HEIGHT = 21;
export const HEADER_HEIGHT = 24;
export const NUMBERS_WIDTH = 46;

/** Shown rows or columns of a sheet and where they lie; positions count from the first one, without headers. */
export class Lane {
  /** Index on the sheet of each shown row or column. */
  readonly shown: number[] = [];
  readonly starts: Float64Array;
  readonly frozen: number;
  private readonly places: Int32Array;

  constructor(count: number, options: { frozen: number; hidden: readonly number[]; size: (index: number) => number }) {
    const hidden = new Set(options.hidden);
    this.places = new Int32Array(count);
    for (let index = 0; index < count; index++) {
      this.places[index] = this.shown.length;
      if (!hidden.has(index)) this.shown.push(index);
    }
    this.starts = new Float64Array(this.shown.length + 1);
    this.shown.forEach((index, place) => (this.starts[place + 1] = this.starts[place]! + options.size(index)));
    this.frozen = this.shown.findIndex((index) => index >= options.frozen);
    if (this.frozen < 0) this.frozen = this.shown.length;
  }

  get total(): number {
    return this.starts[this.shown.length]!;
  }

  get frozenSize(): number {
    return this.starts[this.frozen]!;
  }

  size(place: number): number {
    return this.starts[place + 1]! - this.starts[place]!;
  }

  /** The place of a row or column among the shown ones; of a hidden one, that of the next shown. */
  placeOf(index: number): number {
    return Math.min(this.places[index] ?? this.shown.length - 1, Math.max(0, this.shown.length - 1));
  }

  /** The place at a position in px, held within the sheet. */
  placeAt(position: number): number {
    let low = 0;
    let high = this.shown.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  /** The shown neighbour `steps` away, held within the sheet. */
  step(index: number, steps: number): number {
    const place = Math.max(0, Math.min(this.shown.length - 1, this.placeOf(index) + steps));
    return this.shown[place] ?? index;
  }
}

export interface Geometry {
  rows: Lane;
  columns: Lane;
}

export function geometryOf(sheet: SheetView): Geometry {
  const heights = new Map(sheet.heights);
  return {
    rows: new Lane(sheet.rows, {
      frozen: sheet.frozenRows,
      hidden: sheet.hiddenRows,
      size: (row) => heights.get(row) ?? ROW_HEIGHT,
    }),
    columns: new Lane(sheet.columns, {
      frozen: sheet.frozenColumns,
      hidden: sheet.hiddenColumns,
      size: (column) => sheet.widths[column] ?? 100,
    }),
  };
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an area lies on the whole sheet, in px without headers and scrolling. */
export function rectOf({ rows, columns }: Geometry, area: Area): Rect {
  const top = rows.starts[rows.placeOf(area.top)]!;
  const left = columns.starts[columns.placeOf(area.left)]!;
  const bottom = rows.placeOf(area.bottom);
  const right = columns.placeOf(area.right);
  return { x: left, y: top, width: columns.starts[right + 1]! - left, height: rows.starts[bottom + 1]! - top };
}
