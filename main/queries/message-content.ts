import { assert } from '../../shared/assert.ts';
import type { BookingEventType, EventData } from '../../shared/events.ts';
import type { LegChangeKind } from '../../shared/leg-change.ts';
import type { MessageChannel, MessageKind, MessageLanguage } from '../../shared/message-kinds.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { isSeat } from '../../shared/open-seat.ts';
import { readContact } from '../../shared/read-contact.ts';
import { accept } from '../../shared/refusals.ts';
import type { ReadDatabase } from '../store/database.ts';
import { bookingThen, legsBefore } from '../store/tables/booking-versions-table.ts';
import { bookingById, legsOf } from '../store/tables/bookings-table.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { messageById } from '../store/tables/messages-table.ts';
import { refundsOfVersion } from '../store/tables/refunds-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { voucherByNumber } from '../store/tables/vouchers-table.ts';
import { zonesNow } from '../views/zones-now.ts';
import { type MessageLeg, messageLeg } from './message-leg.ts';
import type { Query } from './query.ts';

type FlightsChanged = EventData<'booking.flightsChanged'>['flights'];

/**
 * All that a message is written from: the booking as it stood after the event, its flights as the schedule has them now, and the passengers' data. It is
 * never stored or logged.
 */
export interface MessageContent {
  readonly messageId: number;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: MessageLanguage;
  readonly locator: string;
  readonly bookingId: number;
  /** Rises with each change of the booking and of its flights: a calendar replaces what it has of an older one. */
  readonly sequence: number;
  readonly at: number;
  readonly phone: string;
  readonly email: string;
  /** As in the passport; empty for a booking that was not sold. */
  readonly passengers: readonly string[];
  readonly legs: readonly MessageLeg[];
  /** Flights that it had before and has no more, which a calendar may still hold. */
  readonly gone: readonly MessageLeg[];
  readonly currency: string;
  /** Minor units: the price of what it holds; what went back to what had paid; what was paid with a change. */
  readonly total: number;
  readonly back: number;
  readonly paid: number;
  /** New vouchers that money went back to, with minor units. */
  readonly vouchers: readonly { readonly number: string; readonly amount: number; readonly validUntil: number }[];
  /**
   * What the schedule changed, with the zones of both ends, the city where it goes now, and what that means for who was sold it. `kind`: none where it is
   * as it was sold again, and in entries that are older than it.
   */
  readonly changed: readonly (FlightsChanged[number] &
    Pick<BookedLeg, 'originZone' | 'destinationZone'> & {
      readonly destinationCity: string;
      readonly kind: LegChangeKind;
      /** By which its new departure is told; `originZone`: that before. */
      readonly leavesZone: string;
      /** Cities whose time zone was corrected since: the local time there may be the same as before. */
      readonly rezoned: readonly string[];
    })[];
  /** Flights that cannot be reached any more because one of two was moved. */
  readonly unreached: readonly string[];
  /** Segments on which the same passengers have other seats than before. */
  readonly reseated: readonly number[];
  /** Of a hold. */
  readonly heldUntil: number | null;
  /** At the end of the message; empty texts where nobody set them. */
  readonly company: { readonly name: string; readonly phone: string };
}

const ENTRY = 'SELECT at, data FROM journal WHERE event = ?';
const MOVED = "SELECT count(*) AS times FROM journal WHERE booking_id = ? AND event <= ? AND type = 'booking.flightsChanged'";

