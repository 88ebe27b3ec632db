import type { Execution } from "./execution.ts";
import { GoogleError } from "./errors.ts";
import type { Grid } from "../spreadsheet/model/grid.ts";
import { type Rect, type Shift, shiftRect } from "../spreadsheet/model/rect.ts";

/** The cells that a queued write is about; `rect` moves where writes follow rows and columns that others insert. */
export interface WritePlace {
  readonly grid: Grid;
  /** Undefined when its first cell was deleted. */
  rect: Rect | undefined;
}

interface QueuedWrite {
  cells: number;
  apply: () => void;
  place: WritePlace | undefined;
}

/** Which queued writes of a killed execution still land. */
export type QueuedFate = "keep" | "drop" | ((index: number) => boolean);

/** Between two queued writes of one drain: those before have landed, `waiting` are still to be sent. */
export interface DrainInfo {
  sent: number;
  waiting: number;
  execution: Execution;
}

/** May let a person act, run another execution or kill this one; what it throws fails the drain, and the rest is lost. */
export type OnDrain = (drain: DrainInfo) => void;

/** The writes of one execution that wait until somebody reads, flushes or the execution ends. */
export class WriteQueue {
  private writes: QueuedWrite[] = [];
  /** What the calls that made them have carried. */
  bytes = 0;
  /** How many of them have been applied by the drain that is under way. */
  private sent = 0;
  /** Whether a write of this queue is taking effect right now. */
  private isApplying = false;

  get length(): number {
    return this.writes.length - this.sent;
  }

  get cells(): number {
    return this.writes.reduce((sum, { cells }) => sum + cells, 0);
  }

  add(cells: number, apply: () => void, place?: WritePlace): void {
    this.writes.push({ cells, apply, place });
  }

  /** Lets what waits follow the rows or columns that somebody else has inserted, deleted or moved. */
  follow(grid: Grid, shift: Shift): void {
    if (this.isApplying) return;
    for (const { place } of this.writes.slice(this.sent))
      if (place?.rect && place.grid === grid) place.rect = followed(place.rect, shift);
  }

  clear(): void {
    this.writes = [];
    this.sent = 0;
    this.bytes = 0;
  }

  /** Applies what waits; throws the first late error, after the others have been applied. */
  send(between?: (sent: number, waiting: number) => void): void {
    let first: unknown;
    try {
      for (let write = this.next(); write; write = this.next()) {
        try {
          this.isApplying = true;
          write.apply();
        } catch (error) {
          first ??= error;
        } finally {
          this.isApplying = false;
        }
        if (this.length > 0) between?.(this.sent, this.length);
      }
    } finally {
      this.clear();
    }
    if (first !== undefined) throw first as Error;
  }

  private next(): QueuedWrite | undefined {
    return this.writes[this.sent] && this.writes[this.sent++];
  }

  /** The fate of what waits when its execution is killed, be it in the midst of a drain; late errors are nobody's. */
  abandon(fate: QueuedFate): void {
    const rest = this.writes.slice(this.sent);
    this.clear();
    const lands = typeof fate === "function" ? fate : () => fate === "keep";
    for (const { apply } of rest.filter((_, index) => lands(index))) ignoringScriptErrors(apply);
  }
}

/** A block keeps its size and goes where its first cell goes. */
function followed(rect: Rect, shift: Shift): Rect | undefined {
  const first = shiftRect({ ...rect, rows: 1, columns: 1 }, shift);
  return first && { ...rect, top: first.top, left: first.left };
}

function ignoringScriptErrors(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
  }
}
