import { z } from 'zod';
import { dateText, deskName, instantMs, method, placeCode, rowId } from '../method.ts';
import { OVERRIDE_KINDS } from '../rule-overrides.ts';
import { tenderTaken } from './booking-view.ts';

/** sale, change: money that was taken for it. refund: money that went back. compensation: paid to a passenger who was denied boarding. */
export const DOCUMENT_KINDS = ['sale', 'change', 'refund', 'compensation'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** Money went back, or was paid to a passenger. */
export const givesBack = (kind: DocumentKind): boolean => kind === 'refund' || kind === 'compensation';

const tenderKind = tenderTaken.shape.kind;
export type TenderKindTaken = z.infer<typeof tenderKind>;

/** Minor units that came in and went back. Null: not told, because a blind count has not been given in. */
const inAndOut = { documents: z.int().nullable(), taken: z.int().nullable(), back: z.int().nullable() };

export const salesTotals = z.strictObject({
  tenders: z.array(z.strictObject({ kind: tenderKind, currency: z.string(), ...inAndOut })),
  documents: z.array(
    z.strictObject({ kind: z.enum(DOCUMENT_KINDS), currency: z.string(), documents: z.int(), amount: z.int().nullable() }),
  ),
  agents: z.array(z.strictObject({ user: z.string(), currency: z.string(), ...inAndOut })),
  desks: z.array(z.strictObject({ desk: z.string(), currency: z.string(), ...inAndOut })),
  /** The money of each document, shared among its flights by their fares. */
  flights: z.array(
    z.strictObject({
      flightId: rowId,
      flight: z.string(),
      date: dateText,
      origin: placeCode,
      destination: placeCode,
      currency: z.string(),
      ...inAndOut,
    }),
  ),
  /** Sales that were paid by more than one tender. */
  mixed: z.int(),
  /** Steps that were taken back within a minute, and card charges that were undone because what they were for was not sold. */
  voids: z.int(),
  /** Decisions of persons at these desks otherwise than a rule or another person had decided. */
  overrides: z.int(),
  /** How many of each kind. A Z that an earlier version wrote tells their sum alone. */
  overridden: z.partialRecord(z.enum(OVERRIDE_KINDS), z.int()).optional(),
  /** Receipts that were printed again. */
  reprints: z.int(),
});
export type SalesTotals = z.infer<typeof salesTotals>;

/** Money that moved for a booking in one step. Amounts in minor units; what went back is below 0. */
export const salesDocument = z.strictObject({
  event: z.int(),
  at: instantMs,
  bookingId: rowId,
  locator: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  desk: z.string(),
  user: z.string(),
  flights: z.array(z.string()),
  origin: placeCode,
  destination: placeCode,
  passengers: z.int(),
  currency: z.string(),
  /** `detail`: the approval code of a card, the number of a voucher, the reference of a wallet, the code of an account. Null: cash that is not told. */
  tenders: z.array(z.strictObject({ kind: tenderKind, amount: z.int().nullable(), detail: z.string() })),
  amount: z.int().nullable(),
  /** Why money went back. */
  note: z.string(),
});
export type SalesDocument = z.infer<typeof salesDocument>;

/** Display names of the users whom an answer names. A user who is not there has none. */
export const people = z.array(z.strictObject({ user: z.string(), display: z.string() }));

/** What a report is about: one shift, or a time from a moment up to before another, at one desk or at all. */
const reportOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shift'), shiftId: rowId }),
  z.strictObject({ kind: z.literal('time'), from: instantMs, to: instantMs, desk: deskName.optional() }),
]);
export type ReportOf = z.infer<typeof reportOf>;

const listedPassenger = z.strictObject({
  /** Host form, `SMITH/JOHN MR`. */
  name: z.string(),
  surname: z.string(),
  given: z.string(),
  type: z.string(),
  seat: z.string(),
  locator: z.string(),
  status: z.string(),
  /** Host form of the infant on the lap; empty without one. */
  infant: z.string(),
  /** `UMNR`: an unaccompanied minor. `MAAS`: needs assistance. */
  remarks: z.array(z.string()),
});

export const salesReportMethods = {
  /** What was taken and given back: in one shift, or at one or all desks in a time. An agent may ask for the own desk alone. */
  'reports.sales': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ of: reportOf }),
    output: z.strictObject({
      hidden: z.boolean(),
      /** Newest first. */
      documents: z.array(salesDocument),
      totals: salesTotals,
      people,
    }),
    refusals: ['ROLE_REQUIRED', 'SHIFT_UNKNOWN', 'REPORT_TOO_LONG'],
  }),
  /** Everybody who is booked on a flight, by cabin and name, for paper. */
  'flights.passengerList': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId }),
    output: z.strictObject({
      flightId: rowId,
      flight: z.string(),
      date: dateText,
      origin: placeCode,
      destination: placeCode,
      originZone: z.string(),
      departsAt: instantMs,
      equipment: z.string(),
      at: instantMs,
      cabins: z.array(z.strictObject({ cabin: z.string(), passengers: z.array(listedPassenger) })),
    }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
};
