import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { evaluateFormula, parseFormulaText } from "../../test/emulator/spreadsheet/model/engine.ts";
import type { LinkView } from "./protocol.ts";

/** Where a cell leads: by its rich text, by its formula, or as its whole text says. Addresses that could do harm are left out. */
export function linksOf(grid: Grid, row: number, column: number): LinkView[] {
  const runs = grid.extras[row]?.runs?.get(column) ?? [];
  const found = runs.flatMap(({ link, start, end }) => toLink(grid, link, { start, end }));
  if (found.length > 0) return found;
  const slot = grid.slotAt(row, column);
  if (typeof slot === "object") return toLink(grid, addressOfFormula(grid, { row, column, text: slot.text }));
  return typeof slot === "string" && slot.length < LONGEST ? toLink(grid, slot) : [];
}

const LONGEST = 2000;
const OUTSIDE = /^(https?:\/\/|mailto:)\S+$/i;
/** A place in the same file, as Google writes it. */
const INSIDE = /^#gid=\d+(&range=\$?[A-Z]{1,3}\$?\d*(:\$?[A-Z]{1,3}\$?\d*)?)?$/i;

function toLink(grid: Grid, address: string | undefined, part: Omit<LinkView, "url"> = {}): LinkView[] {
  if (!address) return [];
  const own = address.startsWith(`${grid.book.url}#`) ? address.slice(grid.book.url.length) : address;
  return OUTSIDE.test(own) || INSIDE.test(own) ? [{ url: own, ...part }] : [];
}

/** The address that =HYPERLINK(address, …) gives, whatever formula stands for it. */
function addressOfFormula(grid: Grid, cell: { row: number; column: number; text: string }): string | undefined {
  if (!/^=\s*HYPERLINK\s*\(/i.test(cell.text)) return undefined;
  const { ast } = parseFormulaText(cell.text, grid.book.locale);
  const address = ast?.kind === "call" ? ast.args[0] : undefined;
  if (!address) return undefined;
  const { value } = evaluateFormula({ ast: address }, { grid, row: cell.row, column: cell.column });
  return typeof value === "string" ? value : undefined;
}
