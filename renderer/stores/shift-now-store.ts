import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { effectOnBooking } from '../../shared/event-effects.ts';
import type { Heard } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';

interface ShiftNow {
  /** Null until the hub answered. */
  readonly now: Output<'shift.now'> | null;
  readonly refusal: Refusal | null;
  readonly asking: 'no' | 'once' | 'again';
}

const NOTHING: ShiftNow = { now: null, refusal: null, asking: 'no' };

/** The shift that is open at this desk: the frame names it, and its screen counts it. */
export const useShiftNow = create<ShiftNow>(() => NOTHING);
onSessionOver(() => useShiftNow.setState(NOTHING));

/** Calls that come while one is under way are answered by one more. */
export async function loadShift(): Promise<void> {
  if (useShiftNow.getState().asking !== 'no') {
    useShiftNow.setState({ asking: 'again' });
    return;
  }
  do {
    useShiftNow.setState({ asking: 'once' });
    const reply = await call('shift.now', {});
    // The session is over, so this answer is dropped.
    if (useShiftNow.getState().asking === 'no') return;
    useShiftNow.setState(reply.ok ? { now: reply.value, refusal: null } : { refusal: reply.refusal });
  } while (useShiftNow.getState().asking === 'again');
  useShiftNow.setState({ asking: 'no' });
}

/** Money that moves at this desk, or a change of its shift by anybody, asks for the shift again. */
export function hearShift(heard: Heard): void {
  if ('notice' in heard) return;
  const desk = useSession.getState().session?.desk;
  const amount = effectOnBooking(heard.type)?.amount;
  const ofShift = heard.type.startsWith('shift.');
  const ofDesk =
    heard.desk === desk && (amount === 'paid' || amount === 'refunded' || amount === 'price' || heard.type === 'receipt.printed');
  // A supervisor at another desk may count and close the shift of this one.
  if (ofShift || ofDesk) void loadShift();
}
