/** The one door to the library that reads and writes xlsx; nothing else imports it. */
export { readXlsx, writeXlsx } from "hucre/xlsx";
export type {
  Cell,
  CellStyle,
  CellValue,
  Chart,
  ChartSeriesInfo,
  Color,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  RowDef,
  Sheet,
  SheetChart,
  SheetImage,
  Workbook,
  WriteSheet,
} from "hucre";
