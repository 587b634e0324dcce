import { z } from 'zod';
import { LEG_CHANGES } from '../leg-change.ts';
import { instantMs, placeCode } from '../method.ts';

/**
 * A leg as it is scheduled now, read from its flight when it is shown. `status`: TK, its schedule was changed; HX, the carrier has cancelled it. `kind`:
 * what that means for who was sold it. `movedMinutes`: less than 0, earlier.
 */
export const legNow = z.strictObject({
  /** `AA 2336` */
  flight: z.string(),
  departsAt: instantMs,
  arrivesAt: instantMs,
  originZone: z.string(),
  destination: placeCode,
  destinationZone: z.string(),
  equipment: z.string(),
  status: z.enum(['HK', 'TK', 'HX']),
  kind: z.enum(LEG_CHANGES),
  movedMinutes: z.int(),
  /** Ends whose time zone was corrected since it was sold, and whose time was moved with it. */
  rezoned: z.array(placeCode).optional(),
});
export type LegNow = z.infer<typeof legNow>;
