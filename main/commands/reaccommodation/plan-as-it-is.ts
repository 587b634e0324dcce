import { assert } from '../../../shared/assert.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { minor, sum } from '../../../shared/money.ts';
import { accept, type Reply } from '../../../shared/refusals.ts';
import { flownBetween } from '../../rules/flown-between.ts';
import { asItIsProblem } from '../../views/as-it-is-problem.ts';
import { changedLegs, worstChange } from '../../views/changed-legs.ts';
import { pricedAsSold } from '../../views/priced-from.ts';
import { changeRefused } from '../changes/change-refused.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { flightPart } from '../leg-of-flight.ts';

/**
 * The flights of a booking as the schedule has them now: their times and places become what it has. Seats stay, and what was paid for a dearer kind of
 * seat that is gone goes back.
 */
export async function planAsItIs({ context, row, party, legs, passengers }: Changing): Promise<Reply<PlannedChange>> {
  const { cache, reference } = context;
  const now = await changedLegs(context, row, await cache.setting('movedMinutes'));
  const refused = asItIsProblem(now);
  if (refused) return changeRefused(context, row, refused.problem, refused.advice);
  const given = worstChange(now);
  assert(given, `the carrier changed a flight of booking ${row.id}`);
  const after = now.map(({ leg: sold, flight, change, lessened }): BookedLeg => {
    const leg = lessened ?? sold;
    if (change === 'none') return leg;
    const [origin, destination] = flownBetween(reference, flight);
    assert(origin && destination, `flight ${flight.id} flies between airports that this Aisle does not know`);
    const { part } = flightPart(flight, origin, destination);
    return { ...leg, ...pricedAsSold(leg, { ...part, cabin: leg.cabin }), ...part, given: change };
  });
  assert(after.length === legs.length, `all flights of booking ${row.id} are known`);
  const names = now.flatMap(({ leg, change }) => (change === 'none' ? [] : [leg.flight]));
  const lost = sum(legs.map(legTotal)) - sum(after.map(legTotal));
  return accept({
    after: { party, passengers, legs: after },
    lines: lost === 0 ? [] : [{ label: 'Chosen seats lost', detail: names.join(', '), amount: minor(-lost) }],
    ...{ kept: 0, rule: '', given, note: `${names.join(', ')} accepted as scheduled now` },
  });
}
