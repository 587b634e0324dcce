import { MINUTE_MS } from '../../shared/instants.ts';
import { fareAt, lapFareAt } from '../../shared/leg-fares.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import { isSeat, seatNames } from '../../shared/open-seat.ts';
import type { PassengerType } from '../../shared/passengers.ts';
import { readContact } from '../../shared/read-contact.ts';
import { ageText } from '../format/age-text.ts';

export interface PassengerRow {
  readonly type: PassengerType;
  /** Host form, or empty while the hold has no names. */
  readonly name: string;
  /** Surname or given name as the passport spells it, where that says more than the host form does. */
  readonly passport: string;
  /** Given name of the adult on whose lap an infant is, also if it has a seat from a later flight on. */
  readonly carriedBy: string;
  readonly birthDate: string | null;
  /** On the day of the first flight: `8 y`, `7 months`. Empty where it does not count. */
  readonly age: string;
  /** A seat for each leg; null where an infant is on a lap. */
  readonly seats: readonly (string | null)[];
  /** Minor units for all legs. */
  readonly paid: number;
  readonly assistance: boolean;
  /** Travels as an unaccompanied minor. */
  readonly unaccompanied: boolean;
}

/** The fares of the legs on which a passenger has a seat, or is on a lap that is paid for. `carrier`: place of who carries it. */
const paidFor = (seats: PassengerRow['seats'], legs: readonly BookedLeg[], place: number, carrier?: number): number =>
  legs.reduce((sum, leg, at) => {
    if (seats[at] !== null) return sum + fareAt(leg, place).fare;
    return carrier === undefined ? sum : sum + lapFareAt(leg, carrier);
  }, 0);

/** Who asked for a booking and how they are reached. What is not sold has what was typed for its sale, or told for a waitlist. */
export function contactOf({ contact, draft }: BookingView): BookingView['contact'] {
  if (contact || !draft) return contact;
  const read = readContact(draft.contact);
  return read ? { ...read, askedBy: draft.askedBy ?? '' } : null;
}

/** One row a passenger: seated ones first, in the order of their seats; before there are names, the party of the hold. */
export function passengerRows(booking: BookingView): PassengerRow[] {
  const seatsOf = (index: number) => booking.legs.map((leg) => leg.seats[index] ?? null);
  if (booking.passengers.length === 0) {
    return booking.party.map(({ type, assistance }, index) => ({
      type,
      name: booking.draft?.passengers[index]?.name.toUpperCase() ?? '',
      passport: '',
      carriedBy: '',
      birthDate: null,
      age: '',
      seats: seatsOf(index),
      paid: paidFor(seatsOf(index), booking.legs, index),
      assistance,
      unaccompanied: false,
    }));
  }
  const firstDate = booking.legs[0]?.date ?? '';
  return booking.passengers.map((passenger, index) => {
    const seats = seatsOf(index);
    const carrier = passenger.with ?? booking.party[index]?.seatFrom?.with;
    return {
      type: passenger.type,
      name: passenger.name,
      passport: passportSpelling(passenger),
      carriedBy: carrier === undefined ? '' : givenOf(booking.passengers[carrier]),
      birthDate: passenger.birthDate,
      age: passenger.birthDate && firstDate ? ageText(passenger.birthDate, firstDate) : '',
      seats,
      paid: paidFor(seats, booking.legs, index, carrier),
      assistance: booking.party[index]?.assistance ?? false,
      unaccompanied: passenger.unaccompanied ?? false,
    };
  });
}

type Named = Pick<BookingView['passengers'][number], 'name' | 'surname' | 'given' | 'title'>;

/** The given name in host form. */
function givenOf(named: Named | undefined): string {
  const given = named?.name.split('/')[1] ?? '';
  return named?.title ? given.slice(0, -named.title.length - 1) : given;
}

/** The parts of a name that the passport spells otherwise than the host form; empty when it spells none so. */
function passportSpelling(named: Named): string {
  const { surname, given, name } = named;
  const parts = [surname.toUpperCase() === name.split('/')[0] ? '' : surname, given.toUpperCase() === givenOf(named) ? '' : given];
  return parts.filter((part) => part !== '').join(', ');
}

/** `2 ADT, 1 CHD, 1 INF on a lap` */
export function partyText(rows: readonly PassengerRow[]): string {
  const counts = new Map<PassengerType, number>();
  for (const row of rows) counts.set(row.type, (counts.get(row.type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}${type === 'INF' ? ' on a lap' : ''}`).join(', ');
}

/** Minutes on the ground before each leg but the first, and whether the airport changes. */
export const connections = (legs: readonly BookedLeg[]): { minutes: number; at: string; to: string }[] =>
  legs.slice(1).map((leg, index) => {
    const before = legs[index] as BookedLeg;
    return { minutes: Math.round((leg.departsAt - before.arrivesAt) / MINUTE_MS), at: before.destination, to: leg.origin };
  });

export const seatCount = (booking: BookingView): number => booking.legs.reduce((sum, leg) => sum + leg.seats.length, 0);

/** `24ABC 25AB`: seats of one row together, in the order of rows and letters; then who has none yet. */
export function seatsByRow(seats: readonly string[]): string {
  const rows = new Map<number, string[]>();
  for (const seat of seatNames(seats)) {
    const row = Number.parseInt(seat, 10);
    rows.set(row, [...(rows.get(row) ?? []), seat.slice(String(row).length)]);
  }
  const named = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, letters]) => `${row}${letters.sort().join('')}`)
    .join(' ');
  if (seats.every(isSeat)) return named;
  return named ? `${named}, no seat yet for ${seats.filter((seat) => !isSeat(seat)).length}` : 'no seat yet';
}

/** `six seats`, as the consequence beside an action says it. */
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const seatsText = (count: number): string => `${NUMBERS[count] ?? count} ${count === 1 ? 'seat' : 'seats'}`;
