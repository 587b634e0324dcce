import { dateOfDay } from '../../../shared/instants.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { flightName } from '../../store/tables/flights-table.ts';
import type { ScheduledLeg } from '../../store/tables/legs-of-number.ts';
import { aboutLeg, filedLeg } from './filed-leg.ts';
import type { HandMoment, Planned } from './hand-plan.ts';
import { legOrderProblem } from './leg-order.ts';
import { routeWords } from './leg-words.ts';

/** As a file that speaks for this number on this day, and does not hold the leg. What else the number flies is in it, so that it stays. */
export function planCancel(
  { allLegs }: Extract<HandChange, { kind: 'cancel' }>,
  leg: ScheduledLeg,
  run: readonly ScheduledLeg[],
  { now }: HandMoment,
): Planned {
  const day = leg.service_day - leg.day_shift;
  const others = run.filter(
    ({ id, cancelled, departs_at, service_day, day_shift }) =>
      id !== leg.id && cancelled === 0 && departs_at > now && service_day - day_shift === day,
  );
  const gone = allLegs ? [leg, ...others] : [leg];
  const words = gone
    .toSorted((one, other) => one.departs_at - other.departs_at)
    .map(routeWords)
    .join(', ');
  const scope = { carrier: leg.carrier, flight: { number: leg.number, suffix: leg.suffix }, fromDay: day, toDay: day };
  const staying = allLegs ? [] : others;
  return accept({
    ...{ flights: staying.map(filedLeg), scopes: [scope], through: [] },
    attention: staying.length > 0 ? [`${flightName(leg)} still flies ${staying.map(routeWords).join(', ')} on that day`] : [],
    change: { ...aboutLeg(leg), kind: 'cancel', said: `${words} cancelled` },
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
    attention: [`Who was moved to another flight since ${dateOfDay(leg.service_day)} was cancelled stays there`],
    change: { ...aboutLeg(leg), kind: 'flyAgain', said: `${routeWords(leg)} flies again` },
  });
}
