import { type Cost, type Profile, VOLUME } from "./kinds.ts";

/** What one execution has cost so far under each profile, computed from the same calls. */
export class Spent {
  private readonly sum: Record<Profile, number> = { typical: 0, slow: 0 };

  /** Takes a cost, or milliseconds that pass under either profile; answers what it is under the one in force. */
  add(cost: Cost | number, profile: Profile): number {
    const { typical, slow } = typeof cost === "number" ? { typical: cost, slow: cost } : cost;
    this.sum.typical += typical;
    this.sum.slow += slow;
    return profile === "typical" ? typical : slow;
  }

  get ms(): Cost {
    return { ...this.sum };
  }

  since(before: Cost): Cost {
    return { typical: this.sum.typical - before.typical, slow: this.sum.slow - before.slow };
  }
}

/** So many pieces of something, e.g. `costOf("cellRead", 100)`. */
export function costOf(piece: keyof typeof VOLUME, count: number): Cost {
  const { typical, slow } = VOLUME[piece];
  return { typical: typical * count, slow: slow * count };
}
