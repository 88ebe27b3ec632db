import { type Content, sameContent } from "../domain/ticket/content.ts";
import { mayHold, type TypedEdit } from "../domain/ticket/typed-meanwhile.ts";
import type { TicketRow } from "./desk.ts";

/** What Google says of an edit: the columns that it touched, by key, and what was typed, where it was one cell. */
export interface EditTold {
  readonly keys: readonly string[];
  readonly typed: TypedEdit | undefined;
}

/** Whether a cell holds what the author of this edit put there; what else differs was put there by others. */
export function isTheirs({ keys, typed }: EditTold, { fields }: TicketRow, key: string): boolean {
  return keys.includes(key) && (!typed || mayHold(fields[key] ?? "", typed));
}

/** So long before a paste's own run the desk may have written over it: triggers start late. */
const SAME_MOMENT_MS = 10_000;

/** Cells into which the desk wrote in the moment of a paste: Google doesn't tell what was pasted, so that only people can see whether it still stands. */
export function writtenInTheMoment(
  rows: readonly TicketRow[],
  keys: readonly string[],
  startedAt: number,
): { rowNumber: number; key: string; holds: Content }[] {
  return rows.flatMap(({ rowNumber, saved, fields }) => {
    const { at = 0, over = {} } = saved?.deskWrite ?? {};
    if (!saved || at < startedAt - SAME_MOMENT_MS) return [];
    const written = keys.filter((key) => key in over && sameContent(saved.state.fields[key], fields[key]));
    return written.map((key) => ({ rowNumber, key, holds: fields[key] ?? "" }));
  });
}
