import type { Execution } from "../core/execution.ts";
import { ServiceObject } from "../core/service-object.ts";
import type { ChartModel } from "./model/charts.ts";

/** Where a chart stands: its anchor cell, counted from 1, and the distance from it in pixels. */
export class ContainerInfo extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.ContainerInfo";

  constructor(
    run: Execution,
    private readonly position: ChartModel["position"],
  ) {
    super(run);
  }

  getAnchorRow(): number {
    return this.position.row;
  }
  getAnchorColumn(): number {
    return this.position.column;
  }
  getOffsetX(): number {
    return this.position.x;
  }
  getOffsetY(): number {
    return this.position.y;
  }
}
