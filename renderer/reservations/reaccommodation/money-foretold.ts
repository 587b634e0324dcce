import { doneByCarrier } from '../../../shared/done-by-carrier.ts';
import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';

/**
 * Why all of the money goes back, `cancelled by AA: 100 %, no fee`, before the hub quotes it. Undefined where the rules of the fare decide, or where a
 * flight may have left with its passengers.
 */
export function moneyForetold({ legs }: Pick<ChangedBooking, 'legs'>, now: number): string | undefined {
  const reason = doneByCarrier(legs.map(({ change, flight, seats }) => ({ kind: change, flight, seats })));
  const isAhead = legs.every(({ change, now: { departsAt } }) => change === 'cancelled' || change === 'missed' || departsAt > now);
  return reason && isAhead ? `${reason}: 100 %, no fee` : undefined;
}
