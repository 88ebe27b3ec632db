import type { Execution } from "../../core/execution.ts";
import { type Cost, DEADLINE_MS } from "../../core/kinds.ts";

interface Holder {
  run: Execution;
  /** What its execution had spent when it took the lock. */
  since: Cost;
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
    if (this.holds(run, name)) return true;
    this.holders.set(name, { run, since: run.spent.ms });
    run.atEnd(() => this.leave(run, name));
    return true;
  }

  release(run: Execution, name: string): void {
    const holder = this.holders.get(name);
    if (holder?.run === run) this.free(name, holder);
  }

  private free(name: string, { run, since }: Holder): void {
    this.holders.delete(name);
    const { typical, slow } = run.spent.since(since);
    run.lockHeld = { typical: run.lockHeld.typical + typical, slow: run.lockHeld.slow + slow };
  }

  /** Drops every lock of an execution: a dialog has suspended it. */
  drop(run: Execution): void {
    for (const [name, holder] of this.holders) if (holder.run === run) this.free(name, holder);
  }

  private leave(run: Execution, name: string): void {
    const holder = this.holders.get(name);
    if (holder?.run !== run) return;
    this.free(name, holder);
    if (run.killed && run.keepsLocks)
      this.holders.set(name, { ...holder, until: run.now() + Math.max(0, DEADLINE_MS.other - run.modelledMs) });
  }

  /** Milliseconds until the lock is free; Infinity while another running execution holds it. */
  private waitFor(run: Execution, name: string): number {
    const holder = this.holders.get(name);
    if (!holder || holder.run === run) return 0;
    return holder.until === undefined ? Infinity : Math.max(0, holder.until - run.now());
  }
}
