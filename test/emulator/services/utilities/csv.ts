import { GoogleError } from "../../core/errors.ts";

/** Rows of a CSV text; throws Google's text where a quote is never closed. */
export function parseCsv(csv: string, delimiter = ","): string[][] {
  if (csv === "") return [];
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= csv.length) {
    const [value, end] = csv[at] === '"' ? quotedField(csv, at, delimiter) : plainField(csv, at, delimiter);
    row.push(value);
    if (csv[end] === delimiter) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = csv[end] === "\r" && csv[end + 1] === "\n" ? end + 2 : end + 1;
    if (at >= csv.length) break;
  }
  return rows;
}

function isEnd(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === "\n" || character === "\r";
}

function plainField(csv: string, start: number, delimiter: string): [string, number] {
  let end = start;
  while (!isEnd(csv[end], delimiter)) end++;
  return [csv.slice(start, end), end];
}

function quotedField(csv: string, start: number, delimiter: string): [string, number] {
  let text = "";
  let from = start + 1;
  for (;;) {
    const quote = csv.indexOf('"', from);
    if (quote < 0) throw new GoogleError("Could not parse text.");
    text += csv.slice(from, quote);
    if (csv[quote + 1] !== '"') {
      const [rest, end] = plainField(csv, quote + 1, delimiter);
      return [text + rest, end];
    }
    text += '"';
    from = quote + 2;
  }
}
