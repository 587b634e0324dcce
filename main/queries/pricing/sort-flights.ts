import type { FlightSort } from '../../../shared/methods/pricing-list.ts';
import { pickedUp, type SeatsMoved } from '../../pricing/revenue/seats-moved.ts';
import type { LookedAt } from './looked-at.ts';

/** Sorts that compare money. */
const BY_MONEY: ReadonlySet<FlightSort> = new Set(['stake', 'price', 'bid']);

/**
 * The most first, and departures the earliest first; `reversed` the other way round. What is not known comes last either way. Money of two currencies
 * is not compared: the currency of most flights comes first.
 */
export function sortFlights(
  flights: readonly LookedAt[],
  sort: FlightSort,
  reversed: boolean,
  moved: (flight: LookedAt) => readonly SeatsMoved[],
  now: number,
): LookedAt[] {
  const counts = new Map<string, number>();
  for (const { row } of flights) counts.set(row.currency, (counts.get(row.currency) ?? 0) + 1);
  const currencies = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency);
  const places = new Map(currencies.map((currency, place) => [currency, place]));
  const sign = (sort === 'departure' ? 1 : -1) * (reversed ? -1 : 1);
  const keyed = flights.map((flight) => ({
    flight,
    currency: BY_MONEY.has(sort) ? (places.get(flight.row.currency) ?? 0) : 0,
    figure: figureOf(flight, sort, moved, now),
  }));
  return keyed
    .sort(
      (a, b) =>
        a.currency - b.currency ||
        Number(a.figure === undefined) - Number(b.figure === undefined) ||
        sign * ((a.figure ?? 0) - (b.figure ?? 0)) ||
        a.flight.row.departs_at - b.flight.row.departs_at ||
        a.flight.row.id - b.flight.row.id,
    )
    .map(({ flight }) => flight);
}

function figureOf(flight: LookedAt, sort: FlightSort, moved: (flight: LookedAt) => readonly SeatsMoved[], now: number): number | undefined {
  const { load, outlook, row } = flight;
  switch (sort) {
    case 'stake':
      return outlook.stake;
    case 'departure':
      return row.departs_at;
    case 'load':
      return load.authorised > 0 ? load.sold / load.authorised : undefined;
    case 'pickup':
      return pickedUp(moved(flight), now, 7);
    case 'price':
      return load.price;
    case 'bid':
      return outlook.bid;
  }
}
