import { useEffect } from 'react';

/** While `isOn`, Esc does this before anything else that Esc does, wherever the focus is: what is under way is stopped first. */
export function useEscFirst(isOn: boolean, stop: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [isOn, stop]);
}
