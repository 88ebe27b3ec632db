import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

/** A person; the address is "" where it is hidden from the script. */
export class User extends ServiceObject {
  static readonly googleName = "User";
  /** The user of an event shows them as plain fields. */
  static readonly fields = ["email", "nickname"];

  constructor(
    run: Execution,
    readonly email: string,
  ) {
    super(run);
  }

  get nickname(): string {
    return this.email.split("@")[0] ?? "";
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }

  /** A user prints as the address. */
  override toString(): string {
    return this.email;
  }
}
