import type { RowSpan } from "../use-cases/desk.ts";

/** One row's cells to write into a run of columns. */
export interface RowCells<C> {
  readonly rowNumber: number;
  readonly cells: readonly C[];
}

/** Rows to write as blocks of neighbours; of two for one row the later counts. A gap is bridged where `between` knows what stands in each of its rows, up to 1,000 rows. */
export function rowBlocks<C>(
  rows: readonly RowCells<C>[],
  between: (rowNumber: number) => readonly C[] | undefined,
): { first: number; cells: C[][] }[] {
  const blocks: { first: number; cells: C[][] }[] = [];
  const cellsByRow = new Map(rows.map(({ rowNumber, cells }) => [rowNumber, cells]));
  for (const [rowNumber, cells] of [...cellsByRow].sort(([one], [other]) => one - other)) {
    const block = blocks[blocks.length - 1];
    const bridge = block && bridgeTo(rowNumber, block.first + block.cells.length, between);
    if (block && bridge) block.cells.push(...bridge, [...cells]);
    else blocks.push({ first: rowNumber, cells: [[...cells]] });
  }
  return blocks;
}

const WIDEST_GAP = 1000;

function bridgeTo<C>(
  rowNumber: number,
  from: number,
  between: (rowNumber: number) => readonly C[] | undefined,
): C[][] | undefined {
  if (rowNumber - from > WIDEST_GAP) return undefined;
  const bridge: C[][] = [];
  for (let row = from; row < rowNumber; row++) {
    const cells = between(row);
    if (!cells) return undefined;
    bridge.push([...cells]);
  }
  return bridge;
}

/** So few are worth their clocks wherever they stand; wide gaps between them are not bridged. */
const FEW_ROWS = 100;
const BRIDGED_AT_MOST = 3000;

/** Whether so many rows within a span are too far apart for their SLA columns to be written at once. */
export function areScattered(count: number, { first, last }: RowSpan): boolean {
  return count > FEW_ROWS && last - first + 1 - count > BRIDGED_AT_MOST;
}

/** The smallest span that holds all of these rows. */
export function spanOf(rowNumbers: readonly number[]): RowSpan {
  return rowNumbers.reduce<RowSpan>(
    ({ first, last }, rowNumber) => ({ first: Math.min(first, rowNumber), last: Math.max(last, rowNumber) }),
    { first: Infinity, last: 0 },
  );
}
