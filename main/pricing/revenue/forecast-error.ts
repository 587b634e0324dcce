import type { BookingCurve } from './booking-curve.ts';
import { forecastLoad } from './forecast-load.ts';
import { pastErrors } from './past-errors.ts';

/** How far off the forecast was, so many days before departure. */
export interface ForecastError {
  readonly daysBefore: number;
  /** How many departures could be foretold from those before them. Flights that ended empty do not count. */
  readonly departures: number;
  /** Mean of |forecast - load| / load, 0.05 for five percent. */
  readonly meanShare: number;
  /** Mean of forecast - load, in seats: above 0 if it promises too much. */
  readonly bias: number;
  /** The share of forecasts with a band whose flight ended in it, meant to be 0.8. Undefined: none had one. */
  readonly inBand: number | undefined;
}

/** What the forecast is worth on its own past, from cleaned curves of comparable flights. Undefined if no departure could be foretold. */
export function forecastErrorAt(curves: readonly BookingCurve[], daysBefore: number): ForecastError | undefined {
  const errors = pastErrors(curves, daysBefore);
  const flown = errors.filter(({ final }) => final > 0);
  if (flown.length === 0) return undefined;
  const mean = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const hits = flown.flatMap(({ departureDay, final, off }) => {
    const { band } = forecastLoad({ seats: final + off, departures: 0 }, errors, departureDay - daysBefore, Number.POSITIVE_INFINITY);
    return band ? [final >= band.low && final <= band.high ? 1 : 0] : [];
  });
  return {
    daysBefore,
    departures: flown.length,
    meanShare: mean(flown.map(({ final, off }) => Math.abs(off) / final)),
    bias: mean(flown.map(({ off }) => off)),
    inBand: hits.length > 0 ? mean(hits) : undefined,
  };
}
