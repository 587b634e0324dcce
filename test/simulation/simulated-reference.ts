import type { Airport, Reference } from '../../main/reference/reference.ts';
import { seatPlan, tinyReference } from '../main/support/tiny-reference.ts';
import { MAP_OF, MAP_ROWS } from './world.ts';

const PLANS = new Map(Object.entries(MAP_ROWS).map(([id, rows]) => [id, seatPlan(id, rows)]));

/** In the European Union, where another rule says what is owed to who is denied boarding. */
const AMSTERDAM: Airport = {
  ...{ code: 'AMS', name: 'AMS Airport', city: 'AMS', cityCode: 'AMS', country: 'NL' },
  ...{ latitude: 52.31, longitude: 4.76, zone: 'Europe/Amsterdam', suspect: false },
};

/** What ships with Aisle, in the small world: its seat maps and airports. */
export const simulatedReference: Reference = {
  ...tinyReference,
  airport: (code) => (code === AMSTERDAM.code ? AMSTERDAM : tinyReference.airport(code)),
  airportsOf: (place) => (place === AMSTERDAM.code ? [AMSTERDAM] : tinyReference.airportsOf(place)),
  seatPlan: (id) => PLANS.get(id),
  shippedSeatMaps: [],
  equipmentOfType: (type) => [type],
  seatPlanFor: (equipment) => PLANS.get(MAP_OF[equipment] ?? ''),
};
