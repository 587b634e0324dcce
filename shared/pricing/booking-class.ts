import { z } from 'zod';
import { AMOUNT_MINOR_MAX } from '../bounds.ts';
import { CABINS } from '../seat-map.ts';

/** Classes that a cabin may have at most. */
export const CLASSES_MAX = 12;
/** More seats than any cabin has. */
const DEMAND_MAX = 1_000;

export const bookingClassCode = z.string().regex(/^[A-Z]$/, 'is no class letter');

/** One booking class. Fares are in minor units of the rule's currency. */
const bookingClass = z.strictObject({
  code: bookingClassCode,
  fare: z.int().min(1).max(AMOUNT_MINOR_MAX),
  /** Seats that are asked for in all, from the first day of sale to the last, while every class is open. Null: nothing is known. */
  mean: z.number().min(0).max(DEMAND_MAX).nullable(),
  deviation: z.number().min(0).max(DEMAND_MAX),
});
export type BookingClass = z.infer<typeof bookingClass>;

/** The classes of one cabin, from dear to cheap. */
const classesOfCabin = z
  .array(bookingClass)
  .max(CLASSES_MAX)
  .refine((all) => all.every(({ fare }, place) => place === 0 || fare < (all[place - 1]?.fare ?? 0)), 'does not fall from class to class')
  .readonly();

/** A cabin without classes keeps what the schedule brought. A letter names one class of the whole flight. */
export const bookingClasses = z
  .strictObject(
    Object.fromEntries(CABINS.map((cabin) => [cabin, classesOfCabin])) as Record<(typeof CABINS)[number], typeof classesOfCabin>,
  )
  .refine((cabins) => {
    const codes = CABINS.flatMap((cabin) => cabins[cabin].map(({ code }) => code));
    return new Set(codes).size === codes.length;
  }, 'names a class twice');
