import { isDeepStrictEqual } from 'node:util';
import { AIRPORT_CHANGES_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { dayNumber } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { airportProblem } from '../rules/airport-problem.ts';
import { addAirportChange, airportChangeRows } from '../store/tables/airport-changes-table.ts';
import { countArriving, leavingAirport } from '../store/tables/flights-at-airport.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import { airportFacts } from '../views/airport-facts.ts';
import { daysOfChange } from '../views/days-of-change.ts';
import type { Command } from './command.ts';

/**
 * Adds an airport, or corrects it from a day on. Flights keep their moments. The generation of the schedule goes on, so a file that was read by the
 * airports before cannot be applied any more, and nothing that is kept shows them.
 */
export const setAirport: Command<Input<'airports.set'>, Output<'airports.set'>> = async (
  { db, now, actor, reference, emit },
  { code, from, basedOn, reason, ...facts },
) => {
  const problem = airportProblem(facts, reference);
  if (problem) return problem;
  const rows = await airportChangeRows(db);
  const ofCode = rows.filter((row) => row.code === code);
  const [newest] = ofCode;
  if ((newest?.number ?? 0) !== basedOn)
    return refuse('AIRPORT_CHANGED', { code, user: newest?.user ?? 'nobody', number: newest?.number ?? 0 });
  const fromDay = dayNumber(from);
  const before = reference.airportOn(code, fromDay);
  const known = airportFacts(before);
  // A place that is disputed can be confirmed. A code that nobody knows cannot be closed.
  if (known ? !before?.suspect && isDeepStrictEqual(known, facts) : facts.closed) return refuse('AIRPORT_SAME', { code, date: from });
  if (facts.closed) {
    const days = daysOfChange({ fromDay, zone: facts.zone }, ofCode);
    const first = Math.max(days.from, now + 1);
    const flights = (await leavingAirport(db, code, first, days.until)).length + (await countArriving(db, code, first, days.until));
    if (flights > 0) return refuse('AIRPORT_SCHEDULED', { code, date: from, flights });
  }
  if (rows.length >= AIRPORT_CHANGES_MAX) return refuse('AIRPORTS_FULL', { most: AIRPORT_CHANGES_MAX });
  const change = { number: (rows[0]?.number ?? 0) + 1, code, fromDay, ...facts };
  await addAirportChange(db, change, { reason, user: actor.user, at: now });
  await nextScheduleGeneration(db);
  emit('airport.set', change);
  return accept({ number: change.number });
};
