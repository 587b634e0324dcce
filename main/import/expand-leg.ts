import { assert } from '../../shared/assert.ts';
import { clockOf } from '../../shared/clock-of.ts';
import { DAY_MS, dateOfDay, MINUTE_MS } from '../../shared/instants.ts';
import { baseFare } from '../reference/base-fare.ts';
import type { Airport, Reference } from '../reference/reference.ts';
import { localDay, momentOf, offsetAt } from '../reference/zone-time.ts';
import type { ScheduledFlight } from '../store/tables/scheduled-flight.ts';
import { checkSpeed } from './check-speed.ts';
import { FLIGHT_MINUTES_MAX } from './import-bounds.ts';
import { type LegEnd, type LegPattern, weekdayOf } from './leg-pattern.ts';
import type { ReadReport } from './read-report.ts';

const DAY_MINUTES = 24 * 60;

function* operatingDays({ fromDay, toDay, weekdays, everyWeeks }: LegPattern): Generator<number> {
  for (let day = fromDay; day <= toDay; day++) {
    if (weekdays[weekdayOf(day)] && Math.floor((day - fromDay) / 7) % everyWeeks === 0) yield day;
  }
}

/** The zone of an airport on a local day. */
type ZoneOn = (end: LegEnd, day: number) => string;

/**
 * The dated flights of a leg. Local times are converted day by day in the zone that each airport has on that day, so a period may span a change of clocks.
 * Days on which an airport is closed are refused. The
 * UTC variations of the file serve to infer a missing date variation and to tell two equal local times apart, and are checked. Times that a change of clocks skips or repeats
 * are reported once a leg. A leg whose times cannot be flown is refused whole.
 */
export function* expandLeg(pattern: LegPattern, reference: Reference, report: ReadReport): Generator<ScheduledFlight> {
  const { line, carrier, number, suffix, departure, arrival, equipment, plan } = pattern;
  const [first] = operatingDays(pattern);
  if (first === undefined) {
    report.refuse(line, 'The period holds none of the days of operation', pattern);
    return;
  }
  const departShift = departure.dayShift ?? 0;
  const zoneOn: ZoneOn = ({ airport }, day) => (reference.airportOn(airport.code, day) ?? airport).zone;
  const arriveShift = arrival.dayShift ?? inferArrivalShift(pattern, first, departShift, zoneOn);
  const moment = (end: LegEnd, day: number): number => {
    const time = day * DAY_MS + end.minute * MINUTE_MS;
    if (pattern.times === 'utc') return time;
    const zone = zoneOn(end, day);
    const found = momentOf(zone, time, toldOffset(end));
    const told = found.exists === 'twice' && offsetAt(zone, found.at) === toldOffset(end);
    if (found.exists !== 'once' && !told) {
      const how =
        found.exists === 'never' ? 'does not exist: the clocks are put forward; it is moved on' : 'exists twice: the earlier is taken';
      report.warnOnce(`${found.exists} ${line}`, line, `On ${dateOfDay(day)} ${clockOf(end.minute)} at ${end.airport.code} ${how}`);
    }
    return found.at;
  };

  const flown = moment(arrival, first + arriveShift) - moment(departure, first + departShift);
  if (flown <= 0 || flown > FLIGHT_MINUTES_MAX * MINUTE_MS) {
    const text = flown <= 0 ? `arrives ${-flown / MINUTE_MS} minutes before it departs` : 'takes more than 24 hours';
    report.refuse(line, `${departure.airport.code}-${arrival.airport.code} ${text}`, pattern);
    return;
  }
  checkSpeed(pattern, flown, reference, report);
  checkVariation(departure, pattern, first + departShift, zoneOn, report);
  checkVariation(arrival, pattern, first + arriveShift, zoneOn, report);

  const airportOf = ({ airport }: LegEnd, at: number): Airport => reference.airportAt(airport.code, at) ?? airport;
  const leaves = moment(departure, first + departShift);
  const fare = pattern.fare ?? baseFare(reference, airportOf(departure, leaves), airportOf(arrival, leaves + flown), flown);
  report.spoken.add(pattern);
  report.through.add(carrier, number, suffix, departure.airport.code, arrival.airport.code);
  const serviceDayOf = (day: number, at: number): number =>
    pattern.times === 'utc' ? localDay(airportOf(departure, at).zone, at) : day + departShift;
  const serviceDay = serviceDayOf(first, leaves);
  const starts = leaves - serviceDay * DAY_MS;
  const which = report.departures.of(pattern, serviceDay - first, starts, starts + flown);
  let short = 0;
  const rezoned = new Set<string>();
  const closed = new Map<string, number>();
  for (const day of operatingDays(pattern)) {
    const departsAt = moment(departure, day + departShift);
    const arrivesAt = moment(arrival, day + arriveShift);
    // A change of clocks during a very short flight can leave it no time at all, and so can another zone of an airport from a day on.
    if (arrivesAt <= departsAt) {
      short += 1;
      if (zoneOn(departure, day + departShift) !== zoneOn(departure, first + departShift)) rezoned.add(departure.airport.code);
      if (zoneOn(arrival, day + arriveShift) !== zoneOn(arrival, first + arriveShift)) rezoned.add(arrival.airport.code);
      continue;
    }
    const origin = departure.airport.code;
    const destination = arrival.airport.code;
    const shut = [airportOf(departure, departsAt), airportOf(arrival, arrivesAt)].find((airport) => airport.closed);
    if (shut) {
      closed.set(shut.code, (closed.get(shut.code) ?? 0) + 1);
      continue;
    }
    yield {
      carrier,
      number,
      suffix,
      origin,
      destination,
      serviceDay: serviceDayOf(day, departsAt),
      departsAt,
      arrivesAt,
      equipment,
      seatMap: plan.map.id,
      baseFare: fare,
      currency: pattern.currency,
      departure: which,
      dayShift: departShift,
      operatingDay: day,
      competitor: pattern.competitor,
    };
  }
  const why = rezoned.size > 0 ? `the corrected time zone of ${[...rezoned].join(' and ')}` : 'a change of clocks';
  if (short > 0) report.refuse(line, `On ${short} of its days ${why} leaves the flight no time`, pattern);
  for (const [code, days] of closed) report.refuse(line, `On ${days} of its days ${code} is not open by Admin, Airports`, pattern);
}

