import { useEffect } from 'react';
import { ignoreSecondEnter } from './ignore-second-enter.ts';

function watchEnter(): () => void {
  let isByEnter = false;
  const hear = (event: Event): void => {
    isByEnter = event instanceof KeyboardEvent && event.key === 'Enter';
  };
  window.addEventListener('keydown', hear, true);
  window.addEventListener('pointerdown', hear, true);
  return () => {
    window.removeEventListener('keydown', hear, true);
    window.removeEventListener('pointerdown', hear, true);
    if (isByEnter) ignoreSecondEnter();
  };
}

/**
 * Stands beside what a key may close. The Enter that closed it may come twice, and the focus goes to a button: after a time limit it took the money,
 * after a refund worksheet it asked for a new quote. Who closed it by Esc or a press means the next Enter. With another `key` it is another one.
 */
export function WatchEnter() {
  useEffect(watchEnter, []);
  return null;
}
