import type { Reference } from "./reference.ts";
import { readReference, writeReference } from "./reference.ts";
import { FormulaSyntaxError, tokensOf } from "./tokens.ts";

/** Replaces every reference in a formula's text and leaves all else as written; text that cannot be read stays. */
export function rewriteReferences(formula: string, replace: (reference: Reference) => Reference | "#REF!"): string {
  const written: string[] = [];
  let from = 0;
  try {
    for (const { kind, text, at } of tokensOf(formula)) {
      const reference = kind === "reference" ? readReference(text) : undefined;
      if (!reference) continue;
      const replaced = replace(reference);
      if (replaced === reference) continue;
      written.push(formula.slice(from, at), replaced === "#REF!" ? replaced : writeReference(replaced));
      from = at + text.length;
    }
  } catch (problem) {
    if (problem instanceof FormulaSyntaxError) return formula;
    throw problem;
  }
  return written.join("") + formula.slice(from);
}
