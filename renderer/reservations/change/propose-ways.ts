import { WAYS_MAX } from '../../../shared/bounds.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { stateAfter } from '../../../shared/follow-booking.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { serverNow } from '../../stores/clock-store.ts';
import { outcomeText } from '../reaccommodation/outcome-words.ts';
import { AGAIN, useChange } from './change-store.ts';

/** Asks for three ways on, with the seats of each kept. The hub gives up what it kept for the booking before. */
export async function proposeWays({ bookingId }: BookingView): Promise<void> {
  const { round } = useChange.getState();
  useChange.setState({ ways: null, way: null, offer: null, refusal: null, tenders: [], busy: 'searching' });
  const asked = { requestId: newRequestId(), bookingIds: [bookingId], ways: WAYS_MAX, by: 'passenger' as const };
  const reply = await call('reaccommodation.propose', asked, 'person');
  const now = useChange.getState();
  if (now.round !== round) {
    // They were left meanwhile. Where they were asked for once more, that answer counts.
    if (now.bookingId !== bookingId || now.kind !== 'ways') release(bookingId);
    return;
  }
  if (!reply.ok) {
    useChange.setState({ busy: null, refusal: reply.refusal });
    return;
  }
  const [proposal] = reply.value.proposals;
  useChange.setState({ busy: null, ways: proposal ?? null });
  const count = proposal?.ways.length ?? 0;
  if (count > 0) announce(`${count} ${count === 1 ? 'way' : 'ways'} on, seats kept for 3 minutes`);
  else if (proposal) announce(outcomeText(proposal));
}

const release = (bookingId: number): void =>
  void call('reaccommodation.release', { requestId: newRequestId(), bookingIds: [bookingId] }, 'person');

/** Their seats are not wanted any more. They are given up here at once; should the hub not hear of it, they end by themselves. */
export function letWaysGo(): void {
  const { bookingId, ways, done } = useChange.getState();
  if (bookingId === null || !ways || ways.ways.length === 0 || done) return;
  useChange.setState({ ...AGAIN, ways: null, way: null });
  release(bookingId);
}

/** F9: 3 minutes more for the seats of all ways, once. Ways that have lapsed are asked for anew. */
export async function keepWays(booking: BookingView): Promise<void> {
  const { ways, busy } = useChange.getState();
  if (busy) return;
  useChange.setState({ note: '' });
  const now = serverNow();
  if (!ways?.ways.some(({ expiresAt }) => !isDue(instant(expiresAt), now))) return proposeWays(booking);
  const reply = await call('reaccommodation.keep', { requestId: newRequestId(), bookingIds: [booking.bookingId] }, 'person');
  if (!reply.ok) useChange.setState({ refusal: reply.refusal });
  else announce(reply.value.kept.length > 0 ? 'Seats kept 3 minutes more' : 'These seats were kept longer once before');
}

/** Follows the seats of the ways. When those of the chosen one go back to sale, its offer ends with them. */
export function hearOfWays(event: JournalEvent): void {
  const { ways, way, busy, done } = useChange.getState();
  if (!ways || done || !isAbout(event, 'booking')) return;
  const { bookingId: hold, expiresAt: until } = event.data;
  const isKept = stateAfter('HOLD', event.type) === 'HOLD';
  const after = ways.ways.map((one) => (one.hold === hold ? { ...one, expiresAt: isKept ? (until ?? one.expiresAt) : 0 } : one));
  if (!ways.ways.some((one) => one.hold === hold)) return;
  useChange.setState({ ways: { ...ways, ways: after } });
  if (isKept || way !== hold || busy === 'taking') return;
  const note = 'The seats of this way went back to sale. The booking is as it was. F9 asks for ways on again.';
  useChange.setState({ ...AGAIN, way: null, note });
  announce(note);
}
