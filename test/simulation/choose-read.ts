import type { SeededRandom } from '../../main/seeded-random.ts';
import type { Draft } from './action.ts';
import type { Staff } from './world.ts';

/** What somebody looks at. `which` draws the booking or the flight that it is of. */
export function chooseRead(random: SeededRandom, as: Staff, which: { booking(): number; flight(): number }): Draft {
  const what = random.pick([
    'seats',
    'seats',
    'price',
    'search',
    'board',
    'find',
    'holds',
    'events',
    'jobs',
    'booking',
    'unheard',
    'last-sales',
    'failed',
  ] as const);
  if (what === 'booking') return { do: 'read', what, of: which.booking(), as };
  if (what !== 'seats' && what !== 'price' && what !== 'search' && what !== 'board' && what !== 'find') return { do: 'read', what, as };
  return { do: 'read', what, flight: which.flight(), as };
}
