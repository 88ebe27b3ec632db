import type { Execution } from "../core/execution.ts";
import { EnumValue } from "../core/service-object.ts";
import { User } from "../services/session/user.ts";
import { parseNotation } from "../spreadsheet/model/a1.ts";
import type { Book } from "../spreadsheet/model/book.ts";
import { Range } from "../spreadsheet/range.ts";
import { Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { gridOf, rectOf } from "./place.ts";

/** An event object as somebody writes it down: plain values, with the range as text ("Sheet1!B2"). */
export function givenEvent(run: Execution, book: Book, given: Record<string, unknown>): Record<string, unknown> {
  const { range } = given;
  return {
    authMode: EnumValue.of("AuthMode", "FULL", 3),
    source: new Spreadsheet(run, book),
    user: new User(run, run.user),
    ...given,
    ...(typeof range === "string" && { range: rangeOf(run, book, range) }),
  };
}

function rangeOf(run: Execution, book: Book, text: string): Range {
  const sheetName = parseNotation(text)?.sheetName ?? book.grids[0]?.name ?? "";
  const grid = gridOf(book, sheetName);
  return new Range(run, grid, rectOf(grid, text));
}
