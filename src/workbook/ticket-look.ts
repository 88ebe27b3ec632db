import { CHANNELS } from "../domain/ticket/field.ts";
import type { DeskSettings } from "../domain/ticket/settings.ts";
import type { Layout } from "./layout.ts";
import type { SheetKey } from "./sheet-plans.ts";
import { COLUMN_BY_KEY, STATE_KEY } from "./ticket-columns.ts";
import { columnLetters } from "./tickets-sheet.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Dropdowns by column key. They only offer: what the rules forbid is put back with a sentence, by paste as by typing. */
export function dropdowns(settings: DeskSettings, sheets: Readonly<Record<SheetKey, Sheet>>): Map<string, Validation> {
  const list = (values: readonly string[]): Validation =>
    SpreadsheetApp.newDataValidation()
      .requireValueInList([...values], true)
      .setAllowInvalid(true)
      .build();
  const column = (sheet: Sheet): Validation =>
    SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange("A2:A"), true).setAllowInvalid(true).build();
  return new Map([
    ["status", list(settings.statuses.map(({ name }) => name))],
    ["priority", list(settings.priorities)],
    ["channel", list(CHANNELS)],
    ["category", column(sheets.categories)],
    ["assignee", column(sheets.people)],
  ]);
}

/** Dresses the Tickets sheet: dropdowns, colours, the hidden column, a warning on what the desk keeps. Colours that people added stay. */
export function dressTickets(sheet: Sheet, layout: Layout, validations: ReadonlyMap<string, Validation>): void {
  const height = sheet.getMaxRows() - 1;
  for (const [key, validation] of validations) {
    const position = layout.find(key);
    if (position !== undefined) sheet.getRange(2, position, height, 1).setDataValidation(validation);
  }
  const state = layout.find(STATE_KEY);
  if (state !== undefined) sheet.hideColumns(state);
  colour(sheet, layout);
  warn(sheet, layout);
}

const COLOURS: readonly (readonly [key: string, value: string, background: string, font: string])[] = [
  ["status", "New", "#d2e3fc", "#174ea6"],
  ["status", "Pending", "#fef7e0", "#8a5300"],
  ["status", "On hold", "#f1f3f4", "#3c4043"],
  ["status", "Resolved", "#e6f4ea", "#0d652d"],
  ["status", "Closed", "#f1f3f4", "#5f6368"],
  ["priority", "Urgent", "#fce8e6", "#a50e0e"],
  ["priority", "High", "#fef7e0", "#8a5300"],
];

function colour(sheet: Sheet, layout: Layout): void {
  const kept = sheet.getConditionalFormatRules().filter((rule) => !isOurs(rule));
  const ours = COLOURS.flatMap(([key, value, background, font]): Rule[] => {
    const position = layout.find(key);
    if (position === undefined) return [];
    const column = columnLetters(position);
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(value)
      .setBackground(background)
      .setFontColor(font);
    return [rule.setRanges([sheet.getRange(`${column}2:${column}`)]).build()];
  });
  sheet.setConditionalFormatRules([...kept, ...ours]);
}

function isOurs(rule: Rule): boolean {
  const condition = rule.getBooleanCondition();
  const [value] = condition?.getCriteriaValues() ?? [];
  return COLOURS.some(([, word]) => word === value);
}

const WARNING = "Kept by the desk";

/** A warning only: a real protection would stop the simple trigger of everybody but the owner (platform C5). */
function warn(sheet: Sheet, layout: Layout): void {
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    if (protection.getDescription() === WARNING) protection.remove();
  }
  for (const { first, keys } of layout.runs(
    (key) => COLUMN_BY_KEY.get(key)?.kind !== "field" && COLUMN_BY_KEY.has(key),
  )) {
    sheet.getRange(1, first, sheet.getMaxRows(), keys.length).protect().setDescription(WARNING).setWarningOnly(true);
  }
}
