import { Problem } from "../domain/problem.ts";

/** Runs with the desk's lock held; throws a Problem where others hold it for longer than `waitMs`. Nothing may be asked of a person meanwhile: a dialog drops locks. */
export function withLock<T>(waitMs: number, run: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(waitMs)) {
    throw new Problem(
      "busy",
      "The desk is busy with somebody else's work. Nothing is lost: this is recorded within a few minutes.",
    );
  }
  try {
    return run();
  } finally {
    lock.releaseLock();
  }
}

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
