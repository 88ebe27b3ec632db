import type { Kind } from "../core/kinds.ts";

const READS = (
  "getDataRange getSheetValues getLastRow getLastColumn getMaxRows getMaxColumns isRowHiddenByUser " +
  "isColumnHiddenByUser isRowHiddenByFilter getFrozenRows getFrozenColumns getTabColor hasHiddenGridlines " +
  "isRightToLeft getColumnWidth getRowHeight getConditionalFormatRules isSheetHidden getFormUrl getFilter " +
  "getBandings getNamedRanges getProtections getDeveloperMetadata getCharts getDrawings getImages " +
  "getPivotTables getSlicers"
).split(" ");

const STRUCTURE = (
  "insertRowAfter insertRowBefore insertRowsAfter insertRowsBefore insertRows deleteRow deleteRows moveRows " +
  "insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertColumns deleteColumn " +
  "deleteColumns moveColumns sort hideRow hideRows unhideRow showRows hideColumn hideColumns unhideColumn showColumns " +
  "setFrozenRows setFrozenColumns setTabColor setHiddenGridlines setRightToLeft setColumnWidth setColumnWidths " +
  "setRowHeight setRowHeights setRowHeightsForced autoResizeColumn autoResizeColumns autoResizeRows " +
  "setConditionalFormatRules clearConditionalFormatRules showSheet hideSheet setName copyTo protect " +
  "addDeveloperMetadata insertChart updateChart removeChart"
).split(" ");

const WRITES = "appendRow clear clearContents clearFormats clearNotes".split(" ");

const kinds = (names: string[], kind: Kind): [string, Kind][] => names.map((name) => [name, kind]);

/** What each method of Sheet costs; anything that is not listed is navigation and free. */
export const SHEET_KINDS: Record<string, Kind> = Object.fromEntries([
  ...kinds(READS, "read"),
  ...kinds(STRUCTURE, "structure"),
  ...kinds(WRITES, "write"),
]);
