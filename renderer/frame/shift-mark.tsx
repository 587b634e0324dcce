import { useEffect } from 'react';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { hearShift, loadShift, useShiftNow } from '../stores/shift-now-store.ts';

/** The open shift beside the name: since when, and how many sales it has. */
export function ShiftMark({ zone }: { zone: string }) {
  const shift = useShiftNow(({ now }) => now?.shift);
  const locked = useSession((state) => state.locked);
  useEffect(() => {
    if (locked) return;
    void loadShift();
    const stops = [onHeard(hearShift), onResync(() => void loadShift())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [locked]);
  if (!shift) return null;
  const sales = shift.totals.documents.reduce((sum, { kind, documents }) => sum + (kind === 'sale' ? documents : 0), 0);
  return (
    <span className="shift-mark">
      Shift <b>{localTime(shift.openedAt, zone)}</b>
      <span className="shift-sales">
        , {sales} {sales === 1 ? 'sale' : 'sales'}
      </span>
    </span>
  );
}
