import { ServiceObject } from "../core/service-object.ts";
import { ChartTextStyleBuilder } from "./chart-text-style.ts";

/** The Charts service as far as charts in sheets need it: its constants and text styles. */
export class Charts extends ServiceObject {
  static readonly googleName = "Charts";

  newTextStyle(): ChartTextStyleBuilder {
    return new ChartTextStyleBuilder(this.run);
  }
}
