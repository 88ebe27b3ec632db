import type { Book } from "./book.ts";
import type { CellValue } from "./cell.ts";
import { FormulaCell } from "./formula-cell.ts";
import type { Grid } from "./grid.ts";

interface KeptFormula {
  grid: Grid;
  row: number;
  column: number;
  text: string;
  cached: CellValue | undefined;
}

/**
 * Remembers everything in a book that points at cells: formulas, rules, names, metadata. Calling the answer, once the
 * cells stand where they stood, puts all of it back as it was, also what a deletion had turned into #REF!.
 */
export function rememberReferences(book: Book): () => void {
  const formulas = book.grids.flatMap((grid) =>
    [...grid.formulas].map(({ row, column, text, cached }): KeptFormula => ({ grid, row, column, text, cached })),
  );
  const parts = book.grids.map((grid) => [grid, structuredClone(grid.parts)] as const);
  const { namedAreas, metadata } = structuredClone({ namedAreas: book.namedAreas, metadata: book.metadata });
  const rules = [...book.validations.values()].map((rule) => [rule, structuredClone(rule)] as const);
  return () => {
    formulas.forEach(restoreFormula);
    for (const [grid, kept] of parts) {
      if (!kept.filter) delete grid.parts.filter;
      Object.assign(grid.parts, kept);
    }
    Object.assign(book, { namedAreas, metadata });
    for (const [rule, kept] of rules) Object.assign(rule, kept);
  };
}

function restoreFormula({ grid, row, column, text, cached }: KeptFormula): void {
  if (grid.formulaAt(row, column) !== text) grid.store(row, column, new FormulaCell(text, cached));
}
