import { announce } from '../parts/announcer.tsx';
import { setNotice } from './sale-store.ts';

/** Shows the result of a key or an event, and announces it. */
export function say(text: string): void {
  setNotice(text);
  announce(text);
}
