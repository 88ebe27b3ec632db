import type { Corner } from "./reference.ts";
import { rewriteReferences } from "./rewrite.ts";

/** The formula as copy or fill leaves it some rows and columns further; what falls off the grid becomes #REF!. */
export function translateFormula(formula: string, dRow: number, dColumn: number): string {
  if (dRow === 0 && dColumn === 0) return formula;
  return rewriteReferences(formula, (reference) => ({
    ...reference,
    from: moved(reference.from, dRow, dColumn),
    ...(reference.to ? { to: moved(reference.to, dRow, dColumn) } : {}),
  }));
}

function moved(corner: Corner, dRow: number, dColumn: number): Corner {
  const result = { ...corner };
  if (corner.row !== undefined && !corner.rowFixed) result.row = corner.row + dRow;
  if (corner.column !== undefined && !corner.columnFixed) result.column = corner.column + dColumn;
  return result;
}
