import { GoogleError } from "../../core/errors.ts";

/** A run of one pattern letter, or literal text. */
export type PatternPart = { letter: string; count: number } | { text: string };

const LETTERS = /[a-zA-Z]/;
const KNOWN = "GyYMLwWDdFEuaHkKhmsSzZX";

/** Takes a SimpleDateFormat pattern apart; throws Java's text for a letter without meaning. */
export function parsePattern(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  for (let i = 0; i < pattern.length;) {
    const character = pattern[i]!;
    if (character === "'") {
      const [text, next] = quoted(pattern, i);
      parts.push({ text });
      i = next;
    } else if (LETTERS.test(character)) {
      if (!KNOWN.includes(character)) throw new GoogleError(`Illegal pattern character '${character}'`);
      let end = i;
      while (pattern[end] === character) end++;
      parts.push({ letter: character, count: end - i });
      i = end;
    } else {
      parts.push({ text: character });
      i++;
    }
  }
  return parts;
}

function quoted(pattern: string, start: number): [string, number] {
  if (pattern[start + 1] === "'") return ["'", start + 2];
  let text = "";
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] !== "'") text += pattern[i];
    else if (pattern[i + 1] === "'") {
      text += "'";
      i++;
    } else return [text, i + 1];
  }
  throw new GoogleError("Unterminated quote");
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
