import type { CellStyle, CellView } from "../protocol.ts";

/** What a row looks like to a text that has no room in its own cell, by the places of its shown columns. */
export interface FlowRow {
  count: number;
  /** Places before this one are frozen: no text crosses over. */
  frozen: number;
  size(place: number): number;
  /** Undefined inside merges and where the cell has not been read yet. */
  cell(place: number): CellView | undefined;
  style(place: number): CellStyle | undefined;
  /** Width that a text needs, in px. */
  needed(text: string, style: CellStyle | undefined): number;
}

/** A text that runs over empty neighbours: px beyond its own cell at the left, and its whole width. */
export interface Flow {
  left: number;
  width: number;
}

export interface RowFlows {
  flows: Map<number, Flow>;
  /** Places whose right line lies under a text. */
  crossed: Set<number>;
}

/** Room at both ends of a cell, in px. */
const PADDING = 6;

/** Long texts run over empty cells up to the next filled one, to the side that their alignment leaves; the rest is cut. */
export function flowsOf(row: FlowRow): RowFlows {
  const found: RowFlows = { flows: new Map(), crossed: new Set() };
  for (let place = 0; place < row.count; place++) {
    const cell = row.cell(place);
    const style = row.style(place);
    if (!cell?.t || isControl(cell) || style?.wrap) continue;
    const more = row.needed(firstLine(cell.t), style) + PADDING - row.size(place);
    if (more > 0) addFlow(row, found, { place, more, align: style?.align ?? "left" });
  }
  return found;
}

/** Rows do not grow by themselves here: of several lines the first is shown, unless the cell wraps. */
export const firstLine = (text: string): string => text.split("\n", 1)[0]!;

const isControl = (cell: CellView): boolean => cell.c !== undefined || cell.l !== undefined;

function addFlow(
  row: FlowRow,
  { flows, crossed }: RowFlows,
  { place, more, align }: { place: number; more: number; align: "left" | "center" | "right" },
): void {
  const share = align === "center" ? more / 2 : more;
  const right = align === "right" ? { end: place, width: 0 } : reach(row, place, { step: 1, share });
  const left = align === "left" ? { end: place, width: 0 } : reach(row, place, { step: -1, share });
  if (left.end === right.end) return;
  for (let at = left.end; at < right.end; at++) crossed.add(at);
  flows.set(place, { left: left.width, width: left.width + row.size(place) + right.width });
}

/** How far a text gets in one direction: the last place it lies over, and the width of those beyond its own. */
function reach(row: FlowRow, from: number, { step, share }: { step: 1 | -1; share: number }) {
  const isFrozen = from < row.frozen;
  let [end, width] = [from, 0];
  for (let place = from + step; place >= 0 && place < row.count && width < share; place += step) {
    if (place < row.frozen !== isFrozen || !isEmpty(row.cell(place))) break;
    [end, width] = [place, width + row.size(place)];
  }
  return { end, width };
}

const isEmpty = (cell: CellView | undefined): boolean => cell !== undefined && !cell.t && !isControl(cell);
