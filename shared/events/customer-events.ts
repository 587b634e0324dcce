import { z } from 'zod';
import { rowId } from '../method.ts';

/** What happens to records of passengers. */
export const CUSTOMER_EVENTS = {
  /** A record of a passenger is kept. Like the next two, it tells nothing of whom. */
  'customer.kept': z.strictObject({ customerId: rowId }),
  'customer.changed': z.strictObject({ customerId: rowId, version: z.int() }),
  /** It is erased. `blanked`: numbers of the bookings that lost the passenger's contact and birth date. */
  'customer.erased': z.strictObject({ customerId: rowId, blanked: z.array(rowId) }),
} as const;
