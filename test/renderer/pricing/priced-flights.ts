import type { Output } from '../../../shared/contract.ts';
import type { PricedFlight, UsualBand } from '../../../shared/methods/pricing-list.ts';
import { FLIGHT_CURVE_DAYS, LIST_CURVE_DAYS } from '../../../shared/pricing/curve-days.ts';
import { NOON } from '../support/samples.ts';

const DAY_MS = 86_400_000;

const usual = (days: readonly number[]): UsualBand => ({
  low: days.map((day) => 90 - day),
  middle: days.map((day) => 100 - day),
  high: days.map((day) => 110 - day),
  from: 'history',
});

/** A flight of the list, fourteen days ahead: 80 of 126 economy seats sold, 19 expected to leave empty. Changes as a case needs. */
export const pricedFlight = (change: Partial<PricedFlight> = {}, days = LIST_CURVE_DAYS): PricedFlight => ({
  flightId: 1,
  flight: 'VX 407',
  carrier: 'VX',
  origin: 'JFK',
  destination: 'LAX',
  originZone: 'America/New_York',
  date: '2026-12-05',
  departsAt: NOON + 14 * DAY_MS,
  daysLeft: 14,
  equipment: '320',
  currency: 'USD',
  cabin: 'Y',
  cabins: [{ cabin: 'Y', capacity: 126, authorised: 126, sold: 80, held: 2, price: 219_00 }],
  pickUp: { day1: 5, days3: 11, days7: -2 },
  bid: 206_00,
  forecast: { seats: 107, from: 'history', departures: 23 },
  empty: 19,
  stake: 19 * 219_00,
  policy: { version: 14, scope: 'network', author: 'osei' },
  open: null,
  marks: [],
  curve: days.map((day) => (day < 14 ? null : 100 - day)),
  usual: usual(days),
  ...change,
});

export const flightList = (
  flights: readonly PricedFlight[],
  change: Partial<Output<'pricing.flights'>> = {},
): Output<'pricing.flights'> => ({
  ...{ flights: [...flights], matched: flights.length, of: flights.length, until: null, pastLeft: 0 },
  ...change,
});

export const flightLook = (flight: PricedFlight = pricedFlight()): Output<'pricing.flight'> => ({
  flight: { ...flight, curve: pricedFlight({}, FLIGHT_CURVE_DAYS).curve, usual: flight.usual && usual(FLIGHT_CURVE_DAYS) },
  ahead: FLIGHT_CURVE_DAYS.map((day) => (day < 14 ? 107 - day : null)),
  band: { low: 95, high: 119 },
  errors: [
    { daysBefore: 60, departures: 11, meanPerMille: 241, biasTenths: -12 },
    { daysBefore: 30, departures: 12, meanPerMille: 163, biasTenths: 4 },
    { daysBefore: 14, departures: 13, meanPerMille: 71, biasTenths: 0 },
    null,
  ],
  classes: null,
  competitor: null,
  past: 23,
  toCome: 27,
});

const expected = (authorised: number, net: number) => ({
  authorised,
  risk: 0.214,
  volunteers: 0.3,
  denied: 0.06,
  empty: 2,
  cost: 151_20,
  net,
});

/** 126 seats are authorised, and 131 are advised. */
export const advice = (change: Partial<Output<'pricing.overbookingAdvice'>> = {}): Output<'pricing.overbookingAdvice'> => ({
  ...{ flightId: 1, cabin: 'Y', currency: 'USD', capacity: 126, authorised: 126, held: 2, sold: 80, most: 189, decided: null },
  ...{ percent: null, blocked: 0 },
  assumed: {
    ...{ showPerMille: 950, fare: 219_00, refundPercent: 0, volunteers: 1, volunteerCost: 438_00, deniedCost: 876_00, riskPerMille: 10 },
  },
  now: expected(126, 27_594_00),
  byRevenue: expected(131, 28_402_82),
  byRisk: expected(128, 28_000_00),
  ...change,
});
