import { useQuietStart } from '../parts/use-quiet-start.ts';

/** Stands on the screen once a shift was opened on it. The focus has gone on to another button, and a hurried second Enter must not press it. */
export function JustOpened() {
  useQuietStart();
  return null;
}
