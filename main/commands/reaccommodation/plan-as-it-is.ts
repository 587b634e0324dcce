import { assert } from '../../../shared/assert.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { accept, type Reply } from '../../../shared/refusals.ts';
import { changedLegs, worstChange } from '../../views/changed-legs.ts';
import { changeRefused } from '../changes/change-refused.ts';
import type { Changing, PlannedChange } from '../changes/planned-change.ts';
import { flightPart } from '../leg-of-flight.ts';

/** What a passenger may agree to: other times, or another airport. */
const AS_IT_IS = ['none', 'moved', 'movedFar', 'otherDestination'];

/** The flights of a booking as the schedule has them now: their times and places become what it has. Seats and price stay. */
export async function planAsItIs({ context, row, party, legs, passengers }: Changing): Promise<Reply<PlannedChange>> {
  const { cache, reference } = context;
  const now = await changedLegs(context, row, await cache.setting('movedMinutes'));
  const lost = now.find(({ change }) => !AS_IT_IS.includes(change));
  if (lost) return changeRefused(context, row, `${lost.leg.flight} cannot be flown as it is now`, 'Choose another way on');
  const given = worstChange(now);
  if (!given) return changeRefused(context, row, 'its flights are as they were sold', 'There is nothing to accept');
  const after = now.map(({ leg, flight, change }): BookedLeg => {
    if (change === 'none') return leg;
    const [origin, destination] = [reference.airport(flight.origin), reference.airport(flight.destination)];
    assert(origin && destination, `flight ${flight.id} flies between airports that this Aisle does not know`);
    return { ...leg, ...flightPart(flight, origin, destination).part, given: change };
  });
  assert(after.length === legs.length, `all flights of booking ${row.id} are known`);
  const names = now.flatMap(({ leg, change }) => (change === 'none' ? [] : [leg.flight]));
  return accept({
    after: { party, passengers, legs: after },
    ...{ lines: [], kept: 0, rule: '', given, note: `${names.join(', ')} accepted as scheduled now` },
  });
}
