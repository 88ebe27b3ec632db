/** Something that is not as it must be. */
export interface Wrong {
  readonly kind: string;
  readonly sentence: string;
}
