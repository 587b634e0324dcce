/**
 * For `user.keyboard`, after a letter: a key that does nothing, so that the letter acts at once. Without it the letter waits 50 ms, to see
 * whether it is the beginning of a word.
 */
export const ACTED = '{F24}';
