import type { TicketEvent } from "../domain/history/event.ts";
import { type Memory, readColumns, writeColumns } from "./memory.ts";
import type { Settled } from "./settle-columns.ts";

/** What the desk remembers of the columns, kept once in a run and only after what people did to them is recorded. */
export class ColumnMemory {
  private isKept = false;

  constructor(
    private readonly settled: Settled,
    private readonly memory: Memory,
  ) {}

  /** What people did to the columns, in words; undefined where nothing is new or a killed run has recorded just that already. */
  unrecorded(unacknowledged: readonly TicketEvent[]): string | undefined {
    const { changes } = this.settled;
    const columns = changes.join("; ");
    const isRecorded = unacknowledged.some(({ set }) => set["columns"] === columns);
    return changes.length === 0 || isRecorded || this.isKept ? undefined : columns;
  }

  keep(): void {
    const { layout, remember } = this.settled;
    const past = readColumns(this.memory);
    const kept = remember ?? past;
    if (!kept) return;
    const now = { ...kept, spills: [...layout.spills].sort(), formulas: [...layout.formulas].sort() };
    if (JSON.stringify(now) !== JSON.stringify(past)) writeColumns(this.memory, now);
    this.isKept = true;
  }
}
