import { WORD_MS } from './letter-run.ts';

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Does what cannot be taken back, but has a letter, once it is known that the letter began no word: another letter within that time takes it back
 * before it was done. One at a time.
 */
export function onceNoWord(run: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(run, WORD_MS);
}

/** The letter was the beginning of a word. */
export const wasWord = (): void => clearTimeout(waiting);
