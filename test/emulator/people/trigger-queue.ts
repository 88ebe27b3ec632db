/** A handler waiting for its turn; `handler` names it, so that its edit events can be counted. */
export interface Waiting {
  handler: string;
  isEdit: boolean;
  start: () => void;
}

/** At most this many edit events of one handler wait; the rest is lost (platform B1). */
const MOST_WAITING_EDITS = 2;

/** Holds triggers back while a script runs or a test asks for it. */
export class TriggerQueue {
  private readonly waiting: Waiting[] = [];
  /** Edit events that nobody will ever hear of. */
  dropped = 0;
  private draining = false;

  hold(event: Waiting): void {
    const ahead = this.waiting.filter(({ handler, isEdit }) => isEdit && handler === event.handler).length;
    if (event.isEdit && ahead >= MOST_WAITING_EDITS) this.dropped++;
    else this.waiting.push(event);
  }

  get size(): number {
    return this.waiting.length;
  }

  /** Google loses what was let in since so many were waiting. */
  loseBeyond(size: number): void {
    this.waiting.splice(size);
  }

  /** Runs what waits, in the order of the events, and what these runs let in. */
  drain(): void {
    if (this.draining) return;
    this.draining = true;
    try {
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) next.start();
    } finally {
      this.draining = false;
    }
  }
}
