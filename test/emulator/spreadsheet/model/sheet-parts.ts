import type { ChartModel } from "./charts.ts";
import type { Rect } from "./rect.ts";

/** A condition as conditional formats and filters share it; dates are epoch ms where `dates` is true. */
export interface Condition {
  criteria: string;
  values: (string | number | boolean)[];
  dates?: boolean;
}

export interface BooleanRule extends Condition {
  background?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
}

export interface GradientPoint {
  color: string;
  type?: string;
  value: string;
}

export interface ConditionalFormat {
  rects: Rect[];
  boolean?: BooleanRule;
  gradient?: { min?: GradientPoint; mid?: GradientPoint; max?: GradientPoint };
}

export interface ProtectedArea {
  id: number;
  kind: "RANGE" | "SHEET";
  rect?: Rect;
  rangeName?: string;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  editors: string[];
  unprotected: Rect[];
}

export interface ColumnFilter {
  condition?: Condition;
  hidden?: string[];
  visible?: string[];
}

export interface SheetFilter {
  rect: Rect;
  /** By 0-based column of the sheet. */
  columns: Map<number, ColumnFilter>;
  sorts: { column: number; ascending: boolean }[];
}

export interface BandedArea {
  id: number;
  rect: Rect;
  byColumns: boolean;
  colors: { header?: string; first?: string; second?: string; footer?: string };
}

/** A block that somebody converted to a table; `typed` are those of its columns that have a type, header included. */
export interface TableArea {
  rect: Rect;
  typed: Rect[];
}

/** What a sheet has besides its cells. */
export interface SheetParts {
  merges: Rect[];
  conditionalFormats: ConditionalFormat[];
  protections: ProtectedArea[];
  filter?: SheetFilter;
  bandings: BandedArea[];
  charts: ChartModel[];
  tables: TableArea[];
  frozenRows: number;
  frozenColumns: number;
  tabColor?: string;
  hidden: boolean;
  rightToLeft: boolean;
  hiddenGridlines: boolean;
  formUrl?: string;
}

export function newParts(): SheetParts {
  return {
    merges: [],
    conditionalFormats: [],
    protections: [],
    bandings: [],
    charts: [],
    tables: [],
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    rightToLeft: false,
    hiddenGridlines: false,
  };
}
