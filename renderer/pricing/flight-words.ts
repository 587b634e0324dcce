import { decimalsOf } from '../../shared/currencies.ts';
import type { PricedFlight } from '../../shared/methods/pricing-list.ts';
import { minor, moneyText, roundHalfUp } from '../../shared/money.ts';
import type { FlightMark } from '../../shared/pricing/flight-filter.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';

/** Whole units of the currency, for a column that compares: `3,180`. */
export const wholeMoney = (amount: number, currency: string): string =>
  moneyText(minor(roundHalfUp(amount / 10 ** decimalsOf(currency)) * 10 ** decimalsOf(currency)), currency).replace(/\.\d+$/, '');

/** `+12`, `−3` with a true minus, `0`. */
export const signed = (seats: number): string => (seats < 0 ? `\u2212${-seats}` : seats > 0 ? `+${seats}` : '0');

/** As a mark stands in a row. */
export const MARK_TAGS: Readonly<Record<FlightMark, { readonly text: string; readonly kind?: 'warn' | 'other' }>> = {
  override: { text: 'override', kind: 'other' },
  'below-bid': { text: 'below bid', kind: 'warn' },
  ahead: { text: '\u25b2 ahead', kind: 'warn' },
  behind: { text: '\u25bc behind', kind: 'warn' },
  ceiling: { text: 'at ceiling' },
  floor: { text: 'at floor' },
};

/** The load of the cabin that a row is about. */
export const loadOf = (flight: PricedFlight) => flight.cabins.find(({ cabin }) => cabin === flight.cabin) ?? flight.cabins[0];

export function percentSold(flight: PricedFlight): number {
  const load = loadOf(flight);
  return load && load.authorised > 0 ? Math.floor((100 * load.sold) / load.authorised) : 0;
}

const seatsText = (seats: number): string => `${seats} ${seats === 1 ? 'seat' : 'seats'}`;

/** What the money at stake is made of: `58 seats are expected to leave empty, at 149.00`. */
export function stakeWords(flight: PricedFlight): string {
  const { empty, currency } = flight;
  const load = loadOf(flight);
  if (empty === null || !load) return 'Not known: departure is too far ahead, and too few past flights are known.';
  const price = moneyText(minor(load.price), currency);
  if (empty === 0) return 'As many are expected as there are seats.';
  if (empty > 0) return `${seatsText(empty)} ${empty === 1 ? 'is' : 'are'} expected to leave empty, at ${price} ${currency} each.`;
  return `${seatsText(-empty)} more ${empty === -1 ? 'is' : 'are'} expected to be asked for than there are, at ${price} ${currency} each.`;
}

/** Where the forecast comes from. */
export function forecastWords(flight: PricedFlight): string {
  const { forecast, origin, destination } = flight;
  if (!forecast) return 'No forecast: too few past flights are known, and departure is too far ahead for the stated curve.';
  return forecast.from === 'history'
    ? `By pick-up on ${forecast.departures} past departures ${origin}\u2013${destination} of this weekday.`
    : 'By the stated booking curve, because the store knows too few past departures of this route and weekday.';
}

/** `economy: 74 of 126 sold` */
export function cabinWords(flight: PricedFlight): string {
  const load = loadOf(flight);
  return load ? `${CABIN_NAMES[load.cabin]}: ${load.sold} of ${load.authorised} sold` : '';
}
