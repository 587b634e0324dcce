import { isDeepStrictEqual } from 'node:util';
import { CLOSE_MS } from '../world.ts';
import type { Leg, Model } from './model.ts';

/** When the sales of a hold's first flight that closes end, as its flights are scheduled now. */
export const firstClose = (model: Model, legs: readonly { readonly flightId: number }[]): number =>
  Math.min(...departures(model, legs)) - CLOSE_MS;

/** When the flights leave, as they are scheduled now. */
export const departures = (model: Model, legs: readonly { readonly flightId: number }[]): number[] =>
  legs.map(({ flightId }) => model.flight(flightId).departs);

/** The legs of a hold with the times and the aircraft that their flights have now; undefined where they have not changed. */
export function soldAsScheduled(model: Model, legs: readonly Leg[]): Leg[] | undefined {
  const now = legs.map((leg) => {
    const { departs: departsAt, arrives: arrivesAt, equipment } = model.flight(leg.flightId);
    const sold = { ...leg, departsAt, arrivesAt, equipment };
    const fareOf = model.soldAt.get(leg);
    if (fareOf) model.soldAt.set(sold, fareOf);
    return sold;
  });
  return isDeepStrictEqual(now, legs) ? undefined : now;
}

interface Earlier {
  readonly flightId: number;
  readonly leftAt: number;
}

/** Nobody may pay for a flight after its sales have closed: an end or a date that lies later becomes the close, or the new departure for whoever was held past the close. `last`: bookings after it were made by the new schedule. */
export function shortenHolds(model: Model, earlier: readonly Earlier[], now: number, last = Number.POSITIVE_INFINITY): void {
  for (const { flightId, leftAt } of earlier) {
    const leaves = model.flight(flightId).departs;
    for (const hold of [...model.holds()].sort((a, b) => a.bookingId - b.bookingId)) {
      if (hold.bookingId > last || !hold.legs.some((leg) => leg.flightId === flightId)) continue;
      const { bookingId, createdAt, payBy } = hold;
      const isPaying = hold.payingSince !== null;
      const own = (isPaying ? model.unpaid.get(bookingId) : hold.expiresAt) ?? 0;
      const end = Math.max(now, own > leftAt - CLOSE_MS ? leaves : leaves - CLOSE_MS);
      if (end >= own) continue;
      if (!isPaying && end <= now) {
        model.met.push('a hold ended, because its flight leaves earlier');
        model.end(hold, now);
        continue;
      }
      if (isPaying) model.unpaid.set(bookingId, end);
      const expiresAt = isPaying ? (hold.expiresAt ?? end) : end;
      model.met.push(payBy ? 'a date to pay by, shortened' : isPaying ? 'shortened while it is paid' : 'a hold, shortened');
      const limit = payBy && payBy.at > end ? { payBy: { ...payBy, at: end } } : undefined;
      const after = { ...hold, ...limit, expiresAt, holdMs: expiresAt - createdAt };
      model.write(limit ? 'hold.payLater' : 'hold.shortened', after);
    }
  }
}
