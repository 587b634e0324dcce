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
export function decideOnPrices(drawn: Publish, key: number, model: Pick<Model, 'flights' | 'policies' | 'overrides'>, now: number): Draft {
  const { flight, of, based } = drawn;
  const known = model.flights.get(flight);
  if (known && known.departs > now && key % 3 !== 0 && model.policies.of(known, now).name === CLASSES) {
    // Where a class is closed already, mostly the next one is, down to the last, which may not be.
    const { closed } = model.overrides.of(known, []);
    const code = CLASS_CODES.find((one) => !closed.includes(one));
    if (closed.length > 0 && code !== undefined) return { do: 'override', flight, of: 'flight', code, decision: 'closed', based };
  }
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
