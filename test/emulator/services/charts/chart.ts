import type { ChartSpec } from "../../charts/chart-drawing.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import type { Blob } from "../utilities/blob.ts";
import { ChartOptions } from "./chart-options.ts";
import { convertedPicture, pictureOf } from "./picture.ts";

/** A chart that stands in no sheet: only a picture can be made of it. */
export class Chart extends ServiceObject {
  static readonly googleName = "Charts.Chart";
  static readonly kinds = { getAs: "picture", getBlob: "picture" } as const;

  constructor(
    run: Execution,
    private readonly chart: Omit<ChartSpec, "inSheet">,
  ) {
    super(run);
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.run, this.chart.options);
  }
  getBlob(): Blob {
    return pictureOf(this.run, { ...this.chart, inSheet: false });
  }
  getAs(contentType: string): Blob {
    return convertedPicture(this.run, { ...this.chart, inSheet: false }, contentType);
  }
}
