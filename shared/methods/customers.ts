import { z } from 'zod';
import { PARTY_MAX } from '../bounds.ts';
import { EMAIL_MAX, PHONE_MAX } from '../contact.ts';
import { dateText, deskName, instantMs, method, personText, placeCode, requestId, rowId } from '../method.ts';
import { NAME_PART_MAX, titleSchema } from '../passengers.ts';
import { FIND_READINGS_MAX, foundBooking, hostPart, soughtContact, soughtName } from './bookings.ts';

export const DOCUMENT_TYPES = ['PASSPORT', 'IDENTITY_CARD', 'OTHER'] as const;
/** Of a travel document. `country`: who issued it, three letters as in a passport. */
export const travelDocument = z.strictObject({
  type: z.enum(DOCUMENT_TYPES),
  number: z.string().regex(/^[A-Z0-9]{1,24}$/, 'is capital letters and digits'),
  country: placeCode,
  expires: dateText.nullable(),
});

/** What is kept of a passenger. All but the name may be left empty. */
export const customerRecord = z.strictObject({
  surname: personText(NAME_PART_MAX),
  given: personText(NAME_PART_MAX),
  /** Typed beside a spelling that has no host form by itself. */
  host: z.strictObject({ surname: hostPart, given: hostPart }).optional(),
  title: titleSchema.or(z.literal('')),
  birthDate: dateText.nullable().default(null),
  phone: personText(PHONE_MAX).default(''),
  email: personText(EMAIL_MAX).default(''),
  document: travelDocument.nullable().default(null),
});
export type CustomerRecord = z.infer<typeof customerRecord>;

/** Place of a passenger in the list of a booking, from 0. */
const passengerPlace = z
  .int()
  .min(0)
  .max(2 * PARTY_MAX - 1);

/** A person: by the record that is kept, or as a passenger of a booking of whom nothing is kept. */
export const customerWho = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('record'), customerId: rowId }),
  z.strictObject({ by: z.literal('booking'), bookingId: rowId, place: passengerPlace }),
]);
export type CustomerWho = z.infer<typeof customerWho>;

export const foundCustomer = z.strictObject({
  who: customerWho,
  /** Host form, `SMITH/JOHN MR`. */
  name: z.string(),
  birthDate: dateText.nullable(),
  phone: z.string(),
  email: z.string(),
  /** Whole, where a record is kept. */
  record: customerRecord.nullable(),
});
export type FoundCustomer = z.infer<typeof foundCustomer>;

export const CUSTOMERS_FOUND_MAX = 20;
export const CUSTOMER_BOOKINGS_MAX = 100;

export const customerMethods = {
  /**
   * Who is kept, or has a booking, by name, phone or e-mail: those who are kept first, then the newest bookings' passengers, at most 20. `kept`: only
   * those who are kept. Of bookings the newest 300 that a reading fits are read.
   */
  'customers.find': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({
      anyOf: z
        .array(z.discriminatedUnion('by', [soughtName, ...soughtContact]))
        .min(1)
        .max(FIND_READINGS_MAX),
      kept: z.boolean().default(false),
    }),
    output: z.strictObject({
      customers: z.array(foundCustomer),
      /** True when there may be more. */
      more: z.boolean(),
    }),
    refusals: [],
  }),
  /**
   * A person with all their bookings, the latest departure first, at most 100: those in which somebody of this name has this phone or e-mail, and those
   * that the record was sold with. Another birth date is another person.
   */
  'customers.get': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ who: customerWho }),
    output: z.strictObject({
      who: customerWho,
      name: z.string(),
      /** Of a person who is not kept, what their booking has: what would be kept. */
      record: customerRecord,
      /** When and by whom it was kept, and its version; null: nothing is kept. */
      kept: z.strictObject({ at: instantMs, user: z.string(), desk: deskName, version: z.int().min(1) }).nullable(),
      bookings: z.array(foundBooking),
      /** How many are not shown. */
      more: z.int(),
    }),
    refusals: ['BOOKING_UNKNOWN', 'CUSTOMER_UNKNOWN', 'CUSTOMER_ERASED'],
  }),
  /** Keeps a record, because the passenger asked for it. `bookingId`: the booking that it is kept from. */
  'customers.keep': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, record: customerRecord, bookingId: rowId.optional() }),
    output: z.strictObject({ customerId: rowId }),
    refusals: ['BOOKING_UNKNOWN', 'NAME_INVALID', 'CONTACT_INVALID', 'CUSTOMER_KNOWN'],
  }),
  /** Changes a record whole, if it is still as it was read. */
  'customers.change': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, customerId: rowId, version: z.int().min(1), record: customerRecord }),
    output: z.strictObject({ customerId: rowId }),
    refusals: ['NAME_INVALID', 'CONTACT_INVALID', 'CUSTOMER_UNKNOWN', 'CUSTOMER_ERASED', 'CUSTOMER_CHANGED'],
  }),
  /**
   * Erases a record, because the passenger asked for it. Nothing of it stays but its number. Its bookings stay, with their names and money. Those that
   * ended more than 30 days ago lose the passenger's contact and birth date. The reply counts them, and those that keep them still.
   */
  'customers.erase': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, customerId: rowId }),
    output: z.strictObject({ customerId: rowId, blanked: z.int(), staying: z.int() }),
    refusals: ['CUSTOMER_UNKNOWN', 'CUSTOMER_ERASED'],
  }),
};
