import type { Act } from "./act.ts";

/** An act that can be done again. */
interface Step {
  perform: () => Act;
  act: Act;
}

/** What can be undone and redone in one book. */
export class BookHistory {
  private readonly done: Step[] = [];
  private undone: Step[] = [];

  perform(perform: () => Act): Act {
    const act = perform();
    this.done.push({ perform, act });
    this.undone = [];
    return act;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }
  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Takes the last act back; undefined where there is none. */
  undo(): Act | undefined {
    const step = this.done.pop();
    if (!step) return undefined;
    step.act.undo();
    this.undone.push(step);
    return step.act;
  }

  redo(): Act | undefined {
    const step = this.undone.pop();
    if (!step) return undefined;
    const act = step.perform();
    this.done.push({ perform: step.perform, act });
    return act;
  }
}
