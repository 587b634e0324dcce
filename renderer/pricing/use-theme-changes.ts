import { useEffect, useState } from 'react';

/** Counts changes of the theme, for what is drawn on a canvas: it takes its colours once. */
export function useThemeChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = (): void => setChanges((count) => count + 1);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(changed);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', changed);
    return () => {
      chosen.disconnect();
      dark.removeEventListener('change', changed);
    };
  }, []);
  return changes;
}
