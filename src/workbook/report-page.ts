import { DEFINITIONS } from "../domain/report/definitions.ts";
import { TILES } from "../domain/report/tiles.ts";
import type { Cell } from "./cell.ts";
import { CHOICES, OFFERED } from "./report-choices.ts";
import { FIGURE_KEYS, FIRST_ROW, HEADER_ROW, LISTED_AT_MOST, TABLES } from "./report-layout.ts";
import { columnMark, COLUMNS, CORNER, type MarkedSheet } from "./report-marks.ts";
import { DAYS } from "./report-tables.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Each figure at the top is as wide as five columns. */
export const TILE_WIDTH = COLUMNS / TILES.length;
const NAME_WIDTH = 4;

/** Rows of a chart. */
const CHART_ROWS = 11;
/** The first rows of the charts, from above. */
export const CHART_MARKS = ["chartsAbove", "chartsMiddle", "chartsBelow"] as const;
const charts = (mark: string): string[] => [mark, ...Array.from({ length: CHART_ROWS - 1 }, () => "")];
/** The rows of the page by their marks, from above; the first holds the marks of the columns and is hidden. */
const ROWS = [
  ...[CORNER, "title", "labels", "choices", "", "names", "values", "changes", "counts", "sentence"],
  ...[...CHART_MARKS.flatMap(charts), "heat", "hours", ...DAYS, "legend"],
];
const COLUMN_PX = 60;
const ROW_PX = 21;
export const TILE_PX = TILE_WIDTH * COLUMN_PX;
export const CHART_PX = CHART_ROWS * ROW_PX;
/** Below the last row there is room for the table of people, where it is wanted. */
export const PAGE_ROWS = ROWS.length + 2 + CHART_ROWS;
export const PAGE_COLUMNS = 1 + COLUMNS;
const INK = { soft: "#5f6368", tile: "#e8eef9", line: "#0b57d0" };

const TITLE = "How well issues get fixed";
const LEGEND =
  "Blue: tickets that came while the desk was open. Amber: tickets that came while it was closed. Grey: closed.";

/** Furnishes an empty SLA sheet; the contents come last, in one call: a sheet that holds anything is a finished one. */
export function furnishPage(sheet: Sheet): void {
  sheet.setColumnWidths(1, PAGE_COLUMNS, COLUMN_PX);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(INK.line);
  mergeAll(sheet);
  dressText(sheet);
  offerChoices(sheet);
  sheet.hideRows(1);
  sheet.hideColumns(1);
  sheet.getRange(1, 1, ROWS.length, PAGE_COLUMNS).setValues(firstContents());
}

const rowAt = (mark: string): number => ROWS.indexOf(mark) + 1;
const tileColumn = (index: number): number => 2 + index * TILE_WIDTH;

function mergeAll(sheet: Sheet): void {
  for (const mark of ["title", "sentence", "heat", "legend"]) sheet.getRange(rowAt(mark), 2, 1, COLUMNS).mergeAcross();
  for (const { column, width } of CHOICES) sheet.getRange(rowAt("labels"), 1 + column, 2, width).mergeAcross();
  for (const index of TILES.keys()) {
    sheet.getRange(rowAt("names"), tileColumn(index), 1, NAME_WIDTH).mergeAcross();
    sheet.getRange(rowAt("values"), tileColumn(index), 3, TILE_WIDTH).mergeAcross();
  }
}

function dressText(sheet: Sheet): void {
  const row = (mark: string, rows = 1): GoogleAppsScript.Spreadsheet.Range =>
    sheet.getRange(rowAt(mark), 2, rows, COLUMNS);
  row("title").setFontSize(16).setFontWeight("bold");
  row("labels").setFontColor(INK.soft).setFontSize(8);
  row("choices").setBackground("#ffffff").setBorder(true, true, true, true, true, true, "#dadce0", null);
  row("sentence").setFontColor(INK.soft).setWrap(true).setVerticalAlignment("middle");
  row("names", 4).setBackground(INK.tile);
  row("names").setFontWeight("bold");
  row("values").setFontSize(22).setFontWeight("bold").setHorizontalAlignment("left");
  row("values").setNumberFormats([tileFormats()]);
  row("changes", 2).setFontColor(INK.soft).setHorizontalAlignment("left");
  row("heat").setFontWeight("bold");
  row("hours", 1 + DAYS.length)
    .setFontSize(8)
    .setHorizontalAlignment("center");
  row("legend").setFontColor(INK.soft).setFontSize(8);
  sheet.setRowHeight(rowAt("title"), 30);
  sheet.setRowHeight(rowAt("sentence"), 34);
  sheet.setRowHeight(rowAt("values"), 40);
}

