import type { SheetView } from "../protocol.ts";
import type { Cells } from "./cells.ts";
import type { Shape } from "./overlay.ts";
import { classOf } from "./styles.ts";

/** A merge is drawn above the grid as one box with the look and text of its first cell. */
export function styledMerge([row, column, rows, columns]: SheetView["merges"][number], cells: Cells): Shape {
  return {
    area: { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 },
    className: `merge cell ${classOf(cells.style(row, column))}`,
    text: cells.at(row, column)?.t ?? "",
  };
}
