import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { PassengerView } from '../../shared/methods/passenger.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { ChangeState } from '../reservations/change/change-store.ts';
import { type Flown, type KnownFlights, shownFlight } from './shown-flight.ts';

/** A flight as the booking has it or would have it, with the seat of each passenger in the order of their names. */
export interface LegShown extends Flown {
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly seats: readonly (string | null)[];
}

type Chosen = Pick<ChangeState, 'kind' | 'segments' | 'legs' | 'joins' | 'hold' | 'offer' | 'done'>;
type Party = Pick<BookingView, 'party'>;

/** The legs of a booking, or of an offer for it. `seated`: numbers of those who have a seat, in their order. `all`: of everybody who is named. */
function seatedLegs({ party }: Party, legs: readonly BookedLeg[], seated: readonly number[], all: readonly number[]): LegShown[] {
  return legs.map((leg) => {
    const from = (number: number) => party.find(({ passenger }) => passenger === number)?.seatFrom?.segment ?? 1;
    const there = seated.filter((number) => from(number) <= leg.segment);
    return { ...leg, seats: all.map((number) => leg.seats[there.indexOf(number)] ?? null) };
  });
}

const numbersOf = ({ party }: Party): number[] => party.map(({ passenger }) => passenger);
const inOrder = (legs: readonly LegShown[]): LegShown[] => legs.toSorted((one, other) => one.departsAt - other.departsAt);

/** The flights of a booking as they are. */
export const legsNow = (booking: BookingView): LegShown[] => seatedLegs(booking, booking.legs, numbersOf(booking), numbersOf(booking));

/** The flights as they would be, as far as it is known: what was picked, then what is held, then what is offered. */
export function legsAfter(booking: BookingView, chosen: Chosen, known: KnownFlights): LegShown[] {
  const { kind, offer, hold, legs, segments, done } = chosen;
  const now = legsNow(booking);
  if (done) return now;
  if (offer) {
    const numbers = numbersOf(booking);
    return inOrder(
      seatedLegs(booking, offer.legs, offer.seated, [...numbers, ...offer.seated.filter((number) => !numbers.includes(number))]),
    );
  }
  const picked = legs.flatMap((leg): LegShown[] => {
    const flight = known[leg.flightId]?.answer.flight;
    return flight ? [{ ...flight, ...leg }] : [];
  });
  const fresh: readonly LegShown[] = hold ? hold.legs : picked;
  if (kind === 'add')
    return now.map((leg) => ({ ...leg, seats: [...leg.seats, ...(fresh.find((one) => one.flightId === leg.flightId)?.seats ?? [])] }));
  const staying = now.filter((_, at) => !segments.includes(booking.legs[at]?.segment ?? 0));
  if (kind === 'part') return staying;
  return fresh.length > 0 ? inOrder([...fresh, ...staying]) : now;
}

/** The same flight in the same cabin at the same times, and nobody who has a seat there gets another one. */
const isSame = (one: LegShown, other: LegShown): boolean =>
  one.flightId === other.flightId &&
  one.cabin === other.cabin &&
  one.departsAt === other.departsAt &&
  one.seats.every((seat, place) => seat === null || (other.seats[place] ?? seat) === seat);

/** Those of the flights as sold that others come instead of, or none. */
export const legsBefore = (now: readonly LegShown[], after: readonly LegShown[]): LegShown[] =>
  now.filter((leg) => !after.some((other) => isSame(leg, other)));

export const shownLegs = (legs: readonly LegShown[]): PassengerView['flights'] => legs.map((leg) => shownFlight(leg, leg.cabin, leg.seats));
