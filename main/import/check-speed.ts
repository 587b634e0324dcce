import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { Reference } from '../reference/reference.ts';
import type { LegPattern } from './leg-pattern.ts';
import type { ReadReport } from './read-report.ts';

/** Sound at the height of a cruise, in statute miles an hour. No airliner in service is as fast from door to door. */
const SOUND_MPH = 660;
/** The slowest that a leg can be: this speed, which slow propeller aircraft reach, and two hours for taxiing and waiting. */
const SLOW_MPH = 150;
const GROUND_MS = 2 * HOUR_MS;

/**
 * Warns of a leg that no aircraft can fly: a wrong date variation makes a hop of 50 miles take a day, a wrong zone makes it faster than sound.
 * It is no reason to refuse the leg, because the times may be right and the airport's place wrong.
 */
export function checkSpeed({ line, departure, arrival }: LegPattern, flown: number, reference: Reference, report: ReadReport): void {
  const miles = reference.miles(departure.airport, arrival.airport);
  if (miles === undefined) return;
  const minutes = Math.round(flown / MINUTE_MS);
  const time = `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  const told = `${departure.airport.code}-${arrival.airport.code} is ${Math.round(miles)} miles in ${time}`;
  if (miles / (flown / HOUR_MS) > SOUND_MPH) report.warn(line, `${told}, which is faster than sound`);
  else if (flown > GROUND_MS + (miles / SLOW_MPH) * HOUR_MS) report.warn(line, `${told}, which is too long for any flight`);
}
