/** A point of a sheet: a cell, 0-based, and pixels from its upper left corner. */
export interface FileCorner {
  row: number;
  column: number;
  x: number;
  y: number;
}

export interface FilePlace {
  from: FileCorner;
  to: FileCorner;
}

export interface FileSeries {
  name: string;
  kind: "bars" | "line" | "area";
  /** References with their sheet: "'My sheet'!$B$2:$B$9". */
  values: string;
  categories?: string;
  /** "#rrggbb", or "" where a file leaves it to the program. */
  color: string;
  /** 1: measured at the right. */
  axis: 0 | 1;
  /** Of its line, in pixels; points without a width have none. */
  width?: number;
  isDashed?: boolean;
  isSmooth?: boolean;
  hasPoints?: boolean;
  hasLabels?: boolean;
  /** Colours of a pie's slices, row by row. */
  slices?: string[];
}

export interface FileAxis {
  title?: string;
  format?: string;
  min?: number;
  max?: number;
}

/** A chart as a file holds it, without any format of one program. */
export interface FileChart {
  kind: "column" | "bar" | "line" | "area" | "pie" | "scatter" | "combo";
  title: string;
  series: FileSeries[];
  stacking: "none" | "absolute" | "percent";
  legend: "none" | "top" | "bottom" | "left" | "right";
  /** Share of a pie that is cut out of its middle, 0 to 1. */
  hole: number;
  domain: FileAxis;
  /** The left (or lower) axis of values, then the right one. */
  measures: FileAxis[];
  place: FilePlace;
}

/** A chart that files can't hold as a chart. */
export interface FilePicture {
  png: Uint8Array;
  title: string;
  place: FilePlace;
}
