import type { Action, ActionOf } from './action.ts';
import { ownRandom } from './own-random.ts';

const UNNAMED_ONE_IN = 7;
const MINUTES_ONE_IN = 12;

/** The same step. Where seats are held, now and then none are named on some of the flights, and the length of the hold is said. Its draws are its own. */
export function seatsUnnamed(seed: number, action: Action): Action {
  if (action.do !== 'place') return action;
  const random = ownRandom(seed + 900_000, action.key);
  const minutes = random.below(MINUTES_ONE_IN) === 0 ? { minutes: random.pick([1, 2, 7, 20, 30]) } : {};
  if (random.below(UNNAMED_ONE_IN) > 0) return { ...action, ...minutes };
  const word = random.pick(['best', 'open', 'open'] as const);
  const all = random.below(4) > 0;
  const legs = action.legs.map((leg): ActionOf<'place'>['legs'][number] => (all || random.below(2) === 0 ? { ...leg, seats: word } : leg));
  return { ...action, ...minutes, legs };
}
