import { type Content, type Saved, sameContent } from "./content.ts";

/** What Google says of one cell that somebody typed into, or cleared: texts as they were typed; a blank is none. */
export interface TypedEdit {
  readonly value: string | undefined;
  readonly oldValue: string | undefined;
}

/** A cell into which the desk wrote lately: what it holds now, what the desk wrote, and what had stood there; undefined where the desk wrote nothing. */
export interface WrittenCell {
  readonly holds: Content;
  readonly wrote: Saved | undefined;
  readonly over: Saved | undefined;
  /** What somebody had typed there just before, unseen, too. */
  readonly typed?: Saved | undefined;
}

/**
 * What somebody typed into a cell that the desk wrote over in the same moment without having seen it; undefined where the cell tells all. It was typed over
 * what the desk had read there, or over what somebody else had typed there in that moment; else it was typed elsewhere and another row stands there now,
 * or after the desk wrote.
 */
export function typedMeanwhile(edit: TypedEdit, { holds, wrote, over, typed }: WrittenCell): string | undefined {
  const { value = "", oldValue = "" } = edit;
  const stood = [over, typed].find((content) => content !== undefined && sameContent(content, oldValue));
  if (stood === undefined || !sameContent(wrote, holds)) return undefined;
  return sameContent(stood, value) || sameContent(wrote, value) ? undefined : value;
}

/** Whether the cell may hold what was typed there. Google tells numbers and dates in more than one way, so that only texts are compared. */
export function mayHold(holds: Content, { value = "" }: TypedEdit): boolean {
  return typeof holds !== "string" || holds === value || `'${holds}` === value;
}
