import { isDateFormat } from "../../values/pattern.ts";
import type { Validation } from "./validation.ts";

export interface Border {
  style: string;
  color: string;
}

/** How one cell looks and what it accepts; an absent field is Google's default. */
export interface Look {
  numberFormat?: string;
  background?: string;
  fontColor?: string;
  fontFamily?: string;
  fontSize?: number;
  fontWeight?: string;
  fontStyle?: string;
  fontLine?: string;
  horizontal?: string;
  vertical?: string;
  wrap?: "WRAP" | "OVERFLOW" | "CLIP";
  direction?: string;
  /** Text turned counter-clockwise; without effect on stacked text. */
  degrees?: number;
  stacked?: boolean;
  hideLinks?: boolean;
  top?: Border;
  left?: Border;
  bottom?: Border;
  right?: Border;
  validation?: Validation;
}

/** The look ids of one row; equal rows share one array, so a formatted column of 800,000 rows costs one pointer a row. */
export type LookRow = readonly number[];

export type LookChange = (look: Look) => Look;

const NOTHING: Look = {};

function keyOf(look: Look): string {
  const { validation, ...rest } = look;
  const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fields, validation?.id ?? 0]);
}

/** Every look of a book, each kept once. */
export class Looks {
  readonly list: Look[] = [NOTHING];
  readonly dates: boolean[] = [false];
  private readonly byKey = new Map<string, number>([[keyOf(NOTHING), 0]]);
  private readonly rows = new Map<string, LookRow>();

  at(id: number): Look {
    return this.list[id] ?? NOTHING;
  }

  idOf(look: Look): number {
    const key = keyOf(look);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const id = this.list.length;
    this.list.push(Object.freeze({ ...look }));
    this.dates.push(look.numberFormat !== undefined && isDateFormat(look.numberFormat));
    this.byKey.set(key, id);
    return id;
  }

  /** The shared row equal to `ids`; undefined for a row without any look. */
  row(ids: number[]): LookRow | undefined {
    let length = ids.length;
    while (length > 0 && !ids[length - 1]) length--;
    if (length === 0) return undefined;
    const kept = ids.slice(0, length);
    const key = kept.join();
    const known = this.rows.get(key);
    if (known) return known;
    this.rows.set(key, kept);
    return kept;
  }

  /** A function that applies one change to a stretch of columns of many rows, thinking only once about equal rows. */
  changer(left: number, columns: number, change: LookChange): (row: LookRow | undefined) => LookRow | undefined {
    const cells = new Map<number, number>();
    const rows = new Map<LookRow | undefined, LookRow | undefined>();
    const changed = (id: number): number => {
      const known = cells.get(id);
      if (known !== undefined) return known;
      const result = this.idOf(change(this.at(id)));
      cells.set(id, result);
      return result;
    };
    return (row) => {
      if (rows.has(row)) return rows.get(row);
      const ids: number[] = [];
      const length = Math.max(row?.length ?? 0, left + columns);
      for (let c = 0; c < length; c++) {
        const id = row?.[c] ?? 0;
        ids.push(c >= left && c < left + columns ? changed(id) : id);
      }
      const result = this.row(ids);
      rows.set(row, result);
      return result;
    };
  }
}
