import type { Raw } from "../../formulas/host.ts";
import { readBlock } from "../blocks.ts";
import type { BookFile, FileLook, FileValidation, SheetFile } from "../book-file.ts";
import { emptySheetFile } from "../book-file.ts";
import { readChart } from "./read-chart.ts";
import { type ChartHints, chartHints } from "./chart-hints.ts";
import { readCondition } from "./condition.ts";
import { FormulaReader } from "./formula-reader.ts";
import type { CellStyle, CellValue, Sheet, Workbook } from "./library.ts";
import { readXlsx } from "./library.ts";
import { colorText, lookOf } from "./look.ts";
import { heightInPixels, widthInPixels } from "./pixels.ts";
import { readValidation } from "./validation.ts";
import { LISTS_SHEET } from "./write.ts";

const DAY_MS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 31);

/** Reads the bytes of an xlsx file. Throws the library's ParseError for what is none. */
export async function readBook(bytes: Uint8Array): Promise<BookFile> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const looks = new LookList(workbook);
  const lists = workbook.sheets.find(({ name, hidden }) => name === LISTS_SHEET && hidden);
  const hints = workbook.sheets.some(({ charts }) => charts?.length)
    ? chartHints(bytes)
    : new Map<string, ChartHints>();
  const sheets = workbook.sheets
    .filter((sheet) => sheet !== lists)
    .map((sheet) => ({
      ...readSheet(sheet, looks, workbook.themeColors ?? []),
      charts: (sheet.charts ?? []).flatMap((chart) => readChart(chart, hints) ?? []),
    }));
  for (const sheet of sheets) sheet.validations = sheet.validations.map((rule) => withListedValues(rule, lists));
  const { locale, timeZone } = workbook.properties?.custom ?? {};
  return {
    sheets,
    looks: looks.list,
    namedAreas: namedAreasOf(workbook),
    ...(typeof locale === "string" ? { locale } : {}),
    ...(typeof timeZone === "string" ? { timeZone } : {}),
  };
}

/** Every look once, found by the style object that the library shares between cells, or else by its text. */
class LookList {
  readonly list: FileLook[] = [{}];
  private readonly byStyle = new Map<CellStyle, number>();
  private readonly byText = new Map<string, number>([["{}", 0]]);

  constructor(private readonly workbook: Workbook) {}

  indexOf(style: CellStyle): number {
    const known = this.byStyle.get(style);
    if (known !== undefined) return known;
    const look = lookOf(style, this.workbook.themeColors ?? [], this.workbook.defaultFont ?? {});
    const text = JSON.stringify(look);
    const index = this.byText.get(text) ?? this.list.push(look) - 1;
    this.byText.set(text, index);
    this.byStyle.set(style, index);
    return index;
  }
}

function readSheet(sheet: Sheet, looks: LookList, palette: string[]): SheetFile {
  const file = emptySheetFile(sheet.name);
  file.rows = sheet.rows.map((row) => row.map(rawOf));
  readCells(sheet, file, looks);
  readColumnsAndRows(sheet, file);
  file.validations = (sheet.dataValidations ?? []).flatMap((rule) => readValidation(rule) ?? []);
  const rules = [...(sheet.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority);
  file.conditions = rules.flatMap((rule) => readCondition(rule, palette) ?? []);
  file.merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => {
    return { top: startRow, left: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 };
  });
  file.frozenRows = sheet.freezePane?.rows ?? 0;
  file.frozenColumns = sheet.freezePane?.columns ?? 0;
  file.hidden = Boolean(sheet.hidden ?? sheet.veryHidden);
  file.hiddenGridlines = sheet.view?.showGridLines === false;
  const tabColor = colorText(sheet.view?.tabColor, palette);
  if (tabColor) file.tabColor = tabColor;
  const filter = sheet.autoFilter && readBlock(sheet.autoFilter.range)?.block;
  if (filter) file.filter = filter;
  return file;
}

function readCells(sheet: Sheet, file: SheetFile, looks: LookList): void {
  const rows: number[][] = [];
  const formulas = new FormulaReader(file);
  for (const [key, cell] of sheet.cells ?? []) {
    const comma = key.indexOf(",");
    const row = Number(key.slice(0, comma));
    const column = Number(key.slice(comma + 1));
    const look = cell.style ? looks.indexOf(cell.style) : 0;
    if (look > 0) {
      const line = (rows[row] ??= []);
      while (line.length < column) line.push(0);
      line[column] = look;
    }
    if (cell.comment) file.notes.push({ row, column, text: cell.comment.text });
    if (cell.formula === undefined) continue;
    (file.rows[row] ??= [])[column] = rawOf(cell.formulaResult ?? cell.value);
    formulas.read(cell, row, column);
  }
  file.looks = Array.from(rows);
}

/** The library reads dates as instants of UTC; a serial counts days since 1899-12-30 and Excel believes in 1900-02-29. */
function rawOf(value: CellValue): Raw {
  if (value === null) return undefined;
  if (!(value instanceof Date)) return value;
  const days = (value.getTime() - DAY_ZERO) / DAY_MS;
  return days >= 60 ? days + 1 : days;
}

function readColumnsAndRows(sheet: Sheet, file: SheetFile): void {
  sheet.columns?.forEach(({ width, hidden }, column) => {
    if (width !== undefined) file.columnWidths[column] = widthInPixels(width);
    if (hidden) file.hiddenColumns.push(column);
  });
  for (const [row, { height, hidden }] of sheet.rowDefs ?? []) {
    if (height !== undefined) file.rowHeights[row] = heightInPixels(height);
    if (hidden) file.hiddenRows.push(row);
  }
}

function namedAreasOf(workbook: Workbook): BookFile["namedAreas"] {
  return (workbook.namedRanges ?? []).flatMap(({ name, range }) => {
    const found = readBlock(range);
    return found?.sheet === undefined ? [] : [{ name, sheet: found.sheet, block: found.block }];
  });
}

function withListedValues(rule: FileValidation, lists: Sheet | undefined): FileValidation {
  const found = rule.source === undefined ? undefined : readBlock(rule.source);
  if (!lists || !found || found.sheet !== LISTS_SHEET) return rule;
  const { top, left, rows } = found.block;
  const values = lists.rows.slice(top, top + rows).map((row) => String(row[left] ?? ""));
  return {
    blocks: rule.blocks,
    criteria: "VALUE_IN_LIST",
    values,
    allowInvalid: rule.allowInvalid,
    ...(rule.help ? { help: rule.help } : {}),
  };
}
