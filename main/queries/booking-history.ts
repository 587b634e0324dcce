import type { Output } from '../../shared/contract.ts';
import type { BookingMoved } from '../../shared/events/booking-moved.ts';
import type { BookingEventType, EventData } from '../../shared/events.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { seatNames, seatsSaid } from '../../shared/open-seat.ts';
import type { ReadDatabase } from '../store/database.ts';
import { clockStepsBack, isDatedAhead } from '../store/tables/clock-steps.ts';
import { handReason } from '../store/tables/hand-changes-table.ts';
import { eventsOfBooking, trustLinks } from '../store/tables/journal-table.ts';
import { offerReasons } from '../store/tables/offers-table.ts';

type History = Output<'bookings.get'>['history'];

/** `12A 12B`, of several flights `12A 12B, then 14C 14D`. */
const seats = (data: BookingMoved): string => data.legs.map((leg) => seatsSaid(leg.seats)).join(', then ');
/** What was given up: a passenger without a seat had a place all the same. */
const given = (data: BookingMoved): string => {
  const names = data.legs.map((leg) => seatNames(leg.seats).join(' ')).filter(Boolean);
  return names.length > 0 ? names.join(', then ') : 'its places';
};
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const money = (data: BookingMoved): string => `${moneyText(minor(data.amount), data.currency)} ${data.currency}`;

/** The text of each event in the history of a booking. */
const TEXTS: Readonly<Record<BookingEventType, (data: BookingMoved) => string>> = {
  'hold.placed': (data) => `Held ${seats(data)} at ${money(data)}`,
  'hold.payLater': ({ note }) => `To be paid later, ${note}`,
  'hold.shortened': ({ note }) => `Hold ends earlier, because ${note}`,
  'hold.takenOver': ({ note }) => `Taken over ${note}`,
  'hold.extended': () => 'Hold extended',
  'hold.released': (data) => `Released ${given(data)}`,
  'hold.expired': (data) =>
    data.note ? `Hold ended because ${data.note}; ${given(data)} went back to sale` : `Hold ended, ${given(data)} went back to sale`,
  'payment.begun': (data) => `${money(data)} put to the card terminal`,
  'payment.renewed': () => 'Next card put to the terminal, hold protected longer',
  'payment.tenderFailed': (data) => `Not paid: ${data.note}; ${seats(data)} kept for another tender`,
  // A payment that fails after its hold has ended gives no seats back.
  'payment.failed': (data) => `Payment failed: ${data.note}${data.legs.length > 0 ? `; ${given(data)} went back to sale` : ''}`,
  'payment.reversalDue': (data) => `Charge of ${money(data)} is being reversed: ${data.note}`,
  'payment.reversed': (data) => `Charge of ${money(data)} reversed`,
  'payment.refunded': (data) => `${money(data)} given back to the ${data.note || 'card'}`,
  'booking.flightsChanged': (data) => data.note,
  'way.kept': (data) => `${seats(data)} kept as a way on`,
  'way.lapsed': (data) => `Way on ended, ${given(data)} went back to sale`,
  'booking.reaccommodated': (data) => `${capital(data.note)}${data.amount > 0 ? `, ${money(data)} back` : ''}; has ${seats(data)}`,
  'payment.stuck': (data) => `The ${data.note} of ${money(data)} did not get through and waits for a supervisor`,
  'payment.triedAgain': (data) => `A supervisor has the ${data.note} of ${money(data)} tried again`,
  'booking.confirmed': (data) => `Confirmed ${seats(data)}, ${money(data)} paid by ${data.note}`,
  'receipt.printed': ({ note }) => `Receipt printed${note ? `, ${note} (marked COPY)` : ''}`,
  'booking.quoted': (data) => `Refund of ${money(data)} quoted, ${data.note}`,
  'booking.changeQuoted': (data) => `Change quoted, ${data.note}${data.amount === 0 ? '' : `, ${money(data)}`}`,
  'booking.cancelled': (data) => `Cancelled, ${money(data)} back, ${data.note}; ${given(data)} went back to sale`,
  'booking.seatsGiven': (data) => `${capital(given(data))} went back to sale`,
  'hold.protected': () => 'Kept longer, because a change is being paid',
  'hold.merged': (data) => `${seats(data)} went into ${data.note}`,
  'booking.changed': (data) => `${capital(data.note)}${data.amount > 0 ? `, ${money(data)} back` : ''}; has ${seats(data)}`,
  'booking.seated': (data) => `${data.note}; has ${seats(data)}`,
  'hold.seated': (data) => `${data.note}; holds ${seats(data)}`,
  'booking.unseated': (data) => `${data.note}; has ${seats(data)}`,
  'booking.missed': (data) => data.note ?? '',
  'hold.unseated': (data) => `${data.note}; holds ${seats(data)}`,
  'booking.divided': (data) => `${data.note}; has ${seats(data)}`,
  'booking.saleUndone': (data) => `Sale undone, ${money(data)} back; ${given(data)} went back to sale. The receipt is void`,
  'booking.cancelUndone': (data) => `Cancellation undone; has ${seats(data)} again`,
  'booking.changeUndone': (data) => `Change undone; has ${seats(data)} again`,
  'booking.split': (data) => `Split from ${data.note} with ${seats(data)}`,
  'message.sent': ({ note }) => `Message sent: ${note}`,
  'message.stuck': ({ note }) => `Message did not get through and waits for a supervisor: ${note}`,
  'message.sentAgain': ({ note }) => `A supervisor has a message sent again: ${note}`,
  'message.wished': ({ note }) => `Messages: ${note}`,
  'offer.messagedAgain': () => 'Told of the offer again',
  'offer.called': ({ note }) => `Called about the offer: ${note}`,
};

