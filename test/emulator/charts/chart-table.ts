/** A cell of a chart's data; dates are serials, an empty cell has no value. */
export interface ChartCell {
  value: string | number | boolean | undefined;
  text: string;
  /** The number format under which the text was made. */
  format?: string;
}

export interface ChartColumn {
  label: string;
  kind: "text" | "number" | "date";
  format?: string;
  cells: ChartCell[];
}

/** What a chart draws: columns of equal length; `locale` is that of its numbers and dates. */
export interface ChartTable {
  columns: ChartColumn[];
  locale: string;
}

export const EMPTY_CELL: ChartCell = { value: undefined, text: "" };

export const numberIn = ({ value }: ChartCell): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;

export const rowsOf = ({ columns }: ChartTable): number => Math.max(0, ...columns.map(({ cells }) => cells.length));

/** Whether there is anything to draw. */
export const hasNumbers = ({ columns }: ChartTable): boolean =>
  columns.some(({ cells }) => cells.some((cell) => numberIn(cell) !== null));
