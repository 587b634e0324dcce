import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import { aboutLeg, filedLeg } from './filed-leg.ts';
import type { HandMoment, Planned } from './hand-plan.ts';
import { legOrderProblem } from './leg-order.ts';
import { routeWords } from './leg-words.ts';

/** The day by which a file of local times speaks for a leg. Of a file of UTC it may be another than that of its day of operation. */
const spokenDay = ({ service_day, day_shift }: ScheduledLeg): number => service_day - day_shift;

/**
 * As a file that speaks for this number on a day, and does not hold the leg. What else the number flies on a day that it speaks for is in it, so
 * that it stays. `legs`: of the days around too.
 */
export function planCancel(
  { allLegs }: Extract<HandChange, { kind: 'cancel' }>,
  leg: ScheduledLeg,
  run: readonly ScheduledLeg[],
  legs: readonly ScheduledLeg[],
  { now }: HandMoment,
): Planned {
  const flies = ({ cancelled, departs_at }: ScheduledLeg): boolean => cancelled === 0 && departs_at > now;
  const gone = allLegs ? run.filter(flies) : [leg];
  const days = new Set(gone.map(spokenDay));
  const stays = (other: ScheduledLeg): boolean => flies(other) && !gone.some(({ id }) => id === other.id);
  const staying = legs.filter((other) => stays(other) && days.has(spokenDay(other)));
  const onThatDay = run.filter(stays);
  const flight = { number: leg.number, suffix: leg.suffix };
  return accept({
    flights: staying.map(filedLeg),
    scopes: [...days].map((day) => ({ carrier: leg.carrier, flight, fromDay: day, toDay: day })),
    through: [],
    attention: onThatDay.length > 0 ? [`${flightName(leg)} still flies ${onThatDay.map(routeWords).join(', ')} on that day`] : [],
    change: { ...aboutLeg(leg), kind: 'cancel', said: `${gone.map(routeWords).join(', ')} cancelled` },
  });
}

/** A leg that was cancelled flies again, as it was scheduled last. */
export function planFlyAgain(leg: ScheduledLeg, run: readonly ScheduledLeg[]): Planned {
  const flight = flightName(leg);
  if (leg.cancelled === 0) return refuse('HAND_SAME', { flight });
  const others = run.filter(({ id }) => id !== leg.id);
  const order = legOrderProblem(leg, undefined, others);
  if (order) return refuse('HAND_LEGS', { flight, problem: order });
  return accept({
    ...{ flights: [filedLeg(leg)], scopes: [], through: [] },
    attention: ['Bookings that were moved to other flights or cancelled meanwhile stay as they are'],
    change: { ...aboutLeg(leg), kind: 'flyAgain', said: `${routeWords(leg)} flies again` },
  });
}
