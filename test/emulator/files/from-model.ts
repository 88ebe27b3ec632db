import type { Raw } from "../formulas/host.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import type { LookRow } from "../spreadsheet/model/look.ts";
import type { Validation } from "../spreadsheet/model/validation.ts";
import type { Block, BookFile, FileLook, FileValidation, SheetFile } from "./book-file.ts";
import { emptySheetFile } from "./book-file.ts";
import { addCharts } from "./model-chart.ts";
import { fileOfLook } from "./model-look.ts";
import { fileOfCondition, fileOfValidation } from "./model-rules.ts";

/** A spreadsheet as a file holds it. Protections, banding, borders and developer metadata stay behind. */
export function fileOfBook(book: Book): BookFile {
  const looks = new FileLooks(book);
  return {
    name: book.name,
    locale: book.locale,
    timeZone: book.timeZone,
    sheets: book.grids.map((grid) => sheetOf(grid, looks)),
    looks: looks.list,
    namedAreas: book.namedAreas.flatMap(({ name, gridId, rect }) => {
      const grid = book.findGrid(gridId);
      return grid ? [{ name, sheet: grid.name, block: { ...rect } }] : [];
    }),
  };
}

/** The model's looks without what files leave out, each kept once. */
class FileLooks {
  readonly list: FileLook[] = [{}];
  private readonly byText = new Map<string, number>([["{}", 0]]);
  private readonly byId = new Map<number, number>();
  private readonly byRow = new Map<LookRow, readonly number[]>();

  constructor(private readonly book: Book) {}

  row(row: LookRow | undefined): readonly number[] | undefined {
    if (!row) return undefined;
    const known = this.byRow.get(row) ?? row.map((id) => this.index(id));
    this.byRow.set(row, known);
    return known;
  }

  private index(id: number): number {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const look = fileOfLook(this.book.looks.at(id));
    const text = JSON.stringify(look);
    const index = this.byText.get(text) ?? this.list.push(look) - 1;
    this.byText.set(text, index);
    this.byId.set(id, index);
    return index;
  }
}

function sheetOf(grid: Grid, looks: FileLooks): SheetFile {
  const { parts } = grid;
  const sheet = emptySheetFile(grid.name);
  readValues(grid, sheet);
  sheet.looks = grid.looks.map((row) => looks.row(row));
  sheet.validations = validationsOf(grid);
  sheet.conditions = parts.conditionalFormats.map((format) => fileOfCondition(format, grid.book));
  sheet.merges = parts.merges.map((rect) => ({ ...rect }));
  sheet.frozenRows = parts.frozenRows;
  sheet.frozenColumns = parts.frozenColumns;
  sheet.hidden = parts.hidden;
  sheet.hiddenGridlines = parts.hiddenGridlines;
  if (parts.tabColor !== undefined) sheet.tabColor = parts.tabColor;
  if (parts.filter) sheet.filter = { ...parts.filter.rect };
  grid.columns.forEach((column, index) => {
    if (column?.width !== undefined) sheet.columnWidths[index] = column.width;
    if (column?.hidden) sheet.hiddenColumns.push(index);
  });
  grid.extras.forEach((extra, row) => {
    if (extra?.height !== undefined) sheet.rowHeights[row] = extra.height;
    if (extra?.hidden) sheet.hiddenRows.push(row);
    extra?.notes?.forEach((text, column) => sheet.notes.push({ row, column, text }));
  });
  addCharts(grid, sheet);
  return sheet;
}

function readValues(grid: Grid, sheet: SheetFile): void {
  const [rows, columns] = [grid.lastRow(), grid.lastColumn()];
  for (let row = 0; row < rows; row++) {
    const line: Raw[] = [];
    for (let column = 0; column < columns; column++) {
      const slot = grid.slotAt(row, column);
      if (typeof slot === "object") sheet.formulas.push({ row, column, text: slot.text });
      const spilled = slot === undefined && grid.spills.any ? grid.spills.at(row, column) : undefined;
      if (spilled !== undefined) sheet.spilled.push({ row, column });
      line.push(typeof slot === "object" ? slot.value() : (slot ?? spilled));
    }
    sheet.rows.push(line);
  }
}

interface Stretch {
  rule: Validation;
  left: number;
  columns: number;
}

/** Every rule with the blocks it lies on: equal stretches of rows that follow each other form one block. */
function validationsOf(grid: Grid): FileValidation[] {
  const blocks = new Map<Validation, Block[]>();
  const stretches = new Map<LookRow, Stretch[]>();
  let open = new Map<string, Block>();
  grid.looks.forEach((looks, row) => {
    const next = new Map<string, Block>();
    for (const { rule, left, columns } of looks ? stretchesOf(looks, grid, stretches) : []) {
      const key = `${rule.id} ${left} ${columns}`;
      const block = open.get(key) ?? { top: row, left, rows: 0, columns };
      if (block.rows === 0) blocks.set(rule, [...(blocks.get(rule) ?? []), block]);
      block.rows++;
      next.set(key, block);
    }
    open = next;
  });
  return [...blocks].map(([rule, lying]) => fileOfValidation(rule, lying, grid.book));
}

function stretchesOf(looks: LookRow, grid: Grid, known: Map<LookRow, Stretch[]>): Stretch[] {
  const kept = known.get(looks);
  if (kept) return kept;
  const found: Stretch[] = [];
  looks.forEach((id, column) => {
    const rule = grid.book.looks.at(id).validation;
    const last = found[found.length - 1];
    if (!rule) return;
    if (last && last.rule === rule && last.left + last.columns === column) last.columns++;
    else found.push({ rule, left: column, columns: 1 });
  });
  known.set(looks, found);
  return found;
}
