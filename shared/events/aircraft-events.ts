import { z } from 'zod';
import { rowId } from '../method.ts';

/** What happens to the aircraft of the airline, and which of them flights get. Reasons are kept apart, because a person types them. */
export const AIRCRAFT_EVENTS = {
  'aircraft.set': z.strictObject({ tail: z.string(), equipment: z.string(), weightLimit: z.int().nullable(), retired: z.boolean() }),
  /** `ownLimit`: of this flight alone, in kilograms. */
  'flight.assigned': z.strictObject({ flightId: rowId, tail: z.string().nullable(), gate: z.string(), ownLimit: z.int().nullable() }),
} as const;
