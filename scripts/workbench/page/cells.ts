import { BLOCK, type CellStyle, type CellView, type CellWindow } from "../protocol.ts";
import { readWindow } from "./link.ts";

interface Block {
  window: CellWindow;
  version: number;
}

/** A cell as its typist sees it until the server has said what became of it. */
interface Expected {
  text: string;
  /** The version of the book that tells; unknown until the act is answered. */
  until: number | null;
}

const KEPT_BLOCKS = 80;
const EMPTY: CellView = {};

/** The cells of the sheet in view, kept in blocks of rows and read when they are first needed. */
export class Cells {
  private blocks = new Map<number, Block>();
  private pending = new Set<number>();
  private readonly expected = new Map<string, Expected>();
  private version = 0;

  constructor(
    readonly sheet: number,
    private readonly onArrival: () => void,
  ) {}

  /** The cell, or undefined while its block is still on the way. */
  at(row: number, column: number): CellView | undefined {
    const block = this.need(Math.floor(row / BLOCK));
    if (!block) return undefined;
    const cell = block.rows[row % BLOCK]?.[column] || EMPTY;
    const expected = this.expected.size > 0 ? this.expected.get(`${row},${column}`) : undefined;
    return expected ? asTyped(cell, expected.text) : cell;
  }

  style(row: number, column: number): CellStyle | undefined {
    const index = this.at(row, column)?.s;
    return index === undefined ? undefined : this.blocks.get(Math.floor(row / BLOCK))?.window.styles[index];
  }

  list(row: number, column: number): string[] | undefined {
    const index = this.at(row, column)?.l;
    return index === undefined ? undefined : this.blocks.get(Math.floor(row / BLOCK))?.window.lists[index];
  }

  /** Takes windows that the server pushed after an act; whatever it did not push is old from now on. */
  take(version: number, windows: CellWindow[], blocksInView: readonly number[]): void {
    const pushed = new Set(windows.map(({ block }) => block));
    for (const block of blocksInView) {
      const kept = this.blocks.get(block);
      if (kept && !pushed.has(block) && kept.version === this.version) kept.version = version;
    }
    this.version = version;
    for (const window of windows) if (window.sheet === this.sheet) this.blocks.set(window.block, { window, version });
    this.dropExpected();
    this.onArrival();
  }

  /**
   * Shows what was typed until the server has said what became of it. The answer is to be called with the version of the
   * book that the act made, or with nothing where it was refused.
   */
  expect(row: number, column: number, text: string): (version?: number) => void {
    const key = `${row},${column}`;
    const expected: Expected = { text, until: null };
    this.expected.set(key, expected);
    this.onArrival();
    return (version) => {
      if (this.expected.get(key) !== expected) return; // typed over meanwhile: that act's answer counts
      expected.until = version ?? 0;
      this.dropExpected();
      this.onArrival();
    };
  }

  private dropExpected(): void {
    for (const [key, { until }] of this.expected)
      if (until !== null && until <= this.version) this.expected.delete(key);
  }

  /** The server has begun anew, and counts anew: nothing that is shown is true for sure. */
  beginAnew(): void {
    this.version = 0;
    this.expected.clear();
    this.forget();
  }

  /** Everything shown is read again. */
  forget(): void {
    for (const block of this.blocks.values()) block.version = -1;
    this.onArrival();
  }

  private need(index: number): CellWindow | undefined {
    const block = this.blocks.get(index);
    if ((!block || block.version < this.version) && !this.pending.has(index)) void this.fetch(index);
    return block?.window;
  }

  private async fetch(index: number): Promise<void> {
    this.pending.add(index);
    const version = this.version;
    try {
      this.keep(index, { window: await readWindow(this.sheet, index), version });
    } catch {
      // The stream of events tells the person that the server is gone; the block is asked for again then.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    } finally {
      this.pending.delete(index);
    }
    this.onArrival();
  }

  private keep(index: number, block: Block): void {
    this.blocks.delete(index);
    this.blocks.set(index, block);
    const oldest = this.blocks.keys().next();
    if (this.blocks.size > KEPT_BLOCKS && !oldest.done) this.blocks.delete(oldest.value);
  }
}

/** A formula's result is not known before it comes; a checkbox shows what it is set to. */
function asTyped(cell: CellView, text: string): CellView {
  if (text.startsWith("=")) return cell;
  const { e: _typed, h: _link, ...kept } = cell;
  if (kept.c !== undefined) return /^(true|false)$/i.test(text) ? { ...kept, c: text.toLowerCase() === "true" } : cell;
  return { ...kept, t: text };
}
