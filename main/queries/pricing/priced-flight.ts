import { dateOfDay } from '../../../shared/instants.ts';
import type { PricedFlight, UsualBand } from '../../../shared/methods/pricing-list.ts';
import { roundHalfUp } from '../../../shared/money.ts';
import { availabilityText } from '../../../shared/pricing/availability-text.ts';
import type { PastCurve } from '../../pricing/revenue/past-curve.ts';
import { onBooksBefore, pickedUp, type SeatsMoved } from '../../pricing/revenue/seats-moved.ts';
import { usualShare } from '../../pricing/revenue/usual-curve.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { LookedAt } from './looked-at.ts';

/** A flight as a screen shows it. `moved`: the seats of its cabin; `days`: where its curve has points. */
export function pricedFlight(flight: LookedAt, moved: readonly SeatsMoved[], now: number, days: readonly number[]): PricedFlight {
  const { row, zone, daysLeft, cabins, load, outlook, policy, classes, marks } = flight;
  const { forecast, bid, empty, stake } = outlook;
  return {
    flightId: row.id,
    flight: flightName(row),
    carrier: row.carrier,
    origin: row.origin,
    destination: row.destination,
    originZone: zone,
    date: dateOfDay(row.service_day),
    departsAt: row.departs_at,
    daysLeft,
    equipment: row.equipment,
    currency: row.currency,
    cabin: load.cabin,
    cabins: [...cabins],
    pickUp: { day1: pickedUp(moved, now, 1), days3: pickedUp(moved, now, 3), days7: pickedUp(moved, now, 7) },
    bid: bid ?? null,
    forecast: forecast ? { ...forecast, seats: roundHalfUp(forecast.seats) } : null,
    empty: empty ?? null,
    stake: stake ?? null,
    policy: { version: policy.version, scope: policy.scope.kind, author: policy.author },
    open: classes ? availabilityText(classes.now.map(({ code, left, byHand }) => ({ code, left, closed: byHand === 'closed' }))) : null,
    marks: [...marks],
    curve: onBooksBefore(moved, row.departs_at, now, days).map((seats) => seats ?? null),
    usual: usualBandOf(flight, days),
  };
}

/** Kept for the flights of one list: flights of a route and weekday have the same. */
const sharesBy = new WeakMap<readonly PastCurve[], Map<number, ReturnType<typeof usualShare>>>();

function usualBandOf({ past, stated, load }: LookedAt, days: readonly number[]): UsualBand | null {
  let known = sharesBy.get(past);
  if (!known) {
    known = new Map();
    sharesBy.set(past, known);
  }
  const band: UsualBand = { low: [], middle: [], high: [], from: 'history' };
  for (const day of days) {
    if (!known.has(day)) known.set(day, usualShare(past, day));
    const ofPast = known.get(day);
    const share = ofPast ?? stated.usual(day);
    if (!share) return null;
    if (!ofPast) band.from = 'stated';
    for (const key of ['low', 'middle', 'high'] as const) band[key].push(roundHalfUp(share[key] * load.authorised));
  }
  return band;
}
