import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

/** A person; the address is "" where it is hidden from the script. */
export class User extends ServiceObject {
  static readonly googleName = "User";

  constructor(
    run: Execution,
    readonly email: string,
  ) {
    super(run);
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
