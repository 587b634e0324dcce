import { DAY_MS } from '../../shared/instants.ts';
import { daysAhead } from './price-question.ts';

/**
 * The first moment after `now` at which a flight has a day less to go, as prices and booking classes count days; null on its last day. Whole days that
 * have 24 hours are counted, so the moment is one ms past the hour of departure, days before it.
 */
export function nextDayTurn(departsAt: number, now: number): number | null {
  const days = daysAhead(departsAt, now);
  return days === 0 ? null : departsAt - days * DAY_MS + 1;
}
