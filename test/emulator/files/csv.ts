import { parse } from "csv-parse/sync";
import type { SheetFile } from "./book-file.ts";
import { emptySheetFile } from "./book-file.ts";

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE = 100_000;

/** The cells of a CSV file as texts; encoding and delimiter are found out. A quote that is out of place stays a character. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  return parseCsv(text, delimiterOf(text));
}

/** A sheet whose cells count as typed, as when Sheets imports a CSV file. */
export function sheetOfCsv(name: string, bytes: Uint8Array): SheetFile {
  return { ...emptySheetFile(name), rows: readCsv(bytes), asTyped: true };
}

/** A CSV file (comma, CRLF, UTF-8) of displayed texts, as Sheets downloads it. */
export function writeCsv(rows: string[][]): Uint8Array {
  const lines = rows.map((row) =>
    row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","),
  );
  return new TextEncoder().encode(lines.join("\r\n"));
}

function parseCsv(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
}

/** UTF-8 or UTF-16 by their byte order mark, UTF-8 where it is valid, else Windows-1252. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The delimiter that cuts most lines of the beginning into the same number of cells, more than one. */
function delimiterOf(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf("\n", SAMPLE) + 1) : text;
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function evenness(sample: string, delimiter: string): number {
  const widths = new Map<number, number>();
  for (const line of outsideQuotes(sample).split(/\r?\n/)) {
    const width = line.split(delimiter).length;
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  return Math.max(0, ...[...widths].map(([width, lines]) => lines + Math.min(width, 50) / 100));
}

function outsideQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, "");
}
