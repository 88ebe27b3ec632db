import { ServiceObject } from "../../core/service-object.ts";
import { Lock } from "./lock.ts";

export class LockService extends ServiceObject {
  static readonly googleName = "LockService";

  getScriptLock(): Lock {
    return new Lock(this.run, `script:${this.run.project.id}`);
  }

  getUserLock(): Lock {
    return new Lock(this.run, `user:${this.run.project.id}:${this.run.effectiveUser}`);
  }

  /** null outside a container, as in Google. */
  getDocumentLock(): Lock | null {
    const { book } = this.run;
    return book ? new Lock(this.run, `document:${this.run.project.id}:${book.id}`) : null;
  }
}
