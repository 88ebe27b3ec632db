import { displayAt } from "../../test/emulator/spreadsheet/model/display.ts";
import { isRowHiddenByFilter } from "../../test/emulator/spreadsheet/model/filtering.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { matcher } from "../../test/emulator/spreadsheet/model/text-search.ts";
import type { FoundCells } from "./protocol.ts";

const MOST = 10_000;
const OPTIONS = {
  ...{ matchCase: false, entireCell: false, formulaText: false },
  ...{ ignoreDiacritics: true, regularExpression: false },
};

/** The cells of a sheet that show a text, row by row; what is hidden is left out. */
export function findInSheet(grid: Grid, wanted: string): FoundCells {
  if (wanted === "") return { cells: [], isCut: false };
  const matches = matcher(wanted, OPTIONS);
  const found: FoundCells = { cells: [], isCut: false };
  const [rows, columns] = [grid.lastRow(), grid.lastColumn()];
  for (let row = 0; row < rows; row++) {
    if (grid.extras[row]?.hidden || isRowHiddenByFilter(grid, row)) continue;
    for (let column = 0; column < columns; column++) {
      if (grid.columns[column]?.hidden || !matches(displayAt(grid, row, column))) continue;
      if (found.cells.length === MOST) return { ...found, isCut: true };
      found.cells.push([row, column]);
    }
  }
  return found;
}
