import type { ClassDecision } from '../../shared/methods/class-overrides.ts';
import type { ActionOf, Draft } from './action.ts';
import type { Model } from './model/model.ts';
import { CLASS_CODES, CLASSES } from './model/policies.ts';

type Publish = Omit<ActionOf<'publish'>, 'key' | 'join'>;

/** The last one is no class of the policy. */
const CODES = [...CLASS_CODES, 'X'];
const DECISIONS: readonly ClassDecision[] = ['closed', 'closed', 'open', 'policy'];
const at = <Item>(all: readonly Item[], place: number): Item => all[Math.floor(place) % all.length] as Item;

/**
 * What becomes of a publish that was drawn: every second one has booking classes, and where a flight is priced by those, mostly a class of it is
 * decided by hand instead. It draws nothing, so the other steps of a seed stay as they are.
 */
export function decideOnPrices(drawn: Publish, key: number, model: Pick<Model, 'flights' | 'policies'>, now: number): Draft {
  const { flight, of, based } = drawn;
  const known = model.flights.get(flight);
  if (known && (key % 4 !== 0 || known.departs > now) && model.policies.of(known, now).name === CLASSES)
    return {
      do: 'override',
      flight,
      of: of === 'route' ? 'route' : 'flight',
      code: at(CODES, key / 4),
      decision: at(DECISIONS, key / 16),
      based,
    };
  return drawn.name !== null && key % 2 === 0 ? { ...drawn, name: CLASSES } : drawn;
}
