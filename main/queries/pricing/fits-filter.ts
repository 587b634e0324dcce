import { decimalsOf } from '../../../shared/currencies.ts';
import type { Comparison, FilterBound, FlightFilter } from '../../../shared/pricing/flight-filter.ts';
import { pickedUp, type SeatsMoved } from '../../pricing/revenue/seats-moved.ts';
import { weekdayOf } from '../../store/tables/scope-flights.ts';
import type { LookedAt } from './looked-at.ts';

const COMPARE: Readonly<Record<Comparison, (one: number, other: number) => boolean>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '=': (one, other) => one === other,
};

const isOfSales = ({ figure }: FilterBound): boolean => figure.startsWith('pickup');

/** Whether the line asks for what only the sales of each flight tell. */
export const asksForPickUp = ({ bounds }: FlightFilter): boolean => bounds.some(isOfSales);

/** What can be decided without reading counters or prices: carrier and weekday. */
export const mayFit = ({ carrier, weekdays }: FlightFilter, row: LookedAt['row']): boolean =>
  (carrier === null || row.carrier === carrier) && (weekdays.length === 0 || weekdays.includes(weekdayOf(row.service_day)));

/** Everything but the pick-up. */
export const fits = ({ bounds, marks }: FlightFilter, flight: LookedAt): boolean =>
  (marks.length === 0 || marks.some((mark) => flight.marks.includes(mark))) &&
  bounds.every((bound) => isOfSales(bound) || fitsBound(bound, flight));

/** The pick-up of the seats that moved. */
export const fitsPickUp = ({ bounds }: FlightFilter, moved: readonly SeatsMoved[], now: number): boolean =>
  bounds.every(
    (bound) => !isOfSales(bound) || COMPARE[bound.is](pickedUp(moved, now, Number(bound.figure.slice('pickup'.length))), bound.value),
  );

function fitsBound({ figure, is, value }: FilterBound, { daysLeft, load, row }: LookedAt): boolean {
  const compare = COMPARE[is];
  // Whole numbers on both sides: 59.9 % is under 60 %, and 60 % is not.
  if (figure === 'load') return load.authorised > 0 && compare(load.sold * 100, value * load.authorised);
  if (figure === 'price') return compare(load.price * 1_000, value * 10 ** decimalsOf(row.currency));
  return compare(daysLeft, value);
}