/** What a message says, from the journal and from the booking as it stood then. Address and phone are those of now. */
export const messageContent: Query<{ readonly messageId: number }, MessageContent> = async ({ db, locators, reference }, { messageId }) => {
  const message = await messageById(db, messageId);
  assert(message, `there is no message ${messageId}`);
  const { kind, channel, language, booking_id: bookingId, version } = message;
  const row = await bookingById(db, bookingId);
  const entry = await db.query<{ at: number; data: string }>(ENTRY).get(message.event);
  assert(row && entry, `message ${messageId} tells of a booking and an event`);
  const data = JSON.parse(entry.data) as EventData<BookingEventType> &
    Partial<EventData<'booking.changed'> & EventData<'hold.payLater'> & EventData<'booking.flightsChanged'>>;
  const then = await bookingThen(db, bookingId, version);
  const legs = then?.legs ?? legsOf(row);
  const before = await legsBefore(db, bookingId, version);
  const gone = before.filter(({ segment }) => !legs.some((leg) => leg.segment === segment));
  const moved = await db.query<{ times: number }>(MOVED).get(bookingId, message.event);
  const passengers = then?.passengers ?? (await saleRecordOf(db, bookingId)).passengers;
  const draft = row.asked_by === null ? await draftOf(db, bookingId) : null;
  const contact = draft ? readContact(draft.contact) : { phone: row.phone ?? '', email: row.email ?? '' };
  const city = (code: string, moment: number): string => reference.airportAt(code, moment)?.city ?? code;
  const told = (leg: BookedLeg) => messageLeg({ db, reference }, leg);
  const changed = (data.flights ?? []).flatMap((flight) => {
    const leg = legs.find(({ flightId }) => flightId === flight.flightId);
    if (!leg) return [];
    const { departsAt: departs_at, arrivesAt: arrives_at, destination } = flight;
    const zones = zonesNow(reference, leg, { origin: leg.origin, destination, departs_at, arrives_at });
    const rezoned = (zones.rezoned ?? []).map((code) => city(code, code === leg.origin ? departs_at : arrives_at));
    const kind = data.means?.find(({ flightId }) => flightId === flight.flightId)?.kind ?? 'none';
    const { originZone: leavesZone, destinationZone } = zones;
    const destinationCity = city(destination, arrives_at);
    // The time that stands on its papers is told as it stands there.
    const originZone = flight.leftAt === leg.departsAt ? leg.originZone : leavesZone;
    return [{ ...flight, originZone, leavesZone, destinationZone, destinationCity, kind, rezoned }];
  });
  const unreached = (data.means ?? []).flatMap(({ kind: meant, flight }) => (meant === 'connection' ? [flight] : []));
  const back = kind === 'cancelled' || kind === 'changed' || kind === 'upgraded' || kind === 'reaccommodated' ? data.amount : 0;
  const vouchers = back > 0 ? await newVouchers(db, bookingId, version) : [];
  return accept({
    ...{ messageId, kind, channel, language, bookingId, at: entry.at, locator: locators.of(bookingId) },
    sequence: version + (moved?.times ?? 0),
    ...{ phone: contact?.phone ?? '', email: contact?.email ?? '' },
    passengers: passengers.map(({ given, surname }) => `${given} ${surname}`.trim()),
    legs: await Promise.all(legs.map(told)),
    gone: await Promise.all(gone.map(told)),
    currency: row.currency,
    total: then?.total ?? row.total,
    back: back - vouchers.reduce((sum, { amount }) => sum + amount, 0),
    vouchers,
    paid: data.paid ?? 0,
    changed,
    unreached,
    reseated: kind === 'changed' ? reseated(before, legs) : [],
    heldUntil: kind === 'held' || kind === 'waitlistOffered' ? (data.payBy?.at ?? data.expiresAt) : null,
    company: { name: await readSetting(db, 'companyName'), phone: await readSetting(db, 'companyPhone') },
  });
};

function reseated(before: readonly BookedLeg[], after: readonly BookedLeg[]): number[] {
  const others = after.filter(({ segment, seats }) => {
    const had = before.find((leg) => leg.segment === segment)?.seats;
    return had?.length === seats.length && seats.some((seat, place) => isSeat(seat) && seat !== had[place]);
  });
  return others.map(({ segment }) => segment);
}

/** Vouchers that were issued for money that went back with the step that made a version of a booking. */
async function newVouchers(db: ReadDatabase, bookingId: number, version: number): Promise<MessageContent['vouchers']> {
  const sums = new Map<string, number>();
  for (const { voucher, amount } of await refundsOfVersion(db, bookingId, version))
    if (voucher !== null) sums.set(voucher, (sums.get(voucher) ?? 0) + amount);
  const vouchers: { number: string; amount: number; validUntil: number }[] = [];
  for (const [number, amount] of sums) {
    const row = await voucherByNumber(db, number);
    assert(row, `a refund of booking ${bookingId} went to a voucher that is gone`);
    vouchers.push({ number, amount, validUntil: row.valid_until });
  }
  return vouchers;
}
