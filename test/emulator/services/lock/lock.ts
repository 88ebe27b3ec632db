import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

/** A lock as one script object sees it; who holds it is written in the workspace's lock table. */
export class Lock extends ServiceObject {
  static readonly googleName = "LockService.Lock";
  static readonly kinds = { hasLock: "free", releaseLock: "lock", tryLock: "lock", waitLock: "lock" } as const;
  private acquired = false;

  constructor(
    run: Execution,
    private readonly name: string,
  ) {
    super(run);
  }

  hasLock(): boolean {
    return this.acquired && this.run.workspace.locks.holds(this.run, this.name);
  }

  tryLock(timeoutInMillis: number): boolean {
    if (!this.hasLock()) this.acquired = this.run.workspace.locks.acquire(this.run, this.name, timeoutInMillis);
    return this.acquired;
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis))
      throw new GoogleError("Lock timeout: another process was holding the lock for too long.");
  }

  releaseLock(): void {
    if (!this.hasLock()) return;
    if (this.run.hasQueuedWrites) this.run.warnings.push("A lock was released before the queued writes were flushed.");
    this.acquired = false;
    this.run.workspace.locks.release(this.run, this.name);
  }
}
