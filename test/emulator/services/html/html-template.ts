import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import type { HtmlOutput } from "./html-output.ts";
import { templateCode } from "./template-code.ts";

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** HTML with scriptlets; what a script hangs on it is in scope when it is evaluated. */
export class HtmlTemplate extends ServiceObject {
  static readonly googleName = "HtmlService.HtmlTemplate";

  constructor(
    run: Execution,
    private readonly source: () => string,
  ) {
    super(run);
  }

  evaluate(): HtmlOutput {
    const { realm } = this.run;
    const values = Object.entries(realm.convert.ownValues(this)).filter(([name]) => IDENTIFIER.test(name));
    const names = values.map(([name]) => name).join(", ");
    const evaluated = realm.callSource(
      `(function(${names}) { return ${this.getCode()} })`,
      values.map(([, value]) => value),
    );
    return realm.convert.toHost(evaluated) as HtmlOutput;
  }

  getCode(): string {
    return templateCode(this.source());
  }

  getCodeWithComments(): string {
    return templateCode(this.source(), true);
  }

  getRawContent(): string {
    return this.source();
  }
}
