import type { ChainEnd } from "../../domain/history/encode.ts";
import type { HistoryEnd } from "./history-end.ts";
import { type Head, type Memory, writeHead } from "../memory.ts";

/** How far History is acknowledged, and the last ticket number given: kept in a property, so that the next run knows what a killed one left. */
export class Acknowledged {
  lastNumber: number;
  /** The mark of the promises that History tells of. */
  promises: string | undefined;
  private last: ChainEnd & { readonly row: number };
  private readonly isOld: boolean;

  constructor(
    private readonly memory: Memory,
    private readonly history: HistoryEnd,
    { head, end, lastNumber }: { head: Head | undefined; end: ChainEnd; lastNumber: number },
  ) {
    const row = history.rows.acknowledged;
    this.lastNumber = lastNumber;
    this.promises = head?.promises;
    this.last = { ...(head ?? end), row };
    this.isOld = head === undefined || (head.row ?? head.seq + 1) !== row;
  }

  /** Reserves numbers before anything is written: a kill may waste them, never use one twice. Answers with the first. */
  reserve(count: number): number {
    const first = this.lastNumber + 1;
    this.lastNumber += count;
    this.write();
    return first;
  }

  acknowledge({ seq, hash }: ChainEnd): void {
    const isNews = this.isOld || seq !== this.last.seq || hash !== this.last.hash;
    this.last = { seq, hash, row: this.history.rows.last };
    if (isNews) this.write();
  }

  private write(): void {
    const { lastNumber, promises, history } = this;
    const { seq, hash, row } = this.last;
    writeHead(this.memory, { seq, hash, row, lastNumber, room: history.gridRows, ...(promises && { promises }) });
  }
}
