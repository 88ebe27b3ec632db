import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";

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
    return this.options[option] ?? null;
  }
  getOrDefault(option: string): unknown {
    return this.get(option);
  }
}
