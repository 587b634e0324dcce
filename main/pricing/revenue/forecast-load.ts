import type { PastError } from './past-errors.ts';
import type { PickUp } from './pick-up.ts';

// The band comes from the forecast's own past errors. The scatter of the fitted flights about their line was tried: it promised 80 % and held
// 36 % at 60 days, because flights of one season err the same way. Own errors held 98 % there, and 70 to 74 % at 30, 14 and 7 days (test of forecast-error.ts).

/** The latest errors that a band leans on, and how many it needs: with fewer there is no band. */
const ERRORS_MOST = 60;
const ERRORS_LEAST = 10;
const BAND_SHARE = 0.8;

export interface LoadForecast {
  /** The final load in seats and part of one, from 0 to `authorised`. */
  readonly seats: number;
  /** Four of five flights ended so near to their forecast. Undefined: fewer than ten forecasts of the past can be checked. */
  readonly band: { readonly low: number; readonly high: number } | undefined;
  readonly departures: number;
}

/**
 * A forecast with its band. `told`: the pick-up for this flight. `errors`: pastErrors of the same history and days before, the latest
 * first; only those of flights that had left by `readOn` count, the day of the reading. `authorised`: the most seats that the flight may sell.
 */
export function forecastLoad(told: PickUp, errors: readonly PastError[], readOn: number, authorised: number): LoadForecast {
  const within = (seats: number): number => Math.min(authorised, Math.max(0, seats));
  const known = errors.filter((error) => error.departureDay <= readOn).slice(0, ERRORS_MOST);
  const sizes = known.map(({ off }) => Math.abs(off)).sort((one, other) => one - other);
  // One more than there are, so that a new error has that chance to be no larger.
  const reach = sizes[Math.min(sizes.length, Math.ceil(BAND_SHARE * (sizes.length + 1))) - 1];
  const band =
    reach === undefined || sizes.length < ERRORS_LEAST ? undefined : { low: within(told.seats - reach), high: within(told.seats + reach) };
  return { seats: within(told.seats), band, departures: told.departures };
}
