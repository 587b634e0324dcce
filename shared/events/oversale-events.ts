import { z } from 'zod';
import { rowId } from '../method.ts';
import { compensationKind } from '../methods/compensation.ts';
import { cabinSchema } from '../seat-map.ts';

/** A passenger who was asked to give a seat up. No passenger data. */
const volunteerMoved = z.strictObject({
  volunteerId: rowId,
  flightId: rowId,
  cabin: cabinSchema,
  /** After a yes of one of a party: the booking that this passenger got. */
  booking: rowId,
  /** The flight that is offered. */
  wayId: rowId,
  /** The voucher that is offered, in minor units. */
  amount: z.int(),
  currency: z.string(),
});
export type VolunteerMoved = z.infer<typeof volunteerMoved>;

/** What happens to passengers without a seat and to those who give one up. */
export const OVERSALE_EVENTS = {
  /** A passenger was asked to give a seat up for a voucher and another flight. */
  'volunteer.asked': volunteerMoved,
  /** The seat is given up: the change of the booking was told just before, and the voucher too. */
  'volunteer.took': volunteerMoved,
  'volunteer.declined': volunteerMoved,
  /** The passenger wants to keep the seat after all, or is not needed any more. */
  'volunteer.withdrew': volunteerMoved,
  /** A passenger without a seat is left behind. What became of the booking was told just before. Owed: minor units, null where no rule is known. */
  'boarding.denied': z.strictObject({
    denialId: rowId,
    flightId: rowId,
    cabin: cabinSchema,
    booking: rowId,
    wayId: rowId.nullable(),
    owed: z.int().nullable(),
    currency: z.string().nullable(),
  }),
  /** What was owed to a passenger who was denied boarding is paid. */
  'compensation.paid': z.strictObject({
    ...{ denialId: rowId, kind: compensationKind, amount: z.int(), currency: z.string(), voucherId: rowId.nullable() },
  }),
  /** The letter of a volunteer, or of a passenger who was denied boarding. */
  'oversale.letterPrinted': z.strictObject({ kind: z.enum(['volunteer', 'denied']), id: rowId }),
} as const;
