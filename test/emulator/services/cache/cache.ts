import { GoogleError } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { textOf } from "../properties/properties.ts";

export interface CachedValue {
  value: string;
  /** Epoch ms from which on it is gone. */
  until: number;
}

const MOST_KEY_CHARACTERS = 250;
const MOST_VALUE_BYTES = 100 * 1024;
/** Seconds (platform F2). */
const DEFAULT_LIFE = 600;
const MOST_LIFE = 21_600;
const MOST_ITEMS = 1000;
const ITEMS_KEPT = 900;

/** One cache; every value may be gone at any time, see workspace.cacheLoss. */
export class Cache extends ServiceObject {
  static readonly googleName = "CacheService.Cache";
  static readonly kinds = {
    get: "cache",
    getAll: "cache",
    put: "cache",
    putAll: "cache",
    remove: "cache",
    removeAll: "cache",
  } as const;
  static readonly lenient = { get: [0], put: [0, 1], remove: [0], getAll: [0], removeAll: [0] };

  constructor(
    run: Execution,
    private readonly store: string,
  ) {
    super(run);
  }

  get(key: unknown): string | null {
    return this.find(checkedKey(key)) ?? null;
  }

  /** Only the keys that are there. */
  getAll(keys: unknown[]): Record<string, string> {
    checkKeys(keys);
    const found: Record<string, string> = {};
    for (const key of keys.map(checkedKey)) {
      const value = this.find(key);
      if (value !== undefined) found[key] = value;
    }
    return found;
  }

  put(key: unknown, value: unknown, seconds = DEFAULT_LIFE): void {
    this.keep(checkedKey(key), value, seconds);
  }

  putAll(values: Record<string, unknown> | null | undefined, seconds = DEFAULT_LIFE): void {
    if (typeof values !== "object" || values === null) throw new GoogleError("Invalid argument: values");
    for (const [key, value] of Object.entries(values)) this.keep(checkedKey(key), value, seconds);
  }

  remove(key: unknown): void {
    this.items().delete(checkedKey(key));
  }

  removeAll(keys: unknown[]): void {
    checkKeys(keys);
    for (const key of keys) this.items().delete(checkedKey(key));
  }

  private items(): Map<string, CachedValue> {
    return this.run.project.stores.cacheOf(this.store);
  }

  private find(key: string): string | undefined {
    const items = this.items();
    const item = items.get(key);
    const { cacheLoss, random } = this.run.workspace;
    const lost = item !== undefined && cacheLoss > 0 && random.next() < cacheLoss;
    if (item && !lost && this.run.now() < item.until) return item.value;
    items.delete(key);
    return undefined;
  }

  private keep(key: string, value: unknown, seconds: number): void {
    const text = textOf(value);
    if (Buffer.byteLength(text, "utf8") > MOST_VALUE_BYTES) throw new GoogleError("Argument too large: value");
    const life = Math.min(Math.max(seconds, 0), MOST_LIFE) * 1000;
    this.items().set(key, { value: text, until: this.run.now() + life });
    this.evict();
  }

  /** Beyond 1,000 items the 900 farthest from expiry stay. */
  private evict(): void {
    const items = this.items();
    if (items.size <= MOST_ITEMS) return;
    const kept = [...items].sort(([, a], [, b]) => b.until - a.until).slice(0, ITEMS_KEPT);
    items.clear();
    for (const [key, item] of kept) items.set(key, item);
  }
}

function checkKeys(keys: unknown): void {
  if (!Array.isArray(keys)) throw new GoogleError("Invalid argument: keys");
}

function checkedKey(key: unknown): string {
  if (key === null || key === undefined) throw new GoogleError("Invalid argument: key");
  const text = textOf(key);
  if (text.length > MOST_KEY_CHARACTERS) throw new GoogleError("Argument too large: key");
  return text;
}
