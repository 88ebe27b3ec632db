const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A small seeded generator (mulberry32), so that every run of the emulator is the same. */
export class Seeded {
  constructor(private state: number) {}

  /** 0 <= number < 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** 0 <= integer < n. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** An identifier such as Drive's, of that many characters. */
  id(length: number): string {
    return Array.from({ length }, (_, i) => LETTERS[this.below(i === 0 ? 62 : 64)]).join("");
  }

  toJSON(): number {
    return this.state;
  }
}
