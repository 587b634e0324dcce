import { useEffect, useRef } from 'react';
import { focusSeat, usePointer } from './pointer-store.ts';

/** Grid and list replace each other. The focus stays on the same seat. */
export function useFocusKept(listed: boolean, flightId: number): void {
  const before = useRef(listed);
  useEffect(() => {
    if (before.current === listed) return;
    before.current = listed;
    if (document.activeElement !== document.body) return;
    const seat = usePointer.getState().current[flightId];
    if (listed) document.querySelector<HTMLElement>('.seat-list .listed-seat')?.focus();
    else if (seat) focusSeat(flightId, seat);
  }, [listed, flightId]);
}
