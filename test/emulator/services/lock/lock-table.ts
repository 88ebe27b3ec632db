import type { Execution } from "../../core/execution.ts";
import { DEADLINE_MS } from "../../core/kinds.ts";

interface Holder {
  run: Execution;
  /** Epoch ms at which the lock of a killed execution falls; undefined while its execution runs. */
  until?: number;
}

/** Who holds which lock, across all executions of the Workspace. */
export class LockTable {
  private readonly holders = new Map<string, Holder>();

  holds(run: Execution, name: string): boolean {
    return this.holders.get(name)?.run === run;
  }

  /** Takes the lock, waiting on the virtual clock at most that many ms; a negative time fails at once. */
  acquire(run: Execution, name: string, timeoutMs: number): boolean {
    if (timeoutMs < 0) return false;
    const wait = this.waitFor(run, name);
    if (wait > timeoutMs) {
      run.charge(timeoutMs);
      return false;
    }
    if (wait > 0) run.charge(wait);
    this.holders.set(name, { run });
    run.atEnd(() => this.leave(run, name));
    return true;
  }

  release(run: Execution, name: string): void {
    if (this.holds(run, name)) this.holders.delete(name);
  }

  /** Drops every lock of an execution: a dialog has suspended it. */
  drop(run: Execution): void {
    for (const [name, holder] of this.holders) if (holder.run === run) this.holders.delete(name);
  }

  private leave(run: Execution, name: string): void {
    if (!this.holds(run, name)) return;
    if (run.killed && run.keepsLocks)
      this.holders.set(name, { run, until: run.now() + Math.max(0, DEADLINE_MS.other - run.modelledMs) });
    else this.holders.delete(name);
  }

  /** Milliseconds until the lock is free; Infinity while another running execution holds it. */
  private waitFor(run: Execution, name: string): number {
    const holder = this.holders.get(name);
    if (!holder || holder.run === run) return 0;
    return holder.until === undefined ? Infinity : Math.max(0, holder.until - run.now());
  }
}
