import { displayAt } from "./display.ts";
import type { Grid } from "./grid.ts";
import type { Rect } from "./rect.ts";

export interface SearchOptions {
  matchCase: boolean;
  entireCell: boolean;
  formulaText: boolean;
  ignoreDiacritics: boolean;
  regularExpression: boolean;
}

export interface Found {
  grid: Grid;
  row: number;
  column: number;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}+/gu, "");

/** A test on a cell's text, made once for a whole search. Throws SyntaxError for an invalid regular expression. */
export function matcher(wanted: string, options: SearchOptions): (text: string) => boolean {
  const prepare = (text: string): string => {
    const bare = options.ignoreDiacritics ? plain(text) : text;
    return options.matchCase ? bare : bare.toLowerCase();
  };
  if (options.regularExpression) {
    const source = options.entireCell ? `^(?:${wanted})$` : wanted;
    const pattern = new RegExp(source, options.matchCase ? "" : "i");
    return (text) => pattern.test(options.ignoreDiacritics ? plain(text) : text);
  }
  const sought = prepare(wanted);
  return options.entireCell ? (text) => prepare(text) === sought : (text) => prepare(text).includes(sought);
}

/** The cells of a block whose text matches, row by row; stops at `most`. */
export function search(
  grid: Grid,
  rect: Rect,
  { matches, options, most }: { matches: (text: string) => boolean; options: SearchOptions; most: number },
): Found[] {
  const found: Found[] = [];
  const bottom = Math.min(rect.top + rect.rows, Math.max(grid.values.length, grid.lastRow()));
  const right = Math.min(rect.left + rect.columns, grid.lastColumn());
  for (let row = rect.top; row < bottom && found.length < most; row++) {
    for (let column = rect.left; column < right && found.length < most; column++) {
      const text = textAt(grid, row, column, options.formulaText);
      if (text !== "" && matches(text)) found.push({ grid, row, column });
    }
  }
  return found;
}

function textAt(grid: Grid, row: number, column: number, formulaText: boolean): string {
  const slot = grid.slotAt(row, column);
  if (typeof slot === "string") return slot;
  if (formulaText && typeof slot === "object") return slot.text;
  return slot === undefined && !grid.spills.any ? "" : displayAt(grid, row, column);
}