/**
 * Infers a blank date variation of the arrival: real files leave it blank on overnight flights. A leg takes more than nothing and at most a
 * day, so the UTC variations leave only one day on which it can arrive. That may be the day before (Guam to Honolulu).
 */
function inferArrivalShift({ departure, arrival, times }: LegPattern, day: number, departShift: number, zoneOn: ZoneOn): number {
  const variation = (end: LegEnd): number =>
    times === 'utc' ? 0 : (end.variation ?? offsetAt(zoneOn(end, day), day * DAY_MS + end.minute * MINUTE_MS) / MINUTE_MS);
  const departs = departure.minute - variation(departure) + departShift * DAY_MINUTES;
  const arrives = arrival.minute - variation(arrival);
  const shift = Math.floor((departs - arrives) / DAY_MINUTES) + 1;
  assert(Number.isInteger(shift), 'times and variations are whole minutes');
  return shift;
}

/** Milliseconds ahead of UTC that the file gives for an end. Of two equal local times, it says which is meant. */
const toldOffset = ({ variation }: LegEnd): number | undefined => (variation === undefined ? undefined : variation * MINUTE_MS);

function checkVariation(end: LegEnd, { line, times }: LegPattern, day: number, zoneOn: ZoneOn, report: ReadReport): void {
  const { airport, minute, variation } = end;
  if (times === 'utc' || variation === undefined) return;
  const zone = zoneOn(end, day);
  const actual = offsetAt(zone, momentOf(zone, day * DAY_MS + minute * MINUTE_MS, toldOffset(end)).at) / MINUTE_MS;
  if (actual === variation) return;
  const told = `${airport.code} is ${utc(variation)} in the file and ${utc(actual)} by its zone ${zone} on ${dateOfDay(day)}`;
  report.warnOnce(`zone ${airport.code} ${variation}`, line, `${told}; the zone is followed`);
}

const utc = (minutes: number): string => `UTC${minutes < 0 ? '-' : '+'}${clockOf(Math.abs(minutes))}`;
