/** Something that the reader can mend: shown as it is, without a stack. */
export class Sentence extends Error {}
