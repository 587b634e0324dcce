import type { ConsoleSession } from '../../main/hub/connection.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Person } from './odd-call.ts';
import type { SimulatedHub } from './simulated-hub.ts';

type Asked = Partial<Pick<BookingView, 'bookingId' | 'legs'>> & { readonly requestId: string };

/** A hold that is asked for may have to wait in the line of a flash sale. Gives who hears the answer. `session`: of a console that may be gone meanwhile. */
export function inLine(
  hub: SimulatedHub,
  { desk, user }: Person,
  method: string,
  input: object,
  session?: ConsoleSession,
): ((text: string) => void) | undefined {
  if (method !== 'holds.place' && method !== 'holds.revive') return undefined;
  const { requestId, legs, bookingId } = input as Asked;
  const isGone = () => session !== undefined && session.connection === undefined;
  const call = { who: `${desk} ${user}`, requestId, body: JSON.stringify([method, input]), isGone };
  const { lines, model } = hub.judge;
  lines.asked(
    call,
    (legs ?? model.bookings.get(bookingId ?? 0)?.legs ?? []).map(({ flightId }) => flightId),
  );
  return (text) => hub.guard(() => lines.answered(call, text));
}
