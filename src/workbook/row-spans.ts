import type { RowSpan } from "../use-cases/desk.ts";

/** Rows so close together are read in one call, those between with them. */
const WIDEST_GAP = 20;

/** Row numbers as spans to read in one call each, from above. */
export function spansOf(rowNumbers: readonly number[]): RowSpan[] {
  const spans: { first: number; last: number }[] = [];
  for (const rowNumber of [...rowNumbers].sort((one, other) => one - other)) {
    const span = spans[spans.length - 1];
    if (span && rowNumber - span.last <= WIDEST_GAP) span.last = rowNumber;
    else spans.push({ first: rowNumber, last: rowNumber });
  }
  return spans;
}
