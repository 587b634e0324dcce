import { useEffect, useState } from 'react';
import { QUIET_MS } from '../parts/use-quiet-start.ts';

/**
 * Whether what has this number has been on the screen so long that a key is meant for it, and not for what stood there before. What the screen began
 * with has.
 */
export function useShownLong(number: number | undefined): boolean {
  const [read, setRead] = useState(number);
  useEffect(() => {
    if (number === undefined) return;
    const timer = setTimeout(() => setRead(number), QUIET_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return number !== undefined && read === number;
}