function tileFormats(): string[] {
  const formats = { share: "0.0%", hours: '0.0" h"', days: "0.0", count: "0", points: "0.0%" };
  return TILES.flatMap((key) => Array.from({ length: TILE_WIDTH }, () => formats[DEFINITIONS[key].unit]));
}

function offerChoices(sheet: Sheet): void {
  const cell = (key: string): GoogleAppsScript.Spreadsheet.Range => {
    const { column } = CHOICES.find((choice) => choice.key === key) ?? { column: 1 };
    return sheet.getRange(rowAt("choices"), 1 + column);
  };
  for (const [key, offered] of Object.entries(OFFERED)) {
    const list = SpreadsheetApp.newDataValidation()
      .requireValueInList([...offered], true)
      .setAllowInvalid(false);
    cell(key).setDataValidation(list.build());
  }
  for (const key of ["from", "to", "queue", "category", "assignee"]) cell(key).setNumberFormat("@");
  cell("goal").setNumberFormat("0%");
  const notes = Array.from(
    { length: COLUMNS },
    (_, index) => CHOICES.find(({ column }) => column === index + 1)?.note ?? "",
  );
  sheet.getRange(rowAt("labels"), 2, 1, COLUMNS).setNotes([notes]);
  const definitions = Array.from({ length: COLUMNS }, (_, index) => {
    const key = TILES[index / TILE_WIDTH];
    return key ? DEFINITIONS[key].definition : "";
  });
  sheet.getRange(rowAt("names"), 2, 1, COLUMNS).setNotes([definitions]);
}

function firstContents(): Cell[][] {
  const cells: Cell[][] = ROWS.map((mark) => [mark, ...Array.from({ length: COLUMNS }, () => "")]);
  const put = (mark: string, column: number, value: Cell): void =>
    void (cells[rowAt(mark) - 1] ?? []).splice(column, 1, value);
  for (let index = 1; index <= COLUMNS; index++) put(CORNER, index, columnMark(index));
  put("title", 1, TITLE);
  for (const { label, column, first } of CHOICES) {
    put("labels", column, label);
    put("choices", column, first);
  }
  TILES.forEach((key, index) => put("names", 1 + index * TILE_WIDTH, DEFINITIONS[key].name));
  put("heat", 1, "When tickets come, by weekday and hour");
  for (let hour = 0; hour < 24; hour++) put("hours", 2 + hour, hour);
  for (const day of DAYS) put(day, 1, day);
  put("legend", 1, LEGEND);
  return cells;
}

/** Leads dropdowns and links of the page to a data sheet, as often as that is made anew. */
export function linkPage(marked: MarkedSheet, data: Sheet): void {
  const { sheet } = marked;
  const { column } = TABLES.choices;
  ["queue", "category", "assignee"].forEach((key, index) => {
    const choice = CHOICES.find((one) => one.key === key);
    const row = marked.rowOf("choices");
    if (!choice || row === undefined) return;
    const offered = data.getRange(FIRST_ROW, column + index, LISTED_AT_MOST, 1);
    const rule = SpreadsheetApp.newDataValidation().requireValueInRange(offered, true).setAllowInvalid(true);
    sheet.getRange(row, marked.columnOf(choice.column)).setDataValidation(rule.build());
  });
  const names = marked.rowOf("names");
  TILES.forEach((key, index) => {
    if (names === undefined) return;
    const place = sheet.getRange(names, marked.columnOf(index * TILE_WIDTH + 1 + NAME_WIDTH));
    place.setRichTextValue(linkTo(data, FIGURE_KEYS.indexOf(key)));
  });
  const links = FIGURE_KEYS.map((_, index) => [linkTo(data, index)]);
  data.getRange(FIRST_ROW, 1, links.length, 1).setRichTextValues(links);
}

function linkTo(data: Sheet, index: number): GoogleAppsScript.Spreadsheet.RichTextValue {
  const first = data.getRange(HEADER_ROW, TABLES.lists.column + index).getA1Notation();
  const url = `#gid=${data.getSheetId()}&range=${first}`;
  const style = SpreadsheetApp.newTextStyle().setForegroundColor(INK.line).setUnderline(true).setBold(false).build();
  return SpreadsheetApp.newRichTextValue().setText("list").setLinkUrl(url).setTextStyle(style).build();
}
