import { assert } from '../../../shared/assert.ts';
import { dateOfDay, MINUTE_MS } from '../../../shared/instants.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import { FLIGHT_MINUTES_MAX } from '../import-bounds.ts';
import { aboutLeg, filedLeg } from './filed-leg.ts';
import type { HandMoment, Planned } from './hand-plan.ts';
import { legOrderProblem } from './leg-order.ts';
import { routeWords, timeWords } from './leg-words.ts';
import { localMoment } from './local-moment.ts';

/**
 * Other times for a leg. A flight that is moved over midnight keeps its date, as a late flight does: the date is part of what it is known by, so all who
 * booked it go with it. With the date of the new day it would be cancelled for them, and another flight would leave that nobody had booked.
 */
export function planRetime(
  { departs, arrives }: Extract<HandChange, { kind: 'retime' }>,
  leg: ScheduledLeg,
  run: readonly ScheduledLeg[],
  { now, reference }: HandMoment,
): Planned {
  const flight = flightName(leg);
  const [origin, destination] = flownBetween(reference, leg);
  assert(origin && destination, `the airports of flight ${leg.id} are known`);
  const wrong = (problem: string) => refuse('HAND_TIMES', { flight, problem });
  const day = leg.service_day;
  const left = localMoment(origin.zone, day, departs);
  const landed = arrives && localMoment(destination.zone, day, arrives);
  const notThere = left.exists === 'never' ? [departs, leg.origin] : landed?.exists === 'never' ? [arrives, leg.destination] : undefined;
  if (notThere) {
    const [at, code] = notThere as [{ time: string; day: number }, string];
    return wrong(`on ${dateOfDay(day + at.day)} the clocks of ${code} are put forward over ${at.time}`);
  }
  const departsAt = left.at;
  const arrivesAt = landed ? landed.at : departsAt + leg.arrives_at - leg.departs_at;
  if (departsAt <= now) return wrong('it would have left already');
  if (arrivesAt <= departsAt) return wrong('it would arrive before it leaves');
  if (arrivesAt - departsAt > FLIGHT_MINUTES_MAX * MINUTE_MS) return wrong('it would take more than 24 hours');
  const moved = { ...leg, departs_at: departsAt, arrives_at: arrivesAt };
  const others = run.filter(({ id }) => id !== leg.id);
  const order = legOrderProblem(moved, leg, others);
  if (order) return refuse('HAND_LEGS', { flight, problem: order });
  const words = (at: number, code: string): string => timeWords(at, code, day, reference);
  const said = [
    departsAt !== leg.departs_at && `leaves ${words(departsAt, leg.origin)} instead of ${words(leg.departs_at, leg.origin)}`,
    arrivesAt !== leg.arrives_at && `arrives ${words(arrivesAt, leg.destination)} instead of ${words(leg.arrives_at, leg.destination)}`,
  ].filter((part) => part !== false);
  if (said.length === 0) return refuse('HAND_SAME', { flight });
  const attention = [left, ...(landed ? [landed] : [])].some(({ exists }) => exists === 'twice')
    ? ['The clocks are put back on that day, so this time exists twice: the earlier is meant']
    : [];
  const days = departs.day !== 0 ? [`It keeps its date, ${dateOfDay(day)}, although it leaves on ${dateOfDay(day + departs.day)}`] : [];
  return accept({
    flights: [{ ...filedLeg(leg), departsAt, arrivesAt }],
    ...{ scopes: [], through: [], attention: [...days, ...attention] },
    change: { ...aboutLeg(leg), kind: 'retime', said: `${routeWords(leg)} ${said.join(', ')}` },
  });
}
