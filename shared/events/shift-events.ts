import { z } from 'zod';
import { rowId } from '../method.ts';

/** What happens to the drawer of a desk. */
export const SHIFT_EVENTS = {
  /** The drawer of a desk begins to be counted for. What lies in it, in minor units. */
  'shift.opened': z.strictObject({ shiftId: rowId, floats: z.array(z.strictObject({ currency: z.string(), amount: z.int() })) }),
  /** Cash moved without a sale. The slip or reason is kept apart, because a person types it. */
  'shift.moved': z.strictObject({ shiftId: rowId, kind: z.enum(['safe', 'in', 'out']), currency: z.string(), amount: z.int() }),
  'shift.counted': z.strictObject({
    shiftId: rowId,
    number: z.int(),
    counted: z.array(z.strictObject({ currency: z.string(), amount: z.int() })),
  }),
  /** `z`: the number of the close, without gaps per desk. `shiftDesk`: of the shift, which a supervisor may close elsewhere. */
  'shift.closed': z.strictObject({
    shiftId: rowId,
    shiftDesk: z.string(),
    z: z.int(),
    cash: z.array(z.strictObject({ currency: z.string(), expected: z.int(), counted: z.int() })),
  }),
} as const;
