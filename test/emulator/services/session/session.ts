import { createHash } from "node:crypto";
import { ServiceObject } from "../../core/service-object.ts";
import { User } from "./user.ts";

const KEY_LIFE_MS = 30 * 86_400_000;

export class Session extends ServiceObject {
  static readonly googleName = "Session";

  getActiveUser(): User {
    return new User(this.run, this.run.user);
  }

  getEffectiveUser(): User {
    return new User(this.run, this.run.effectiveUser);
  }

  getUser(): User {
    return this.getActiveUser();
  }

  getActiveUserLocale(): string {
    return this.run.window?.locale ?? "en";
  }

  getScriptTimeZone(): string {
    return this.run.project.manifest.timeZone ?? "Etc/UTC";
  }

  getTimeZone(): string {
    return this.getScriptTimeZone();
  }

  /** Differs by user and script and changes every 30 days. */
  getTemporaryActiveUserKey(): string {
    const period = Math.floor(this.run.now() / KEY_LIFE_MS);
    const text = `${this.run.user}|${this.run.project.id}|${period}`;
    return createHash("sha256").update(text).digest("base64url");
  }
}
