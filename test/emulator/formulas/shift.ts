import type { Corner, Reference } from "./reference.ts";
import { rewriteReferences } from "./rewrite.ts";

/** What happened to a sheet; `at` and `to` are 0-based, `to` counts before the move, as moveRows' destination does. */
export type SheetEdit =
  | { kind: "insertRows" | "deleteRows" | "insertColumns" | "deleteColumns"; sheet: string; at: number; count: number }
  | { kind: "moveRows" | "moveColumns"; sheet: string; at: number; count: number; to: number }
  | { kind: "renameSheet"; sheet: string; to: string }
  | { kind: "deleteSheet"; sheet: string };

type Lines = Exclude<SheetEdit, { kind: "renameSheet" | "deleteSheet" }>;

/** The formula of a cell in `ownSheet` after an edit of its book: references follow their cells, lost ones are #REF!. */
export function shiftFormula(formula: string, ownSheet: string, edit: SheetEdit): string {
  return rewriteReferences(formula, (reference) => {
    if ((reference.sheet ?? ownSheet).toLowerCase() !== edit.sheet.toLowerCase()) return reference;
    if (edit.kind === "renameSheet")
      return reference.sheet === undefined ? reference : { ...reference, sheet: edit.to };
    if (edit.kind === "deleteSheet") return reference.sheet === undefined ? reference : "#REF!";
    return shifted(reference, edit);
  });
}

function shifted(reference: Reference, edit: Lines): Reference | "#REF!" {
  const axis = edit.kind.endsWith("Rows") ? "row" : "column";
  const [low, high] = orderedCorners(reference, axis);
  const first = low[axis];
  const last = (high ?? low)[axis];
  if (first === undefined && last === undefined) return reference;
  // An open side lies beyond every line; `A:A5` has its open side above.
  const span = spanAfter({ first: first ?? 0, last: last ?? Infinity }, edit);
  if (!span) return "#REF!";
  const from = first === undefined ? low : { ...low, [axis]: span.first };
  if (!high) return { ...reference, from };
  return { ...reference, from, to: last === undefined ? high : { ...high, [axis]: span.last } };
}

/** The corners such that `from` comes first along the axis, each with its own fixing. */
function orderedCorners({ from, to }: Reference, axis: "row" | "column"): [Corner, Corner | undefined] {
  if (!to || from[axis] === undefined || to[axis] === undefined || from[axis] <= to[axis]) return [from, to];
  const fixed = axis === "row" ? "rowFixed" : "columnFixed";
  return [
    { ...from, [axis]: to[axis], [fixed]: to[fixed] },
    { ...to, [axis]: from[axis], [fixed]: from[fixed] },
  ];
}

interface Span {
  first: number;
  last: number;
}

function spanAfter(span: Span, edit: Lines): Span | undefined {
  const { at, count } = edit;
  if (edit.kind === "insertRows" || edit.kind === "insertColumns") return afterInsert(span, at, count);
  if (edit.kind === "deleteRows" || edit.kind === "deleteColumns") return afterDelete(span, at, count);
  return "to" in edit ? afterMove(span, edit) : span;
}

function afterInsert({ first, last }: Span, at: number, count: number): Span {
  return { first: first >= at ? first + count : first, last: last >= at ? last + count : last };
}

function afterDelete({ first, last }: Span, at: number, count: number): Span | undefined {
  const before = (line: number) => line - Math.max(0, Math.min(line, at + count) - at);
  const span = { first: before(first), last: before(last + 1) - 1 };
  return span.first > span.last ? undefined : span;
}

/** A span inside the moved block goes along; of others the block is taken out and put in again. */
function afterMove(span: Span, { at, count, to }: { at: number; count: number; to: number }): Span {
  const target = to > at ? to - count : to;
  if (span.first >= at && span.last < at + count)
    return { first: span.first - at + target, last: span.last - at + target };
  return afterInsert(afterDelete(span, at, count) ?? span, target, count);
}
