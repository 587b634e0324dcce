import type { Input } from '../../shared/contract.ts';
import { legTotal } from '../../shared/leg-fares.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { CancelOffer } from '../../shared/methods/offers.ts';
import { sum } from '../../shared/money.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { type BookingRow, bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { wishesOf } from '../store/tables/message-wishes-table.ts';
import { newestOffer, offerOf } from '../store/tables/offers-table.ts';
import { passengersOfBooking } from '../store/tables/sale-record.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { asItIsProblem } from '../views/as-it-is-problem.ts';
import { type ChangedLeg, changedLegs } from '../views/changed-legs.ts';
import type { MessageContent } from './message-content.ts';
import { messageLeg } from './message-leg.ts';
import type { Query, QueryContext } from './query.ts';

/** What a booking would be after something was accepted. */
interface After {
  readonly kind: 'reaccommodated' | 'cancelled';
  readonly legs: readonly BookedLeg[];
  /** Minor units that go back. */
  readonly back: number;
}

/**
 * What the passengers of a booking would be told if a way on, their flights as they are now, or their money back were accepted. The number of a voucher
 * that would be new is known only when it is there.
 */
export const messagePreview: Query<Input<'messages.preview'>, MessageContent> = async (context, { bookingId, take }) => {
  const { db, now: at, locators } = context;
  const row = await bookingById(db, bookingId);
  if (!row) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${bookingId}` });
  if (row.state !== 'CONFIRMED') return refuse('BOOKING_NOT_CONFIRMED', { bookingId, locator: locators.of(bookingId), state: row.state });
  const now = take === 'now' ? await changedLegs(context, row, await readSetting(db, 'movedMinutes')) : undefined;
  // What is refused is told to nobody.
  const refused = now && asItIsProblem(now);
  if (refused) return refuse('CHANGE_REFUSED', { bookingId, locator: locators.of(bookingId), ...refused });
  const after = now ? asNow(now) : typeof take === 'number' ? await onWay(context, row, take) : await moneyBack(context, row);
  if (!after) return refuse('BOOKING_UNKNOWN', { bookingId, locator: `number ${take}` });
  const { kind, legs, back } = after;
  const passengers = await passengersOfBooking(db, bookingId);
  return accept({
    ...{ messageId: 0, kind, channel: 'email' as const, bookingId, locator: locators.of(bookingId), sequence: row.version + 1, at },
    language: (await wishesOf(db, bookingId)).language,
    ...{ phone: row.phone ?? '', email: row.email ?? '' },
    passengers: passengers.map(({ given, surname }) => `${given} ${surname}`.trim()),
    legs: await Promise.all(legs.map((leg) => messageLeg(context, leg))),
    ...{ gone: [], currency: row.currency, total: kind === 'cancelled' ? row.total : row.total - back, back, paid: 0, vouchers: [] },
    ...{ changed: [], unreached: [], reseated: [], heldUntil: null },
    company: { name: await readSetting(db, 'companyName'), phone: await readSetting(db, 'companyPhone') },
  });
};

/** Undefined where the hold is no way of the booking. */
async function onWay({ db }: QueryContext, row: BookingRow, hold: number): Promise<After | undefined> {
  const way = await bookingById(db, hold);
  if (way?.way_for !== row.id) return undefined;
  const replaces = JSON.parse(way.way_replaces ?? '[]') as number[];
  const [legs, added] = [legsOf(row), legsOf(way)];
  const old = legs.filter(({ segment }) => replaces.includes(segment));
  const after = [...legs.filter((leg) => !old.includes(leg)), ...added.map((leg): BookedLeg => ({ ...leg, given: 'cancelled' }))];
  return {
    kind: 'reaccommodated',
    legs: after.toSorted((one, other) => one.departsAt - other.departsAt),
    back: sum(old.map(legTotal)) - sum(added.map(legTotal)),
  };
}

function asNow(now: readonly ChangedLeg[]): After {
  const legs = now.map(({ leg: sold, lessened, flight, change }): BookedLeg => {
    const leg = lessened ?? sold;
    if (change === 'none') return leg;
    return { ...leg, departsAt: flight.departs_at, arrivesAt: flight.arrives_at, given: change };
  });
  return { kind: 'reaccommodated', legs, back: sum(now.map(({ leg }) => legTotal(leg))) - sum(legs.map(legTotal)) };
}

/** By the newest quote. Undefined where there is none. */
async function moneyBack({ db }: QueryContext, row: BookingRow): Promise<After | undefined> {
  const offer = await newestOffer(db, row.id);
  if (offer?.kind !== 'cancel') return undefined;
  return { kind: 'cancelled', legs: legsOf(row), back: offerOf<CancelOffer>(offer).total };
}
