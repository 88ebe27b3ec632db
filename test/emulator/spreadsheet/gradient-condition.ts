import type { Execution } from "../core/execution.ts";
import { type EnumValue, ServiceObject } from "../core/service-object.ts";
import { type Color, colorOf } from "./color.ts";
import { constant } from "./constants.ts";
import type { ConditionalFormat, GradientPoint } from "./model/sheet-parts.ts";

type Points = NonNullable<ConditionalFormat["gradient"]>;

/** A colour scale; a point that is not set answers empty texts. */
export class GradientCondition extends ServiceObject {
  static readonly googleName = "SpreadsheetApp.GradientCondition";

  constructor(
    run: Execution,
    private readonly points: Points,
  ) {
    super(run);
  }

  getMinColor(): string {
    return this.points.min?.color ?? "";
  }
  getMinColorObject(): Color | null {
    return colorOf(this.run, this.points.min?.color);
  }
  getMinType(): EnumValue | null {
    return typeOf(this.points.min);
  }
  getMinValue(): string {
    return this.points.min?.value ?? "";
  }
  getMidColor(): string {
    return this.points.mid?.color ?? "";
  }
  getMidColorObject(): Color | null {
    return colorOf(this.run, this.points.mid?.color);
  }
  getMidType(): EnumValue | null {
    return typeOf(this.points.mid);
  }
  getMidValue(): string {
    return this.points.mid?.value ?? "";
  }
  getMaxColor(): string {
    return this.points.max?.color ?? "";
  }
  getMaxColorObject(): Color | null {
    return colorOf(this.run, this.points.max?.color);
  }
  getMaxType(): EnumValue | null {
    return typeOf(this.points.max);
  }
  getMaxValue(): string {
    return this.points.max?.value ?? "";
  }
}

const typeOf = (point: GradientPoint | undefined): EnumValue | null =>
  point?.type === undefined ? null : constant("InterpolationType", point.type);
