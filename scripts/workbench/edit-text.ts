import { isDateFormat } from "../../test/emulator/values/pattern.ts";
import { conventionsOf } from "../../test/emulator/values/locale.ts";
import { displayOf, numberFormatAt } from "../../test/emulator/spreadsheet/model/display.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import { TEXT_FORMAT, typedInput } from "../../test/emulator/spreadsheet/model/input.ts";

/** What a person would type to get what the cell holds: its formula, the date in full, text with an apostrophe where it needs one. */
export function editText(grid: Grid, row: number, column: number): string {
  const slot = grid.slotAt(row, column);
  if (slot === undefined) return "";
  if (typeof slot === "object") return slot.text;
  if (typeof slot === "boolean") return slot ? "TRUE" : "FALSE";
  const format = numberFormatAt(grid, row, column);
  return typeof slot === "string" ? guarded(grid, slot, format) : numberText(grid, slot, format);
}

function numberText(grid: Grid, value: number, format: string | undefined): string {
  const { locale } = grid.book;
  if (format && isDateFormat(format)) {
    const { date, time, dateTime } = conventionsOf(locale).formats;
    const pattern = value >= 0 && value < 1 ? time : Number.isInteger(value) ? date : dateTime;
    return displayOf(value, pattern, locale);
  }
  return displayOf(value, format?.includes("%") ? "0.##########%" : undefined, locale);
}

function guarded(grid: Grid, text: string, format: string | undefined): string {
  if (format === TEXT_FORMAT) return text.startsWith("'") ? `'${text}` : text;
  if (text.length > 60 && !/^[=+'-]/.test(text)) return text;
  const typed = typedInput(grid.book, text, format);
  return "value" in typed && typed.value === text ? text : `'${text}`;
}
