import type { Input, Output } from '../../../shared/contract.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { roundHalfUp } from '../../../shared/money.ts';
import { ERROR_DAYS, FLIGHT_CURVE_DAYS } from '../../../shared/pricing/curve-days.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { BookingCurve } from '../../pricing/revenue/booking-curve.ts';
import { expectedBooks } from '../../pricing/revenue/expected-books.ts';
import { type ForecastError, forecastErrorAt } from '../../pricing/revenue/forecast-error.ts';
import { forecastLoad } from '../../pricing/revenue/forecast-load.ts';
import { daysUntil, type PastCurve } from '../../pricing/revenue/past-curve.ts';
import { pastErrors } from '../../pricing/revenue/past-errors.ts';
import { cabinCounters, flightById, flightName } from '../../store/tables/flights-table.ts';
import type { Query } from '../query.ts';
import { classesTold } from './flight-classes.ts';
import { flightMoves } from './flight-moves.ts';
import { lookAt, lookOptions } from './looked-at.ts';
import { pricedFlight } from './priced-flight.ts';

/** The chosen flight of the list: its curve day by day, and its forecast with the error that such forecasts had. */
export const pricingFlight: Query<Input<'pricing.flight'>, Output<'pricing.flight'>> = async (context, { flightId, cabin }) => {
  const { db, now, reference } = context;
  const row = await flightById(db, flightId);
  if (!row) return refuse('FLIGHT_UNKNOWN');
  const flight = await lookAt(row, await cabinCounters(db, flightId), cabin, await lookOptions(context));
  if (!flight) {
    const cabins = Object.keys(reference.seatPlan(row.seat_map)?.capacity ?? {});
    return refuse('CABIN_UNKNOWN', { flight: flightName(row), cabin, cabins });
  }
  const { past, stated, load, outlook } = flight;
  const { forecast } = outlook;
  const moved = (await flightMoves(db, reference, [row]))(flightId).get(cabin) ?? [];
  const daysBefore = daysUntil(row.departs_at, now);
  const curves = past.map((curve) => inSeatsOf(curve, load.authorised));
  const way = forecast && { sold: load.sold, final: forecast.seats, daysBefore };
  const band =
    forecast?.from === 'history'
      ? forecastLoad(forecast, pastErrors(curves, Math.ceil(daysBefore)), row.service_day - Math.ceil(daysBefore), Number.POSITIVE_INFINITY)
          .band
      : undefined;
  return accept({
    flight: pricedFlight(flight, moved, now, FLIGHT_CURVE_DAYS),
    ahead: FLIGHT_CURVE_DAYS.map((day) =>
      way && row.departs_at - day * DAY_MS > now
        ? roundHalfUp(expectedBooks(way, forecast?.from === 'history' ? past : [], stated, day))
        : null,
    ),
    band: band ? { low: roundHalfUp(band.low), high: roundHalfUp(band.high) } : null,
    errors: ERROR_DAYS.map((day) => toldError(forecastErrorAt(curves, day))),
    past: past.length,
    classes: flight.classes ? classesTold(flight.classes) : null,
    competitor:
      row.competitor_fare === null || row.competitor_read_at === null
        ? null
        : { fare: row.competitor_fare, readAt: row.competitor_read_at },
    toCome: forecast ? Math.max(0, roundHalfUp(forecast.seats - load.sold)) : null,
  });
};

/** A past curve as it would have been with the seats of this flight. */
const inSeatsOf = ({ departureDay, onBooks, seats }: PastCurve, authorised: number): BookingCurve => ({
  departureDay,
  onBooks: Array.from(onBooks, (books) => (books * authorised) / seats),
});

const toldError = (error: ForecastError | undefined) =>
  error
    ? {
        daysBefore: error.daysBefore,
        departures: error.departures,
        meanPerMille: roundHalfUp(error.meanShare * 1_000),
        biasTenths: roundHalfUp(error.bias * 10),
      }
    : null;
