/** An error that the reader can fix. It is shown as a sentence, without a stack. */
export class Sentence extends Error {}
