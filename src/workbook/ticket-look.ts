import { CHANNELS } from "../domain/ticket/field.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { Layout } from "./layout.ts";
import { spansOf } from "./row-spans.ts";
import { COLUMN_BY_KEY, isOurs } from "./ticket-columns.ts";
import { columnLetters, type TicketsSheet } from "./tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Dropdowns by column key. They only offer: what the rules forbid is put back with a sentence, by paste as by typing. */
export function dropdowns(
  settings: DeskSettings,
  titles: Readonly<Record<"people" | "categories", string>>,
): Map<string, Validation> {
  const list = (values: readonly string[]): Validation =>
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...values], true)
      .setAllowInvalid(true)
      .build();
  const column = (title: string): Validation | undefined => {
    const range = SpreadsheetApp.getActive().getSheetByName(title)?.getRange("A2:A");
    return range && SpreadsheetApp.newDataValidation().requireValueInRange(range, true).setAllowInvalid(true).build();
  };
  const offered: [string, Validation | undefined][] = [
    ["status", list(settings.statuses.map(({ name }) => name))],
    ["priority", list(settings.priorities)],
    ["channel", list(CHANNELS)],
    ["category", column(titles.categories)],
    ["assignee", column(titles.people)],
  ];
  return new Map(offered.flatMap(([key, validation]) => (validation ? [[key, validation] as const] : [])));
}

/** Dresses the Tickets sheet: dropdowns, colours, the hidden column, a warning on what the desk keeps. Colours that people added stay. */
export function dressTickets(sheet: Sheet, layout: Layout, validations: ReadonlyMap<string, Validation>): void {
  const height = sheet.getMaxRows() - 1;
  for (const [key, validation] of validations) {
    const position = layout.find(key);
    if (position !== undefined) sheet.getRange(2, position, height, 1).setDataValidation(validation);
  }
  for (const { first, keys } of layout.runs((key) => COLUMN_BY_KEY.get(key)?.kind === "hidden")) {
    sheet.hideColumns(first, keys.length);
  }
  colour(sheet, layout);
  warn(sheet, layout);
}

/** Offers the statuses anew, where others may be chosen than before. */
export function offerStatuses(tickets: TicketsSheet, settings: DeskSettings): void {
  const position = tickets.layout.find("status");
  const offered = dropdowns(settings, settings.sheetTitles).get("status");
  if (position === undefined || !offered) return;
  tickets.sheet.getRange(2, position, tickets.sheet.getMaxRows() - 1, 1).setDataValidation(offered);
}

export interface CellBlock {
  readonly rows: { readonly first: number; readonly last: number };
  readonly columns: { readonly first: number; readonly last: number };
}

/** Brings back the dropdowns and text formats of the desk's columns, where a paste has brought its own. Nothing depends on them: where they are refused, they stay away. */
export function restoreLook(tickets: TicketsSheet, settings: DeskSettings, block: CellBlock): void {
  try {
    dressBlock(tickets, settings, block);
    SpreadsheetApp.flush();
  } catch (error) {
    console.warn(`The look of pasted cells could not be restored: ${String(error)}`);
  }
}

function dressBlock(tickets: TicketsSheet, settings: DeskSettings, { rows, columns }: CellBlock): void {
  const height = rows.last - rows.first + 1;
  if (height < 1) return;
  const positionOf = (key: string): number => tickets.layout.find(key) ?? 0;
  const isPasted = (key: string): boolean => positionOf(key) >= columns.first && positionOf(key) <= columns.last;
  const offered = dropdowns(settings, settings.sheetTitles);
  for (const { first, keys } of tickets.layout.runs((key) => isPasted(key) && COLUMN_BY_KEY.has(key))) {
    const range = tickets.sheet.getRange(rows.first, first, height, keys.length);
    const repeated = <T>(row: T[]): T[][] => Array.from({ length: height }, () => row);
    range.setNumberFormats(repeated(keys.map((key) => COLUMN_BY_KEY.get(key)?.format ?? "@")));
    range.setDataValidations(repeated(keys.map((key) => offered.get(key) ?? null)));
  }
}

