import { types } from "node:util";
import { javaText } from "../../services/logger/java-text.ts";
import { serialOf } from "../../values/serial.ts";
import { parseTyped } from "../../values/typed.ts";
import { conventionsOf } from "../../values/locale.ts";
import type { Book } from "./book.ts";
import type { Input } from "./cell.ts";

export const TEXT_FORMAT = "@";

/** What text becomes when a person types it or a script writes it into a cell of that number format. */
export function typedInput(book: Book, text: string, numberFormat?: string): Input {
  if (numberFormat === TEXT_FORMAT) return textInput(book, text);
  const { locale, timeZone } = book;
  return parseTyped(text, { locale, timeZone, nowMs: book.now() });
}

/** Under plain text nothing is parsed; what becomes of a leading apostrophe or "=" is uncertain (platform C2). */
function textInput({ switches }: Book, text: string): Input {
  if (isFormula(text) && switches.formulaUnderText === "formula") return { formula: text };
  return { value: text.startsWith("'") && switches.apostropheUnderText === "swallowed" ? text.slice(1) : text };
}

const isFormula = (text: string): boolean => text.startsWith("=") && text.length > 1;

/** What a value given to appendRow becomes: under plain text not always what setValues would make of it (platform C2). */
export function appendedInput(book: Book, value: unknown, numberFormat?: string): Input {
  if (typeof value !== "string" || numberFormat !== TEXT_FORMAT) return scriptInput(book, value, numberFormat);
  const reading = book.switches.appendRowUnderText;
  if (reading === "parsed") return scriptInput(book, value);
  return isFormula(value) && reading === "formula" ? { formula: value } : scriptInput(book, value, numberFormat);
}

/** What a script's value becomes in a cell (platform C2): Dates as serials of the book's zone, objects as Java prints them. */
export function scriptInput(book: Book, value: unknown, numberFormat?: string): Input {
  if (typeof value === "string") return value === "" ? { value: "" } : typedInput(book, value, numberFormat);
  if (typeof value === "number") return { value: Number.isFinite(value) ? value : "#NUM!" };
  if (typeof value === "boolean") return { value };
  if (value === null || value === undefined) return { value: "" };
  if (types.isDate(value)) return dateInput(book, value.getTime());
  return { value: javaPrint(book, value) };
}

function dateInput(book: Book, epochMs: number): Input {
  if (Number.isNaN(epochMs)) return { value: "#NUM!" };
  const value = serialOf(epochMs, book.timeZone);
  const { formats } = conventionsOf(book.locale);
  return { value, format: Number.isInteger(value) ? formats.date : formats.dateTime };
}

/** `{a=1.0, b=x}` for an object, `[Ljava.lang.Object;@1b2c3d` for an array, the class name for a service object. */
function javaPrint(book: Book, value: unknown): string {
  if (Array.isArray(value)) return `[Ljava.lang.Object;@${hash(JSON.stringify(value)).toString(16)}`;
  return javaText(value, book.timeZone);
}

function hash(text: string): number {
  let result = 17;
  for (let i = 0; i < text.length; i++) result = (Math.imul(result, 31) + text.charCodeAt(i)) >>> 0;
  return result;
}
