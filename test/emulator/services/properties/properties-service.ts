import { ServiceObject } from "../../core/service-object.ts";
import { Properties } from "./properties.ts";

export class PropertiesService extends ServiceObject {
  static readonly googleName = "PropertiesService";

  getScriptProperties(): Properties {
    return new Properties(this.run, "script");
  }

  getUserProperties(): Properties {
    return new Properties(this.run, `user:${this.run.effectiveUser}`);
  }

  /** null outside a container, as in Google. */
  getDocumentProperties(): Properties | null {
    const { book } = this.run;
    return book ? new Properties(this.run, `document:${book.id}`) : null;
  }
}
