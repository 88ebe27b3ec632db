/** The one clock of the Workspace; it moves only when told to. */
export class Clock {
  private ms: number;
  /** Runs what falls due, in time order, up to an instant; set by the trigger engine. */
  runDue: (until: number) => void = () => undefined;

  constructor(now: number) {
    this.ms = now;
  }

  /** Whole epoch milliseconds. */
  now(): number {
    return Math.floor(this.ms);
  }

  /** Lets time pass for everybody; timers that fall due run in time order. */
  advance(ms: number): void {
    const until = this.ms + ms;
    this.runDue(until);
    this.reach(until);
  }

  /** Lets time pass without starting anything: the modelled time of a running execution. */
  pass(ms: number): void {
    this.ms += ms;
  }

  /** Moves to an instant unless it is past already. */
  reach(ms: number): void {
    this.ms = Math.max(this.ms, ms);
  }
}
