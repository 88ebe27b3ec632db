import { Problem } from "../domain/problem.ts";
import { openMemory } from "./properties.ts";

/** How long a run waits for its turn, and what is to be said where it gets none: only the caller knows what that means. */
export interface Turn {
  readonly waitMs: number;
  readonly busy: () => string;
}

/** Runs with the desk's lock held; throws a Problem where others hold it for too long. Nothing may be asked of a person meanwhile: a dialog drops locks. */
export function withLock<T>({ waitMs, busy }: Turn, run: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(waitMs)) throw new Problem("busy", busy());
  try {
    return run();
  } finally {
    lock.releaseLock();
  }
}

/** The same, on the properties as they are under the lock: what was read before may be old by then. */
export const underLock = <T>(turn: Turn, run: (memory: ReturnType<typeof openMemory>) => T): T =>
  withLock(turn, () => run(openMemory()));

/** Runs unless another run is at it for longer than `waitMs`: a lock of its own, since sending takes long and nobody's edit may wait for it. */
export function aloneAtTheOutbox(waitMs: number, run: () => void): void {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(waitMs)) return;
  try {
    run();
  } finally {
    lock.releaseLock();
  }
}
