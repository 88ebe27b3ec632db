import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";

/** How the text of a cell is turned: degrees counter-clockwise, or letters stacked. */
export class TextRotation extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.TextRotation";

  constructor(
    run: Execution,
    private readonly degrees: number,
    private readonly stacked: boolean,
  ) {
    super(run);
  }
  getDegrees(): number {
    return this.stacked ? 0 : this.degrees;
  }
  isVertical(): boolean {
    return this.stacked;
  }
}
