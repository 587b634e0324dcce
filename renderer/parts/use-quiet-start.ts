import { useEffect, useState } from 'react';

/** So long after a panel has come, Enter, Space and a click may still be meant for what stood there before. */
export const QUIET_MS = 700;

/** Whether the panel has been there long enough to be pressed. Until then Enter and Space do nothing outside a text field. */
export function useQuietStart(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (ready) return;
    const swallow = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', swallow, true);
    return () => window.removeEventListener('keydown', swallow, true);
  }, [ready]);
  return ready;
}
