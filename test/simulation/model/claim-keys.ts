import type { Leg, ModelBooking } from './model.ts';
import { sittingOn } from './sale-checks.ts';

/** Whether this is a seat, or what stands in its place for a passenger who has none yet. */
export const isSeat = (seat: string): boolean => /^\d/.test(seat);

/** With what the key of a passenger without a seat begins. */
export const withoutSeat = (flightId: number, cabin: string): string => `${flightId} *${cabin}`;

/** What a booking claims on a leg, in the order of its seats: each seat, and a place of their own for whoever has none. */
export const keysOfLeg = ({ bookingId, party }: Pick<ModelBooking, 'bookingId' | 'party'>, leg: Leg): readonly string[] => {
  const { flightId, cabin, segment, seats } = leg;
  const sitting = sittingOn(party, segment);
  return seats.map((seat, at) =>
    isSeat(seat) ? `${flightId} ${seat}` : `${withoutSeat(flightId, cabin)} ${bookingId}.${segment}.${sitting[at]?.passenger}.${seat}`,
  );
};

export const claimKeys = (booking: Pick<ModelBooking, 'bookingId' | 'party'> & { readonly legs: readonly Leg[] }): readonly string[] =>
  booking.legs.flatMap((leg) => keysOfLeg(booking, leg));
