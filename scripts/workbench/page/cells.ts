import { BLOCK, type CellStyle, type CellView, type CellWindow } from "../protocol.ts";
import { readWindow } from "./link.ts";

interface Block {
  window: CellWindow;
  version: number;
}

const KEPT_BLOCKS = 80;
const EMPTY: CellView = {};

/** The cells of the sheet in view, kept in blocks of rows and read when they are first needed. */
export class Cells {
  private blocks = new Map<number, Block>();
  private pending = new Set<number>();
  private version = 0;

  constructor(
    readonly sheet: number,
    private readonly onArrival: () => void,
  ) {}

  /** The cell, or undefined while its block is still on the way. */
  at(row: number, column: number): CellView | undefined {
    const block = this.need(Math.floor(row / BLOCK));
    if (!block) return undefined;
    const cells = block.rows[row % BLOCK];
    return cells?.[column] || EMPTY;
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
    this.onArrival();
  }

  /** Shows what was typed until the server says what became of it. */
  expect(row: number, column: number, text: string): void {
    const cells = this.blocks.get(Math.floor(row / BLOCK))?.window.rows;
    if (!cells || text.startsWith("=")) return;
    const line = cells[row % BLOCK] ?? [];
    const { e: _typed, ...kept } = line[column] || EMPTY;
    for (let before = line.length; before < column; before++) line[before] = 0;
    line[column] = { ...kept, t: text };
    cells[row % BLOCK] = line;
    this.onArrival();
  }

  /** After a refusal: everything shown is read again. */
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
