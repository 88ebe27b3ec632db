import { digest } from "../history/digest.ts";

/** What a cell holds, as history keeps it. A date is the wall clock of the spreadsheet ("2026-03-02T09:00:00"), so that a change of zone edits nothing. */
export type Content = string | number | boolean | { readonly formula: string } | { readonly date: string };

/** The same in a row's saved self, where long texts are known by length and digest only. */
export type Saved = Content | { readonly length: number; readonly digest: string };

export type Fields = Readonly<Record<string, Content>>;

const LONGEST_SAVED_TEXT = 500;

/** Longest text that a cell takes, with a place for the apostrophe that keeps it a text (platform C2). */
const LONGEST_CELL_TEXT = 49_999;
const CUT_MARK = "\n… cut, full text in History";

/** A text as a cell can hold it: whole, or cut with a visible mark. History keeps it whole. */
export function asCellHolds(text: string): string {
  if (text.length <= LONGEST_CELL_TEXT) return text;
  const kept = text.slice(0, LONGEST_CELL_TEXT - CUT_MARK.length);
  return kept.replace(/[\ud800-\udbff]$/, "") + CUT_MARK;
}

/** What a row saves of a content to know it again: all of it, or length and digest of a text longer than `longest` characters. */
export function savedForm(content: Saved, longest = LONGEST_SAVED_TEXT): Saved {
  const text = textOf(content);
  return text.length > longest ? { length: text.length, digest: digestOf(content) } : content;
}

/** Whether a cell still holds what its row saved; an absent content is a blank cell. */
export function sameContent(saved: Saved | undefined, content: Content | undefined): boolean {
  const one = saved ?? "";
  const other = content ?? "";
  if (typeof one !== "object") return one === other;
  if ("digest" in one) return textOf(other).length === one.length && digestOf(other) === one.digest;
  if (typeof other !== "object") return false;
  if ("formula" in one) return "formula" in other && one.formula === other.formula;
  return "date" in other && one.date === other.date;
}

/** A content as people read it in a timeline. */
export function shown(content: Saved | undefined): string {
  if (content === undefined) return "";
  if (typeof content !== "object") return String(content);
  if ("formula" in content) return content.formula;
  if ("date" in content) return content.date.replace("T", " ");
  return `(${content.length} characters)`;
}

export function isContent(value: unknown): value is Content {
  if (typeof value !== "object") return ["string", "number", "boolean"].includes(typeof value);
  if (value === null) return false;
  return (
    ("formula" in value && typeof value.formula === "string") || ("date" in value && typeof value.date === "string")
  );
}

function textOf(content: Saved): string {
  if (typeof content === "string") return asCellHolds(content);
  return typeof content === "object" && "formula" in content ? content.formula : "";
}

/** A formula and the text that reads like it are two contents. */
function digestOf(content: Saved): string {
  const kind = typeof content === "object" ? "formula " : "";
  return digest(kind + textOf(content), 12);
}
