import { QUIET_MS } from './use-quiet-start.ts';

/**
 * What has come by Enter does nothing by the second Enter of a hurried hand: a page would press the first of its buttons, an amount that
 * nobody has typed would be taken. Any other key or a press ends this, because who does that works with what has come. Returns how to end it earlier.
 */
export function ignoreSecondEnter(): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey) {
      stop();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const timer = setTimeout(() => stop(), QUIET_MS);
  const stop = (): void => {
    clearTimeout(timer);
    window.removeEventListener('keydown', hear, true);
    window.removeEventListener('pointerdown', stop, true);
  };
  window.addEventListener('keydown', hear, true);
  window.addEventListener('pointerdown', stop, true);
  return stop;
}
