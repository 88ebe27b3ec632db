import { NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";

/** The options a chart was built with; one that was never set is null. */
export class ChartOptions extends ServiceObject {
  static readonly googleName = "Charts.ChartOptions";

  constructor(
    run: Execution,
    private readonly options: Record<string, unknown>,
  ) {
    super(run);
  }

  get(option: string): unknown {
    if (option in this.options) return this.options[option];
    const related = Object.keys(this.options).some(
      (key) => key.startsWith(`${option}.`) || option.startsWith(`${key}.`),
    );
    if (related) throw new NotEmulated(`ChartOptions.get of "${option}", which was set as a part or as a whole only`);
    return null;
  }
}
