/** Longest text that a cell takes (platform C2). */
const LONGEST_CELL = 50_000;
const CUT_MARK = "\n… cut, full text in History";

/**
 * A text as it must be written to stay that text: an apostrophe goes before whatever Sheets would take for a formula, number, date or boolean.
 * Columns of the desk are formatted "@" besides; either guard alone suffices (platform C2, both readings).
 */
export function guarded(text: string): string {
  const short = text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL - CUT_MARK.length - 1) + CUT_MARK : text;
  return mayBeParsed(short) ? `'${short}` : short;
}

const WORDS_WITH_A_MEANING = /^\s*(true|false|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function mayBeParsed(text: string): boolean {
  if (text === "") return false;
  if (/^['=+\-@]/.test(text)) return true;
  if (text.length > 60) return false;
  return /^[\s(]*[^\p{L}\s(]*\d/u.test(text) || WORDS_WITH_A_MEANING.test(text);
}
