import { asCellHolds } from "../domain/ticket/content.ts";

/**
 * A text as it must be written to stay that text: an apostrophe goes before whatever Sheets would take for a formula, number, date or boolean.
 * Columns of the desk are formatted "@" besides; either guard alone suffices (platform C2, both readings).
 */
export function guarded(text: string): string {
  const held = asCellHolds(text);
  return mayBeParsed(held) ? `'${held}` : held;
}

/** Longer texts are neither number nor date in any language; the longest date with its time has about 60 characters. */
const LONGEST_VALUE = 100;

/** Each language writes dates and money in its own words, so that any short text with a digit may mean something. */
function mayBeParsed(text: string): boolean {
  if (/^\s*['=+\-@＝＋－＠]/.test(text)) return true;
  return text.length <= LONGEST_VALUE && (/\p{Nd}/u.test(text) || /^\s*(true|false)\s*$/i.test(text));
}
