/** What travels between the workbench's server and its page, as JSON. Rows and columns are 0-based, sizes in px. */

export interface BookView {
  name: string;
  sheets: SheetView[];
}

export interface SheetView {
  id: number;
  name: string;
  hidden: boolean;
  color?: string;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  /** One width per column. */
  widths: number[];
  /** Rows whose height is not the usual 21. */
  heights: [row: number, height: number][];
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: [row: number, column: number, rows: number, columns: number][];
  charts: ChartView[];
  filter: FilterView | null;
  hiddenGridlines: boolean;
}

/** The cells of a sheet's filter, its header row first, and the columns that hide rows. */
export interface FilterView {
  top: number;
  left: number;
  bottom: number;
  right: number;
  active: number[];
}

/** What one column's filter offers and what is set; conditions bear Google's names. */
export interface FilterColumn {
  title: string;
  values: [text: string, rows: number][];
  hidden: string[];
  condition: { criteria: string; values: string[] } | null;
}

/** A chart over the cells: its anchor cell, its distance from that cell's corner, and what its picture looks like. */
export interface ChartView {
  id: number;
  row: number;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  /** What it shows, in words; empty for one over too many cells. */
  summary: string;
  digest: string;
}

export interface CellStyle {
  bold?: true;
  italic?: true;
  strike?: true;
  underline?: true;
  background?: string;
  color?: string;
  size?: number;
  font?: string;
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle";
  wrap?: "wrap" | "clip";
}

/** A cell as it is drawn; what is absent is empty or usual. */
export interface CellView {
  /** Text as displayed. */
  t?: string;
  /** What the formula bar shows, where it differs from the text. */
  e?: string;
  /** Index into the window's styles. */
  s?: number;
  /** Note. */
  n?: string;
  /** Index into the window's lists: a dropdown. */
  l?: number;
  /** A checkbox, ticked or not. */
  c?: boolean;
  /** Where the cell leads. */
  h?: LinkView[];
}

/** A link of a cell: http, https or mailto, or a place in the same file as "#gid=0&range=A1". */
export interface LinkView {
  url: string;
  /** The part of the text that carries it, where that is not all. */
  start?: number;
  end?: number;
}

/** BLOCK rows of a sheet, all columns; a row without content is null, a cell without content 0. */
export interface CellWindow {
  sheet: number;
  block: number;
  styles: CellStyle[];
  lists: string[][];
  rows: ((CellView | 0)[] | null)[];
}

export const BLOCK = 64;

export interface MenuItem {
  caption: string;
  /** Position in the menu tree; absent on separators. */
  path?: number[];
  items?: MenuItem[];
}

export interface PanelView {
  id: number;
  title: string;
  width: number;
  height: number;
  modal: boolean;
}

/** What one person sees besides the cells. */
export interface DeskView {
  person: string;
  menus: MenuItem[];
  sidebar: PanelView | null;
  dialog: PanelView | null;
  active: { sheet: number; a1: string } | null;
  canUndo: boolean;
  canRedo: boolean;
}

export interface PersonView {
  email: string;
  label: string;
  identity: "visible" | "hidden" | "anonymous";
}

export interface StripView {
  /** Epoch ms of the virtual clock. */
  now: number;
  timeZone: string;
  /** While time passes: from when until when, in epoch ms. */
  passing: { from: number; until: number } | null;
  people: PersonView[];
  mails: number;
  executions: number;
  file: string;
}

export interface Question {
  id: number;
  kind: "alert" | "prompt";
  title: string;
  message: string;
  buttons: string[];
}

export interface MailView {
  index: number;
  at: number;
  from: string;
  to: string;
  cc: string;
  subject: string;
  text: string;
  hasHtml: boolean;
  attachments: string[];
}

export interface ExecutionView {
  index: number;
  at: number;
  name: string;
  kind: string;
  user: string;
  outcome: string;
  error: string | null;
  log: string[];
  warnings: string[];
  calls: [method: string, count: number][];
  callCount: number;
  modelledMs: number;
  cpuMs: number;
}

/** Cells that show a text, row by row; `isCut` where there are more than are told. */
export interface FoundCells {
  cells: [row: number, column: number][];
  isCut: boolean;
}

/** Pushed by the server; `version` counts acts, so that a page knows which of its windows are old. */
export type ServerEvent =
  | { type: "book"; version: number; book: BookView }
  | { type: "windows"; version: number; windows: CellWindow[] }
  | { type: "desk"; desk: DeskView }
  | { type: "strip"; strip: StripView }
  | { type: "toast"; title: string; message: string; seconds: number }
  | { type: "question"; question: Question }
  | { type: "reload" };

/** `version` is that of the book once the request was done; its windows are pushed with the same. */
export type Answer = { ok: true; value?: unknown; version?: number } | { ok: false; sentence: string };

/** One thing a person does. `sheet` is a sheet's id, `a1` a range on it. */
export type Act =
  | { kind: "type"; sheet: number; a1: string; text: string }
  | { kind: "tick"; sheet: number; a1: string; ticked: boolean }
  | { kind: "clear"; sheet: number; a1: string }
  | { kind: "paste"; sheet: number; a1: string; values: string[][] }
  | { kind: "copy"; sheet: number; from: string; toSheet: number; to: string; what: "all" | "values" | "format" }
  | { kind: "cut"; sheet: number; from: string; toSheet: number; to: string }
  | { kind: "fill"; sheet: number; from: string; to: string }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "createFilter"; sheet: number; a1: string }
  | { kind: "removeFilter"; sheet: number }
  | { kind: "filterColumn"; sheet: number; column: number; hidden: string[]; condition: FilterColumn["condition"] }
  | { kind: "sortFilter"; sheet: number; column: number; ascending: boolean }
  | { kind: "sort"; sheet: number; column: number; ascending: boolean }
  | { kind: "insert"; sheet: number; axis: Axis; before: number; count: number }
  | { kind: "delete"; sheet: number; axis: Axis; from: number; count: number }
  | { kind: "move"; sheet: number; axis: Axis; from: number; count: number; before: number }
  | { kind: "hide"; sheet: number; axis: Axis; from: number; count: number; hidden: boolean }
  | { kind: "resize"; sheet: number; axis: Axis; from: number; count: number; size: number }
  | { kind: "addSheet" }
  | { kind: "deleteSheet"; sheet: number }
  | { kind: "deleteChart"; sheet: number; chart: number }
  | { kind: "renameSheet"; sheet: number; name: string }
  | { kind: "showSheet"; sheet: number; hidden: boolean }
  | { kind: "select"; sheet: number; a1: string }
  | { kind: "menu"; path: number[] }
  | { kind: "closePanel"; which: "sidebar" | "dialog" };

export type Axis = "rows" | "columns";
