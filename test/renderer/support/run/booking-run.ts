import { SYSTEM } from '../../../../main/actor.ts';
import { assert } from '../../../../shared/assert.ts';
import type { BookingEventType, JournalEvent } from '../../../../shared/events.ts';
import { ANA, type Confirm, codeOf, value } from '../../../main/support/test-hub.ts';
import { type Counter, type Held, NOON, openCounter, sale } from './open-counter.ts';

type BookingEvent = Extract<JournalEvent, { type: BookingEventType }>;

/** What a counter answers after its hold was placed and `then` was done, and what its journal tells of the booking. */
async function after<Came>(then: (counter: Counter, held: Held) => Promise<Came>) {
  const counter = await openCounter();
  const told: BookingEvent[] = [];
  counter.hub.on((events) => told.push(...events.filter((each): each is BookingEvent => 'bookingId' in each.data)));
  const held = await counter.placeHold();
  const came = await then(counter, held);
  assert(counter.reports.length === 0, counter.reports.join('; '));
  const answer = await counter.booking(held.bookingId);
  const [found] = value(await counter.hub.ask('bookings.find', { anyOf: [{ by: 'locator', locator: held.locator }] }, ANA)).bookings;
  assert(found, 'a booking is found by its locator');
  const settings = value(await counter.hub.ask('settings.get', {}, ANA));
  const refundPolicies = value(await counter.hub.ask('refunds.policies', {}, ANA));
  // Its expiry timer would keep the run from ending.
  await counter.hub.close();
  return { came, told, settings, refundPolicies, found, ...answer };
}

const cash = ({ total }: Held): Confirm['tenders'] => [{ kind: 'cash', amount: total, given: 600_00 }];
const card = ({ total }: Held, testCard: 'approve' | 'decline'): Confirm['tenders'] => [
  { kind: 'card', amount: total, approvalCode: null, testCard },
];

/** One hold, and each way in which it can go on. */
export async function runBookings() {
  const held = await after(async () => {});
  const extended = await after(async (counter, { bookingId }) =>
    value(await counter.hub.execute('holds.extend', { ...counter.request(), bookingId }, ANA)),
  );
  const released = await after(async (counter, { bookingId }) =>
    value(await counter.hub.execute('holds.release', { ...counter.request(), bookingId }, ANA)),
  );
  const expired = await after(async (counter, { expiresAt }) => {
    counter.clock.advance((expiresAt ?? NOON) - NOON);
    value(await counter.hub.change('holds.expireDue', {}, SYSTEM, null));
  });
  const declined = await after(async (counter, hold) => {
    const reply = await counter.confirm(sale(hold, card(hold, 'decline')));
    assert(!reply.ok && reply.refusal.code === 'PAYMENT_DECLINED', codeOf(reply));
    // Nobody takes another tender.
    const { expiresAt } = (await counter.booking(hold.bookingId)).booking;
    counter.clock.advance((expiresAt ?? NOON) - NOON);
    value(await counter.hub.change('holds.expireDue', {}, SYSTEM, null));
    return reply;
  });
  const sold = await after(async (counter, hold) => value(await counter.confirm(sale(hold, cash(hold)))));
  const cancelled = await after(async (counter, hold) => {
    value(await counter.confirm(sale(hold, cash(hold))));
    const offer = value(await counter.hub.execute('bookings.cancelQuote', { ...counter.request(), bookingId: hold.bookingId }, ANA));
    const again = value(await counter.hub.execute('bookings.cancelQuote', { ...counter.request(), bookingId: hold.bookingId }, ANA));
    value(await counter.hub.execute('bookings.cancel', { ...counter.request(), bookingId: hold.bookingId, offerId: again.offerId }, ANA));
    return [offer, again] as const;
  });
  const told = [extended, released, expired, declined, cancelled].flatMap((life) => life.told);
  return {
    held: held.booking,
    sold: sold.booking,
    cancelled: cancelled.booking,
    foundHold: held.found,
    foundSold: sold.found,
    soldHistory: sold.history,
    settings: held.settings,
    refundPolicies: held.refundPolicies,
    offers: cancelled.came,
    declined: declined.came,
    /** The first event of each type. */
    events: told.filter((each, place) => told.findIndex(({ type }) => type === each.type) === place),
  };
}
