import type { Rect } from "../spreadsheet/model/rect.ts";

export type ChangeType =
  | "EDIT"
  | "INSERT_ROW"
  | "INSERT_COLUMN"
  | "REMOVE_ROW"
  | "REMOVE_COLUMN"
  | "INSERT_GRID"
  | "REMOVE_GRID"
  | "FORMAT"
  | "OTHER";

/** What a person's act in the grid has changed. */
export interface Act {
  changeType: ChangeType;
  /** The cells that an edit event is about; absent where Google fires no edit event (insert, sort, rename …). */
  edited?: { gridId: number; rect: Rect };
  /** Only for one cell typed, cleared or chosen: texts as in the event; absent for paste, fill and undo. */
  single?: { value?: string; oldValue?: string };
  /** Puts back what this act has changed. */
  undo: () => void;
}
