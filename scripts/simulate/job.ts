/** An act that is possible now: in words, and done by `run`. */
export interface Job {
  readonly text: string;
  readonly run: () => void;
  /** What is typed is wanted, even where it stands there already. */
  readonly claim?: { readonly id: string; readonly column: string; readonly value: string };
  /** What is dragged elsewhere, or pasted over as a whole. */
  readonly moves?: Place;
  /** Cells that are pasted or filled: what stands there afterwards is wanted, even where it stood there already. */
  readonly covers?: readonly Required<Place>[];
}

/** A row, a column, or one cell, by identity. */
export interface Place {
  readonly row?: string;
  readonly column?: string;
}
