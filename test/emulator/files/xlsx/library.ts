/** The one door to the library that reads and writes xlsx; nothing else imports it. */
export { readXlsx, writeXlsx } from "hucre/xlsx";
export type {
  Cell,
  CellStyle,
  CellValue,
  Color,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  RowDef,
  Sheet,
  Workbook,
  WriteSheet,
} from "hucre";