/** The data of any entry about a booking. */
type Moved = BookingMoved & Pick<EventData<'booking.quoted'>, 'quote'> & Pick<EventData<'booking.flightsChanged'>, 'byHand'>;

/** `; reason: seat 3A is broken`, from the offer that an entry is about: the journal itself has no text that a person typed. */
function because(type: BookingEventType, { quote, note }: Moved, reasons: Awaited<ReturnType<typeof offerReasons>>): string {
  if (type !== 'booking.quoted' && type !== 'booking.changeQuoted') return '';
  // Entries from before the number was told have it in their note alone.
  const given = reasons.get(quote ?? Number(/^quote (\d+), /.exec(note)?.[1]));
  // The note of a refund says already that it was waived.
  const waived = type === 'booking.quoted' ? 'reason' : 'fees waived';
  return `${given?.waiver ? `; ${waived}: ${given.waiver}` : ''}${given?.reason ? `; reason: ${given.reason}` : ''}`;
}

/** `; by hand: the crew is out of hours`, where a supervisor changed the flights. */
async function byHand(db: ReadDatabase, { byHand: number }: Moved): Promise<string> {
  const reason = number === undefined ? undefined : await handReason(db, number);
  return reason === undefined ? '' : `; by hand: ${reason}`;
}

/** The journal of one booking, newest first. */
export async function bookingHistory(db: ReadDatabase, bookingId: number): Promise<History> {
  const rows = await eventsOfBooking(db, bookingId);
  for (const { event } of rows) await trustLinks(db, event - 1, 1);
  const steps = await clockStepsBack(db);
  const reasons = await offerReasons(db, bookingId);
  const history: History = [];
  for (const { event, at, type, user, desk, data } of rows) {
    const moved = JSON.parse(data) as Moved;
    const text = `${TEXTS[type](moved)}${because(type, moved, reasons)}${await byHand(db, moved)}`;
    history.push({ event, at, ahead: isDatedAhead(steps, { event, at }), type, text, user, desk });
  }
  return history;
}
