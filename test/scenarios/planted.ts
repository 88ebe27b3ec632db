import { productFiles } from "../../scripts/product.ts";
import { type Company, reopened } from "./company.ts";
import { startingPoint } from "./sweep.ts";

/** A change of the bundle's text: what is there, once, and what stands there instead. */
export type Fault = readonly [before: string | RegExp, after: string];

/** The starting point, on the product with these faults; each must be there to be planted. */
export function openWith(...faults: readonly Fault[]): () => Company {
  const company = startingPoint()();
  if (faults.length > 0) plant(company, faults);
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
}

function plant({ project }: Company, faults: readonly Fault[]): void {
  const { files, manifest } = productFiles();
  const faulty = files.map((file) =>
    file.type === "gs" ? { ...file, source: faults.reduce(replaceOnce, file.source) } : file,
  );
  project.save(faulty, manifest);
}

function replaceOnce(source: string, [before, after]: Fault): string {
  expect([before, source.split(before).length - 1]).toEqual([before, 1]);
  return source.replace(before, () => after);
}
