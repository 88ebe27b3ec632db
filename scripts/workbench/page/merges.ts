import type { CellView, SheetView } from "../protocol.ts";
import type { Area } from "./a1.ts";
import type { Cells } from "./cells.ts";
import { pieces } from "./link-card.tsx";
import type { Shape } from "./overlay.ts";
import { classOf } from "./styles.ts";

/** A merge is drawn above the grid as one box with the look and content of its first cell. */
export function styledMerge(merge: SheetView["merges"][number], cells: Cells): Shape {
  const [row, column] = merge;
  const cell = cells.at(row, column);
  const note = cell?.n ? " note" : "";
  return {
    area: areaOf(merge),
    className: `merge cell ${classOf(cells.style(row, column))}${note}`,
    content: cell ? contentOf(cell) : [],
  };
}

/** The merge that a cell belongs to; a cell of its own is one by itself. */
export function mergeAround({ merges }: SheetView, row: number, column: number): Area {
  const merge = merges.find(
    ([r, c, rows, columns]) => row >= r && row < r + rows && column >= c && column < c + columns,
  );
  return merge ? areaOf(merge) : { top: row, left: column, bottom: row, right: column };
}

const areaOf = ([row, column, rows, columns]: SheetView["merges"][number]): Area => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

function contentOf(cell: CellView): Node[] {
  if (cell.c !== undefined) return [span(cell.c ? "box ticked" : "box")];
  if (cell.l === undefined)
    return pieces(cell.t ?? "", cell.h ?? []).map(({ text, isLink }) => span(isLink ? "link" : "text", text));
  if (!cell.t) return [span("caret")];
  const chip = span("chip");
  chip.append(span("chip-text", cell.t), span("caret"));
  return [chip];
}

function span(className: string, text = ""): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}
