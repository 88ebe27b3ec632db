import { digest } from "../history/digest.ts";

/** What a cell holds, as history keeps it. A date is the wall clock of the spreadsheet ("2026-03-02T09:00:00"), so that a change of zone edits nothing. */
export type Content = string | number | boolean | { readonly formula: string } | { readonly date: string };

/** The same in a row's saved self, where long texts are known by length and digest only. */
export type Saved = Content | { readonly length: number; readonly digest: string };

export type Fields = Readonly<Record<string, Content>>;

export const LONGEST_SAVED_TEXT = 500;

export function savedForm(content: Content, longest = LONGEST_SAVED_TEXT): Saved {
  const text = longText(content, longest);
  if (text === undefined) return content;
  return { length: text.length, digest: digest(text, 12) };
}

export function sameContent(saved: Saved | undefined, content: Content | undefined): boolean {
  const one = saved ?? "";
  const other = content ?? "";
  if (typeof one !== "object") return one === other;
  if ("digest" in one) return isLongTextOf(one, other);
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

function isLongTextOf(saved: { readonly length: number; readonly digest: string }, content: Content): boolean {
  const text = longText(content, 0);
  return text !== undefined && text.length === saved.length && digest(text, 12) === saved.digest;
}

function longText(content: Content, longest: number): string | undefined {
  const text =
    typeof content === "string" ? content : typeof content === "object" && "formula" in content ? content.formula : "";
  return text.length > longest ? text : undefined;
}
