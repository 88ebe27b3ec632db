import type { Execution } from "./execution.ts";
import { GoogleError } from "./errors.ts";

interface QueuedWrite {
  cells: number;
  apply: () => void;
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
  /** How many of them have been applied by the drain that is under way. */
  private sent = 0;

  get length(): number {
    return this.writes.length - this.sent;
  }

  get cells(): number {
    return this.writes.reduce((sum, { cells }) => sum + cells, 0);
  }

  add(cells: number, apply: () => void): void {
    this.writes.push({ cells, apply });
  }

  clear(): void {
    this.writes = [];
    this.sent = 0;
  }

  /** Applies what waits; throws the first late error, after the others have been applied. */
  send(between?: (sent: number, waiting: number) => void): void {
    let first: unknown;
    try {
      for (let write = this.next(); write; write = this.next()) {
        try {
          write.apply();
        } catch (error) {
          first ??= error;
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

function ignoringScriptErrors(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
  }
}
