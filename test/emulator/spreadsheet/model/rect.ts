/** A block of cells, 0-based: `top` and `left` are indexes, `rows` and `columns` are counts of at least one. */
export interface Rect {
  top: number;
  left: number;
  rows: number;
  columns: number;
}

/** What happens to whole rows or columns of one grid; `at` and `to` are 0-based, `to` counts before the move. */
export interface Shift {
  kind: "insertRows" | "deleteRows" | "moveRows" | "insertColumns" | "deleteColumns" | "moveColumns";
  at: number;
  count: number;
  to?: number;
}

interface Span {
  start: number;
  count: number;
}

export const bottomOf = (rect: Rect): number => rect.top + rect.rows - 1;
export const rightOf = (rect: Rect): number => rect.left + rect.columns - 1;

export function intersects(a: Rect, b: Rect): boolean {
  return a.top <= bottomOf(b) && b.top <= bottomOf(a) && a.left <= rightOf(b) && b.left <= rightOf(a);
}

export function contains(outer: Rect, inner: Rect): boolean {
  const below = outer.top <= inner.top && bottomOf(inner) <= bottomOf(outer);
  return below && outer.left <= inner.left && rightOf(inner) <= rightOf(outer);
}

export function holds(rect: Rect, row: number, column: number): boolean {
  return row >= rect.top && row <= bottomOf(rect) && column >= rect.left && column <= rightOf(rect);
}

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.top === b.top && a.left === b.left && a.rows === b.rows && a.columns === b.columns;

/** The part of `a` inside `b`, undefined when they do not meet. */
export function overlap(a: Rect, b: Rect): Rect | undefined {
  if (!intersects(a, b)) return undefined;
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const rows = Math.min(bottomOf(a), bottomOf(b)) - top + 1;
  return { top, left, rows, columns: Math.min(rightOf(a), rightOf(b)) - left + 1 };
}

/** The smallest block around both. */
export function unite(a: Rect, b: Rect): Rect {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  const rows = Math.max(bottomOf(a), bottomOf(b)) - top + 1;
  return { top, left, rows, columns: Math.max(rightOf(a), rightOf(b)) - left + 1 };
}

const afterInsert = (span: Span, at: number, count: number): Span => {
  if (at <= span.start) return { start: span.start + count, count: span.count };
  return at < span.start + span.count ? { start: span.start, count: span.count + count } : span;
};

const afterDelete = (span: Span, at: number, count: number): Span | undefined => {
  const before = (index: number): number => index - Math.max(0, Math.min(index, at + count) - at);
  const start = before(span.start);
  const left = before(span.start + span.count) - start;
  return left > 0 ? { start, count: left } : undefined;
};

function afterMove(span: Span, { at, count, to = at }: Shift): Span {
  const target = to > at ? to - count : to;
  if (span.start >= at && span.start + span.count <= at + count) {
    return { start: span.start - at + target, count: span.count };
  }
  const without = afterDelete(span, at, count) ?? span;
  return afterInsert(without, target, count);
}

function shiftSpan(span: Span, shift: Shift): Span | undefined {
  if (shift.kind.startsWith("insert")) return afterInsert(span, shift.at, shift.count);
  if (shift.kind.startsWith("delete")) return afterDelete(span, shift.at, shift.count);
  return afterMove(span, shift);
}

/** Where a block lies after rows or columns were inserted, deleted or moved; undefined when nothing of it is left. */
export function shiftRect(rect: Rect, shift: Shift): Rect | undefined {
  if (shift.kind.endsWith("Rows")) {
    const span = shiftSpan({ start: rect.top, count: rect.rows }, shift);
    return span && { ...rect, top: span.start, rows: span.count };
  }
  const span = shiftSpan({ start: rect.left, count: rect.columns }, shift);
  return span && { ...rect, left: span.start, columns: span.count };
}
