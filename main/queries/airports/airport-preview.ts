import type { Input, Output } from '../../../shared/contract.ts';
import { dateOfDay, dayNumber, MINUTE_MS } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import { localDay, offsetAt } from '../../reference/zone-time.ts';
import { airportProblem } from '../../rules/airport-problem.ts';
import { airportChanges } from '../../store/tables/airport-changes-table.ts';
import { countArriving, leavingAirport } from '../../store/tables/flights-at-airport.ts';
import { airportFacts } from '../../views/airport-facts.ts';
import { daysOfChange } from '../../views/days-of-change.ts';
import type { Query } from '../query.ts';

/** What a change of an airport would do to flights to come. */
export const airportPreview: Query<Input<'airports.preview'>, Output<'airports.preview'>> = async (
  { db, now, reference },
  { code, from, ...facts },
) => {
  const problem = airportProblem(facts, reference);
  if (problem) return problem;
  const fromDay = dayNumber(from);
  const ofCode = (await airportChanges(db)).filter((change) => change.code === code);
  const days = daysOfChange({ fromDay, zone: facts.zone }, ofCode);
  const first = Math.max(days.from, now + 1);
  const before = reference.airportOn(code, fromDay);
  const leaving = await leavingAirport(db, code, first, days.until);
  const arriving = await countArriving(db, code, first, days.until);
  const told = leaving[0]?.departs_at ?? first;
  return accept({
    before: airportFacts(before),
    until: days.untilDay === null ? null : dateOfDay(days.untilDay),
    leaving: leaving.length,
    arriving,
    movedMinutes: before ? (offsetAt(facts.zone, told) - offsetAt(before.zone, told)) / MINUTE_MS : 0,
    otherDay: leaving.filter(({ departs_at, service_day }) => localDay(facts.zone, departs_at) !== service_day).length,
  });
};
