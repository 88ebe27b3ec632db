import type { CachedValue } from "../services/cache/cache.ts";

/** What Google keeps for a project between executions. */
export class ScriptStores {
  /** Property stores by "script", "user:EMAIL", "document:ID". */
  readonly properties = new Map<string, Map<string, string>>();
  readonly caches = new Map<string, Map<string, CachedValue>>();

  propertiesOf(store: string): Map<string, string> {
    return opened(this.properties, store);
  }

  cacheOf(store: string): Map<string, CachedValue> {
    return opened(this.caches, store);
  }
}

function opened<Value>(stores: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  const known = stores.get(name) ?? new Map<string, Value>();
  stores.set(name, known);
  return known;
}
