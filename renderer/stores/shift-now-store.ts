import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { effectOnBooking, isAbout } from '../../shared/event-effects.ts';
import type { ShiftReport } from '../../shared/methods/shifts.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type Asking, askOnceMore } from '../client/ask-once-more.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';

/** The open shift of another desk, which a supervisor counts and closes. */
interface ShiftElsewhere {
  readonly report: ShiftReport;
  /** The number of the last Z of its desk; null before the first. */
  readonly lastZ: number | null;
}

interface ShiftNow {
  /** Null until the hub answered. */
  readonly now: Output<'shift.now'> | null;
  /** The shift of another desk that was asked for, by its number; null for none. */
  readonly askedElsewhere: number | null;
  readonly elsewhere: ShiftElsewhere | null;
  readonly refusal: Refusal | null;
  readonly asking: Asking;
}

const NOTHING: ShiftNow = { now: null, askedElsewhere: null, elsewhere: null, refusal: null, asking: 'no' };

/** The shift that is open at this desk: the frame names it, and its screen counts it. */
export const useShiftNow = create<ShiftNow>(() => NOTHING);
onSessionOver(() => useShiftNow.setState(NOTHING));

/** Asks the hub for the shift of this desk, and for the one of another desk that is shown. */
export const loadShift = (): Promise<void> =>
  askOnceMore(useShiftNow, async () => {
    const { askedElsewhere } = useShiftNow.getState();
    const [reply, elsewhere] = await Promise.all([call('shift.now', {}), readElsewhere(askedElsewhere)]);
    return {
      ...(reply.ok ? { now: reply.value, refusal: null } : { refusal: reply.refusal }),
      ...(useShiftNow.getState().askedElsewhere === askedElsewhere ? { askedElsewhere: elsewhere && askedElsewhere, elsewhere } : {}),
    };
  });

/** What the shift of another desk tells now; null once it is closed. */
async function readElsewhere(shiftId: number | null): Promise<ShiftElsewhere | null> {
  if (shiftId === null) return null;
  const report = await call('shift.report', { shiftId });
  // What was shown stays until the hub can be asked again.
  if (!report.ok) return useShiftNow.getState().elsewhere;
  if (report.value.closed) return null;
  const list = await call('shift.list', { desk: report.value.desk });
  const nextZ = list.ok ? list.value.shifts.find((one) => one.shiftId === shiftId)?.nextZ : null;
  return { report: report.value, lastZ: nextZ ? nextZ - 1 || null : null };
}

/** Opens the shift of another desk, for a supervisor; null goes back to that of this desk. */
export function lookElsewhere(shiftId: number | null): Promise<void> {
  useShiftNow.setState({ askedElsewhere: shiftId, ...(shiftId === null ? { elsewhere: null } : {}) });
  return loadShift();
}

/** Money that moves at this desk, or a change of its shift by anybody, asks for the shift again. */
export function hearShift(heard: Heard): void {
  if ('notice' in heard) return;
  const { now, elsewhere } = useShiftNow.getState();
  const desks = [useSession.getState().session?.desk, elsewhere?.report.desk];
  const amount = effectOnBooking(heard.type)?.amount;
  // At a thousand counters somebody opens or counts all the time. A supervisor at another desk may count and close the shift of this one.
  const shown = [now?.shift?.shiftId, elsewhere?.report.shiftId];
  const ofShift = isAbout(heard, 'shift') && (!now || desks.includes(heard.desk) || shown.includes(heard.data.shiftId));
  const ofDesk =
    desks.includes(heard.desk) && (amount === 'paid' || amount === 'refunded' || amount === 'price' || heard.type === 'receipt.printed');
  if (ofShift || ofDesk) void loadShift();
}
