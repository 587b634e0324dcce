/** A bug planted in the product: one text of one file is replaced when it is imported. The file itself stays as it is. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Must stand in the file exactly once, so that no mutant dies unnoticed when the file is changed. */
  readonly find: string;
  readonly replace: string;
  /** A seed that finds it soon, tried first: for what takes a rare meeting of circumstances. */
  readonly seed?: number;
  /** The kind of failure by which it must be found, where it is planted for one check and no other would do. */
  readonly kind?: string;
}
