import { announce } from '../../parts/announcer.tsx';
import { AGAIN, forgetChange, useChange } from './change-store.ts';
import { letHoldGo } from './hold-change.ts';
import { letWaysGo } from './propose-ways.ts';

/** Esc: what is held is released first, or the way that is chosen is not any more; then the change is left and the booking stays as it is. */
export async function leaveChange(): Promise<void> {
  const { hold, way, busy, unheard, done } = useChange.getState();
  if (busy === 'taking' || busy === 'splitting' || busy === 'holding' || unheard) return;
  if (hold && !done) {
    const { locator } = hold;
    letHoldGo();
    useChange.setState({ ...AGAIN, note: `${locator} is released. The booking is as it was.` });
    announce(`${locator} released`);
    return;
  }
  if (way !== null && !done) {
    useChange.setState({ ...AGAIN, way: null });
    return;
  }
  letWaysGo();
  forgetChange();
}
