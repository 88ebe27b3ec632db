import type { Raw } from "../../formulas/host.ts";
import { blockText, placedText } from "../blocks.ts";
import type { Block, BookFile, SheetFile } from "../book-file.ts";
import { ONE_PAGE, writeChart, writePicture } from "./write-chart.ts";
import { mendCharts } from "./chart-parts.ts";
import { writeCondition } from "./condition.ts";
import { withExcelNames } from "./excel-names.ts";
import { SPILLED_FORMULA, writeFormula } from "./formula.ts";
import type { Cell, CellStyle, CellValue, ColumnDef, DataValidation, RowDef, WriteSheet } from "./library.ts";
import { writeXlsx } from "./library.ts";
import { colorOf, GOOGLES_FONT, styleOf } from "./look.ts";
import { heightInPoints, widthInCharacters } from "./pixels.ts";
import { writeValidation } from "./validation.ts";

/** Excel refuses a longer list of allowed values, and one whose values hold commas; such lists go to a hidden sheet. */
const LONGEST_LIST = 255;
export const LISTS_SHEET = "_lists";

/** The bytes of an xlsx file. What Excel has no place for (validations of texts in odd ways, gradients' details) is left out. */
export async function writeBook(original: BookFile): Promise<Uint8Array> {
  const book = withExcelNames(original);
  const styles = book.looks.map(styleOf);
  const lists: string[][] = [];
  const sheets = book.sheets.map((sheet) => writeSheet(sheet, styles, lists));
  if (lists.length > 0) sheets.push({ name: LISTS_SHEET, rows: turned(lists), hidden: true });
  const bytes = await writeXlsx({
    sheets,
    stringMode: "shared",
    defaultFont: GOOGLES_FONT,
    namedRanges: book.namedAreas.map(({ name, sheet, block }) => ({ name, range: placedText(sheet, block) })),
    properties: {
      custom: {
        ...(book.locale ? { locale: book.locale } : {}),
        ...(book.timeZone ? { timeZone: book.timeZone } : {}),
      },
    },
  });
  return mendCharts(bytes, book.sheets);
}

function writeSheet(sheet: SheetFile, styles: CellStyle[], lists: string[][]): WriteSheet {
  const width = [...sheet.rows, ...sheet.looks].reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  const common = Array.from({ length: width }, (_, column) => commonLook(sheet, column));
  const validations = sheet.validations.flatMap((rule) => writeValidation(rule) ?? []);
  return {
    name: sheet.name,
    rows: valuesOf(sheet, width),
    columns: columnsOf(sheet, { common, styles }),
    cells: cellsOf(sheet, { common, styles }),
    rowDefs: rowDefsOf(sheet),
    merges: sheet.merges.map(mergeOf),
    dataValidations: validations.map((rule) => withShortList(rule, lists)),
    conditionalRules: sheet.conditions.flatMap((condition, index) => writeCondition(condition, index + 1) ?? []),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    hidden: sheet.hidden,
    ...(sheet.filter ? { autoFilter: { range: blockText(sheet.filter) } } : {}),
    view: {
      ...(sheet.tabColor ? { tabColor: colorOf(sheet.tabColor) } : {}),
      ...(sheet.hiddenGridlines ? { showGridLines: false } : {}),
    },
    ...drawingsOf(sheet),
  };
}

function drawingsOf({ charts, pictures }: SheetFile): Partial<WriteSheet> {
  if (charts.length + pictures.length === 0) return {};
  return { charts: charts.map(writeChart), images: pictures.map(writePicture), pageSetup: ONE_PAGE };
}

/** The library keeps the height only of rows that it is given. */
function valuesOf({ rows, looks, rowHeights }: SheetFile, width: number): CellValue[][] {
  const sized = Object.keys(rowHeights).reduce((most, row) => Math.max(most, Number(row) + 1), 0);
  const height = Math.max(rows.length, looks.length, sized);
  return Array.from({ length: height }, (_, row) => {
    const line: (Raw | null)[] = new Array<Raw | null>(width).fill(null);
    rows[row]?.forEach((value, column) => (line[column] = value ?? null));
    return line as CellValue[];
  });
}

/** The look that most cells of a column share, so that only the others have to name theirs. */
function commonLook({ rows, looks }: SheetFile, column: number): number {
  const counts = new Map<number, number>();
  const height = Math.max(rows.length, looks.length);
  for (let row = 0; row < height; row++) {
    const look = looks[row]?.[column] ?? 0;
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

interface Styling {
  common: number[];
  styles: CellStyle[];
}

function columnsOf(sheet: SheetFile, { common, styles }: Styling): ColumnDef[] {
  const length = Math.max(common.length, ...Object.keys(sheet.columnWidths).map((column) => Number(column) + 1));
  return Array.from({ length }, (_, column) => {
    const width = sheet.columnWidths[column];
    const look = common[column] ?? 0;
    return {
      ...(width === undefined ? {} : { width: widthInCharacters(width) }),
      ...(look > 0 ? { style: styles[look] ?? {} } : {}),
      ...(sheet.hiddenColumns.includes(column) ? { hidden: true } : {}),
    };
  });
}

function cellsOf(sheet: SheetFile, { common, styles }: Styling): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const cellAt = (row: number, column: number): Partial<Cell> => {
    const key = `${row},${column}`;
    const cell = cells.get(key) ?? {};
    cells.set(key, cell);
    return cell;
  };
  const height = Math.max(sheet.rows.length, sheet.looks.length);
  for (let row = 0; row < height; row++) {
    const looks = sheet.looks[row];
    for (let column = 0; column < common.length; column++) {
      const look = looks?.[column] ?? 0;
      if (look !== common[column]) cellAt(row, column).style = styles[look] ?? {};
    }
  }
  const spilled = sheet.spilled.map((at) => ({ ...at, text: SPILLED_FORMULA }));
  for (const { row, column, text } of [...sheet.formulas, ...spilled]) {
    const result = sheet.rows[row]?.[column];
    const cell = cellAt(row, column);
    cell.formula = writeFormula(text, result);
    if (result !== undefined) cell.formulaResult = result;
  }
  for (const { row, column, text } of sheet.notes) cellAt(row, column).comment = { text };
  return cells;
}

function rowDefsOf({ rowHeights, hiddenRows }: SheetFile): Map<number, RowDef> {
  const defs = new Map<number, RowDef>();
  for (const [row, pixels] of Object.entries(rowHeights)) defs.set(Number(row), { height: heightInPoints(pixels) });
  for (const row of hiddenRows) defs.set(row, { ...defs.get(row), hidden: true });
  return defs;
}

function mergeOf({ top, left, rows, columns }: Block): NonNullable<WriteSheet["merges"]>[number] {
  return { startRow: top, startCol: left, endRow: top + rows - 1, endCol: left + columns - 1 };
}

function withShortList(rule: DataValidation, lists: string[][]): DataValidation {
  const { values, ...rest } = rule;
  if (
    !values ||
    (values.join(",").length <= LONGEST_LIST && !values.some((value) => value.includes(",") || value !== value.trim()))
  ) {
    return rule;
  }
  lists.push(values);
  const block = { top: 0, left: lists.length - 1, rows: values.length, columns: 1 };
  return { ...rest, formula1: placedText(LISTS_SHEET, block) };
}

function turned(lists: string[][]): CellValue[][] {
  const height = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
}
