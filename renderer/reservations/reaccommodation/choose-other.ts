import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { step } from './desk-steps.ts';
import { type Kept, useDesk } from './desk-store.ts';

/** What is known of a booking here; where nothing is, no seats are kept. */
const oursOf = ({ bookingId, locator, version }: ChangedBooking): Kept =>
  useDesk.getState().kept.get(bookingId) ?? {
    ...{ bookingId, locator, version, outcome: 'none', ways: [], desk: null, until: null },
    ...{ take: 0, quote: null },
  };

const put = (ours: Kept): void => useDesk.setState(({ kept }) => ({ kept: new Map(kept).set(ours.bookingId, ours) }));

/** Its flights as they are scheduled now, where one was changed, and all of them still fly and have its seats. */
export const canStay = ({ legs }: Pick<ChangedBooking, 'legs'>): boolean =>
  legs.some(({ change }) => change !== 'none') &&
  legs.every(
    ({ change, seats, connection }) =>
      change !== 'cancelled' &&
      change !== 'missed' &&
      !(change === 'seatGone' && seats.includes('over')) &&
      (!connection || connection.now >= connection.least),
  );

/** All that happened is that somebody got another seat than was paid for: to stay, with the difference back, is what is proposed first. */
export const staysFirst = (row: Pick<ChangedBooking, 'legs'>): boolean =>
  canStay(row) &&
  row.legs.some(({ change }) => change === 'seatGone') &&
  row.legs.every(({ change }) => change === 'seatGone' || change === 'none' || change === 'moved');

/** The passengers fly as the schedule has it now. */
export function takeNow(row: ChangedBooking): void {
  if (canStay(row)) put({ ...oursOf(row), take: 'now' });
}

/** All of the money back: the hub quotes it first. */
export const takeMoney = (row: ChangedBooking): Promise<void> =>
  step('quote', async () => {
    const reply = await call('bookings.cancelQuote', { requestId: newRequestId(), bookingId: row.bookingId }, 'person');
    if (!reply.ok) return reply.refusal;
    put({ ...oursOf(row), take: 'money', quote: reply.value });
    announce(`${row.locator}: all money back`);
    return null;
  });
