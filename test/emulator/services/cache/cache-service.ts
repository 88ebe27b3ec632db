import { ServiceObject } from "../../core/service-object.ts";
import { Cache } from "./cache.ts";

export class CacheService extends ServiceObject {
  static readonly googleName = "CacheService";

  getScriptCache(): Cache {
    return new Cache(this.run, "script");
  }

  getUserCache(): Cache {
    return new Cache(this.run, `user:${this.run.effectiveUser}`);
  }

  /** null outside a container, as in Google. */
  getDocumentCache(): Cache | null {
    const { book } = this.run;
    return book ? new Cache(this.run, `document:${book.id}`) : null;
  }
}
