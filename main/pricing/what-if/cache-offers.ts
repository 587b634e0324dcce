import type { Offer } from './replay-arrivals.ts';

const DAYS_MOST = 1000;
const SEATS_MOST = 100;

/**
 * An offer that is worked out once for each number of seats taken, days left and seats asked for. A simulation asks for the same few thousand
 * prices some hundred thousand times, and a quote costs as much as the rest of a sale.
 */
export function cacheOffers(offer: Offer): Offer {
  const known = new Map<number, number | undefined>();
  return (taken, daysAhead, seats) => {
    if (daysAhead >= DAYS_MOST || seats >= SEATS_MOST) return offer(taken, daysAhead, seats);
    const key = (taken * DAYS_MOST + daysAhead) * SEATS_MOST + seats;
    if (known.has(key)) return known.get(key);
    const fare = offer(taken, daysAhead, seats);
    known.set(key, fare);
    return fare;
  };
}