/**
 * Brings back the number formats of the columns that only the desk writes, in these rows: under the format of a date hours left are read back as a date.
 * Where they are refused, they stay away.
 */
export function restoreFormats({ sheet, layout }: TicketsSheet, rowNumbers: readonly number[]): void {
  if (rowNumbers.length === 0) return;
  const columns = new Map<string, string[]>();
  for (const { key, position } of layout.columns) {
    const format = COLUMN_BY_KEY.get(key)?.format ?? "@";
    if (isOurs(key)) columns.set(format, [...(columns.get(format) ?? []), columnLetters(position)]);
  }
  const spans = spansOf(rowNumbers);
  try {
    for (const [format, letters] of columns) {
      const places = letters.flatMap((letter) => spans.map(({ first, last }) => `${letter}${first}:${letter}${last}`));
      sheet.getRangeList(places).setNumberFormat(format);
    }
    SpreadsheetApp.flush();
  } catch (error) {
    console.warn(`The formats of the desk's columns could not be restored: ${String(error)}`);
  }
}

const COLOURS: readonly (readonly [key: string, value: string, background: string, font: string])[] = [
  ["status", "New", "#d2e3fc", "#174ea6"],
  ["status", "Pending", "#fef7e0", "#8a5300"],
  ["status", "On hold", "#f1f3f4", "#3c4043"],
  ["status", "Resolved", "#e6f4ea", "#0d652d"],
  ["status", "Closed", "#f1f3f4", "#5f6368"],
  ["priority", "Urgent", "#fce8e6", "#a50e0e"],
  ["priority", "High", "#fef7e0", "#8a5300"],
  ["sla", "On track", "#e6f4ea", "#0d652d"],
  ["sla", "Due soon", "#fef7e0", "#8a5300"],
  ["sla", "Paused", "#f1f3f4", "#3c4043"],
  ["sla", "Breached", "#fce8e6", "#a50e0e"],
  ["sla", "Met", "#e6f4ea", "#0d652d"],
];

function colour(sheet: Sheet, layout: Layout): void {
  const kept = sheet.getConditionalFormatRules().filter((rule) => !isOurColour(rule));
  const ours = COLOURS.flatMap(([key, value, background, font]): Rule[] => {
    const position = layout.find(key);
    if (position === undefined) return [];
    const column = columnLetters(position);
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(value)
      .setBackground(background)
      .setFontColor(font);
    // From the header on: rows that are inserted right below it get the colours too.
    return [rule.setRanges([sheet.getRange(`${column}1:${column}`)]).build()];
  });
  sheet.setConditionalFormatRules([...kept, ...ours]);
}

function isOurColour(rule: Rule): boolean {
  const condition = rule.getBooleanCondition();
  const value: unknown = condition?.getCriteriaValues()[0];
  return COLOURS.some(([, word, background]) => word === value && condition?.getBackground() === background);
}

const WARNING = "Kept by the desk";

/** A warning only: a real protection would stop the simple trigger of everybody but the owner (platform C5). */
function warn(sheet: Sheet, layout: Layout): void {
  const kept = layout.runs((key) => COLUMN_BY_KEY.get(key)?.kind !== "field" && COLUMN_BY_KEY.has(key));
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    const description = protection.getDescription();
    const range = protection.getRange();
    // A killed set-up may leave one without its words, and it would block.
    const isHalfMade =
      description === "" && range.getRow() === 1 && kept.some(({ first }) => first === range.getColumn());
    if (description === WARNING || isHalfMade) protection.remove();
  }
  for (const { first, keys } of kept) {
    sheet.getRange(1, first, sheet.getMaxRows(), keys.length).protect().setDescription(WARNING).setWarningOnly(true);
  }
}
