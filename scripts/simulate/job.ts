/** An act that is possible now: in words, and done by `run`. */
export interface Job {
  readonly text: string;
  readonly run: () => void;
  /** What is typed is wanted, even where it stands there already. */
  readonly claim?: { readonly id: string; readonly column: string; readonly value: string };
  /** What is dragged elsewhere. */
  readonly moves?: { readonly row?: string; readonly column?: string };
}
