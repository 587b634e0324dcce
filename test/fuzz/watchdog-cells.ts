/** Place of the number of the input under way; below 0: none. */
export const INPUT = 0;
export const CHECK_MS = 1_000;
/** On a busy machine an honest input may wait long for its turn; a loop without end waits longer. */
export const STUCK_CHECKS_MAX = 60;
