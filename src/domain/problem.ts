export type ProblemKind =
  "missing-setup" | "not-allowed" | "invalid-input" | "not-found" | "busy" | "damaged" | "conflict";

/** Something that a person can understand and mend; its message is a sentence for that person. Anything else thrown is a bug. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly field: string | undefined;

  constructor(kind: ProblemKind, sentence: string, field?: string) {
    super(sentence);
    this.name = "Problem";
    this.kind = kind;
    this.field = field;
  }
}
