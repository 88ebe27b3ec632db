/** A field that somebody else has changed since an agent saw it: what each wants there, by whom and when (epoch ms) the other was set. */
export interface FieldConflict {
  readonly field: string;
  readonly yours: string;
  readonly theirs: string;
  readonly by: string;
  readonly at: number;
}
