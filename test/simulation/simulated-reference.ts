import type { Reference } from '../../main/reference/reference.ts';
import { seatPlan, tinyReference } from '../main/support/tiny-reference.ts';
import { MAP_OF, MAP_ROWS } from './world.ts';

const PLANS = new Map(Object.entries(MAP_ROWS).map(([id, rows]) => [id, seatPlan(id, rows)]));

/** What ships with Aisle, in the small world: its seat maps and airports. */
export const simulatedReference: Reference = {
  ...tinyReference,
  seatPlan: (id) => PLANS.get(id),
  seatPlanFor: (equipment) => PLANS.get(MAP_OF[equipment] ?? ''),
};
