import { type ChartSpec, drawingOf, isDrawable } from "../../charts/chart-drawing.ts";
import { pngOf } from "../../charts/chart-picture.ts";
import { GoogleError, NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { Blob } from "../utilities/blob.ts";

/** The picture of a chart; what its drawing leaves out is told as a warning of the execution. */
export function pictureOf(run: Execution, spec: ChartSpec): Blob {
  if (!isDrawable(spec.type)) throw new NotEmulated(`Drawing charts of type ${spec.type}`);
  const drawing = drawingOf(spec);
  warnOfIgnored(run, spec, drawing.ignored);
  return new Blob(run, pngOf(drawing), "image/png", "chart.png");
}

/** As `pictureOf`, and counted as a converted file of whoever the script runs as. */
export function convertedPicture(run: Execution, spec: ChartSpec, contentType: string): Blob {
  if (contentType !== "image/png") throw new NotEmulated(`A chart as ${contentType}`);
  const { conversions } = run.workspace;
  if (conversions.remaining(run.effectiveUser, run.now()) < 1)
    throw new GoogleError("Service invoked too many times for one day: file conversions.");
  conversions.take(run.effectiveUser, 1, run.now());
  return pictureOf(run, spec);
}

/** Says once which options of a chart play no role in its drawing. */
export function warnOfIgnored(run: Execution, spec: ChartSpec, ignored: string[]): void {
  if (ignored.length === 0) return;
  const { title } = spec.options;
  const name = typeof title === "string" ? `The chart "${title}"` : "A chart";
  const warning = `${name} is drawn here without ${ignored.join(", ")}.`;
  if (!run.warnings.includes(warning)) run.warnings.push(warning);
}
