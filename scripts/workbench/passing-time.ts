import type { Workspace } from "../../test/emulator/workspace.ts";

/** Virtual time that is passing, one timer's run after the other; between two runs it can be stopped. */
export class PassingTime {
  readonly from: number;
  readonly until: number;
  private isDone = false;
  isStopped = false;

  constructor(
    private readonly workspace: Workspace,
    ms: number,
  ) {
    this.from = workspace.clock.now();
    this.until = this.from + ms;
  }

  get isOver(): boolean {
    return this.isDone;
  }

  /** Runs the timer that is due next; where there is none, the rest of the time passes at once. */
  step(): void {
    if (this.isDone || this.workspace.engine.runFirst(this.until)) return;
    this.workspace.clock.reach(this.until);
    this.isDone = true;
  }

  /** The clock stays where the last timer ran. */
  stop(): void {
    this.isStopped = !this.isDone;
    this.isDone = true;
  }
}

/** Whether so many ms have gone by since it was last asked and said yes, for each kind of work. */
export function everyMs<Kind extends string>(pauses: Record<Kind, number>): (kind: Kind) => boolean {
  const last = new Map<Kind, number>();
  return (kind) => {
    const now = Date.now();
    if (now - (last.get(kind) ?? 0) < pauses[kind]) return false;
    last.set(kind, now);
    return true;
  };
}
