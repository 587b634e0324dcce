import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { focusSeat } from '../../seats/pointer-store.ts';
import { bestSeats } from './begin-change.ts';
import { useChange } from './change-store.ts';

/** B: the best seats for all, and the focus goes to the first of them, where Enter goes on. Who types names of those who come stays there. */
export async function reseat(booking: BookingView): Promise<void> {
  await bestSeats(booking);
  const { kind, legs, active } = useChange.getState();
  const seat = legs[active]?.seats[0];
  if (kind !== 'add' && legs[active] && seat) focusSeat(legs[active].flightId, seat);
}
