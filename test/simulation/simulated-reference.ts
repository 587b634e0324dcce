import { Airports } from '../../main/reference/airports.ts';
import type { Airport, Reference } from '../../main/reference/reference.ts';
import { seatPlan, TINY_AIRPORTS, tinyReferenceTo } from '../main/support/tiny-reference.ts';
import { MAP_OF, MAP_ROWS } from './world.ts';

const PLANS = new Map(Object.entries(MAP_ROWS).map(([id, rows]) => [id, seatPlan(id, rows)]));

/** In the European Union, where another rule says what is owed to who is denied boarding. */
const AMSTERDAM: Airport = {
  ...{ code: 'AMS', name: 'AMS Airport', city: 'AMS', cityCode: 'AMS', country: 'NL' },
  ...{ latitude: 52.31, longitude: 4.76, zone: 'Europe/Amsterdam', closed: false, suspect: false },
};

const simulated = (tiny: Reference): Reference => ({
  ...tiny,
  withAirports: (changes) => simulated(tiny.withAirports(changes)),
  seatPlan: (id) => PLANS.get(id),
  shippedSeatMaps: [],
  equipmentOfType: (type) => [type],
  seatPlanFor: (equipment) => PLANS.get(MAP_OF[equipment] ?? ''),
});

/** What ships with Aisle, in the small world: its seat maps and airports. */
export const simulatedReference = simulated(tinyReferenceTo(new Airports([...TINY_AIRPORTS, AMSTERDAM])));
