import { z } from 'zod';
import { REASON_MAX, SHIFT_CURRENCIES_MAX, SHIFT_PIECES_MAX, SHIFT_SLIP_MAX } from '../bounds.ts';
import { isCurrency } from '../currencies.ts';
import { amountMinor, deskName, instantMs, method, personText, requestId, rowId } from '../method.ts';
import { people, salesTotals } from './sales-report.ts';

const currency = z.string().refine(isCurrency, 'is not a currency');
const eachOnce = (list: readonly { readonly currency: string }[]): boolean => new Set(list.map((one) => one.currency)).size === list.length;

/** Minor units of a currency. */
const sumOf = z.strictObject({ currency, amount: amountMinor });
export type ShiftSum = z.infer<typeof sumOf>;

/** safe: out of the drawer into the safe. in, out: paid into or out of the drawer without a sale. */
export const SHIFT_MOVES = ['safe', 'in', 'out'] as const;
export type ShiftMoveKind = (typeof SHIFT_MOVES)[number];

/** What lay in the drawer, in pieces of a value in minor units, and what was counted without pieces. */
const countGiven = z.strictObject({
  currency,
  pieces: z
    .array(z.strictObject({ value: amountMinor.min(1), pieces: z.int().min(0).max(SHIFT_PIECES_MAX) }))
    .max(40)
    .refine((list) => new Set(list.map(({ value }) => value)).size === list.length, 'names a piece twice'),
  loose: amountMinor.default(0),
});

/**
 * The cash of one currency in the drawer: what lay there when the shift was opened, what came and went, and what must be there now. Null: not told
 * before the count is given in.
 */
export const shiftCash = z.strictObject({
  currency,
  float: z.int(),
  taken: z.int().nullable(),
  sales: z.int().nullable(),
  back: z.int().nullable(),
  refunds: z.int().nullable(),
  /** Paid to passengers who were denied boarding. */
  compensated: z.int().nullable(),
  compensations: z.int().nullable(),
  safe: z.int(),
  paidIn: z.int(),
  paidOut: z.int(),
  expected: z.int().nullable(),
});
export type ShiftCash = z.infer<typeof shiftCash>;

export const shiftCounted = z.strictObject({
  currency,
  pieces: countGiven.shape.pieces,
  loose: z.int(),
  counted: z.int(),
  /** What had to be there when the count was given in. `counted - expected` is the difference. */
  expected: z.int(),
});
export type ShiftCounted = z.infer<typeof shiftCounted>;

const shiftMove = z.strictObject({
  at: instantMs,
  user: z.string(),
  kind: z.enum(SHIFT_MOVES),
  currency,
  amount: z.int(),
  /** The number of the slip, or why. */
  note: z.string(),
});

/** A close: numbered without gaps per desk, and never changed. */
const shiftClose = z.strictObject({
  z: z.int().min(1),
  at: instantMs,
  user: z.string(),
  /** Where it was closed: a supervisor may close the shift of another desk. */
  desk: deskName,
  /** Why the count differs; empty where nobody was asked. */
  reason: z.string(),
});

/** A shift as an X report tells it, or a Z once it is closed. */
export const shiftReport = z.strictObject({
  shiftId: rowId,
  desk: deskName,
  user: z.string(),
  openedAt: instantMs,
  /** When the report was made. */
  at: instantMs,
  /** Cash is not told: a blind count has not been given in. */
  hidden: z.boolean(),
  cash: z.array(shiftCash),
  moves: z.array(shiftMove),
  /** How often it was counted, and the last count; null before. */
  counts: z.int(),
  counted: z
    .strictObject({
      number: z.int().min(1),
      at: instantMs,
      user: z.string(),
      /** Cash has moved since, so it must be counted again. */
      outdated: z.boolean(),
      currencies: z.array(shiftCounted),
    })
    .nullable(),
  totals: salesTotals,
  closed: shiftClose.nullable(),
});
export type ShiftReport = z.infer<typeof shiftReport>;

export const shiftMethods = {
  /** The shift that is open at the desk that asks, and the last close there. */
  'shift.now': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      desk: deskName,
      shift: shiftReport.nullable(),
      /** From when on the next agent may close it; null without a shift. */
      forgottenAt: instantMs.nullable(),
      /** The number of the last Z of this desk; null before the first. */
      lastZ: z.int().nullable(),
      /** In which currencies the last shift of this desk was opened; empty before the first. */
      floatsIn: z.array(currency),
      /** Cash that was taken less cash that was given back at this desk since the last close, while no shift was open. */
      outside: z.array(z.strictObject({ currency, amount: z.int(), documents: z.int() })),
      /** Holds of this desk with card charges that stand taken: not in the figures yet. */
      running: z.array(z.strictObject({ bookingId: rowId, locator: z.string(), currency, amount: z.int() })),
      /** The newest event that this tells of. */
      version: z.int(),
    }),
    refusals: [],
  }),
  'shift.report': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ shiftId: rowId }),
    output: shiftReport,
    refusals: ['ROLE_REQUIRED', 'SHIFT_UNKNOWN'],
  }),
  /** Shifts, newest first, at most 100: of the desk that asks; a supervisor sees those of all desks. */
  'shift.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ desk: deskName.optional() }),
    output: z.strictObject({
      shifts: z.array(
        z.strictObject({
          shiftId: rowId,
          desk: deskName,
          user: z.string(),
          openedAt: instantMs,
          closed: shiftClose.nullable(),
          /** Of an open shift: the number that its Z will have. */
          nextZ: z.int().min(1).nullable(),
          /** Of a closed shift: counted less expected. */
          differences: z.array(z.strictObject({ currency, amount: z.int() })),
        }),
      ),
      people,
    }),
    refusals: ['ROLE_REQUIRED'],
  }),
  /** Opens the drawer of the desk that asks. `floats`: what lies in it. */
  'shift.open': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      floats: z.array(sumOf).min(1).max(SHIFT_CURRENCIES_MAX).refine(eachOnce, 'names a currency twice'),
    }),
    output: z.strictObject({ shiftId: rowId }),
    refusals: ['SHIFT_OPEN'],
  }),
  /** Cash moves without a sale. `note`: the slip of the safe, or why. */
  'shift.drop': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      shiftId: rowId,
      kind: z.enum(SHIFT_MOVES),
      currency,
      amount: amountMinor.min(1),
      note: personText(SHIFT_SLIP_MAX).pipe(z.string().min(1, 'says nothing')),
    }),
    output: z.strictObject({ shiftId: rowId }),
    refusals: ['SHIFT_UNKNOWN', 'SHIFT_CLOSED', 'SHIFT_OF_OTHER'],
  }),
  /** Gives the count in. Only now what is expected is told. */
  'shift.count': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({
      requestId,
      shiftId: rowId,
      counts: z.array(countGiven).min(1).max(SHIFT_CURRENCIES_MAX).refine(eachOnce, 'names a currency twice'),
    }),
    output: shiftReport,
    refusals: ['SHIFT_UNKNOWN', 'SHIFT_CLOSED', 'SHIFT_OF_OTHER', 'SHIFT_COUNT_MISSING'],
  }),
  /** Closes a shift that was counted, with the next Z of its desk. `count`: the number of the count on the screen. */
  'shift.close': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, shiftId: rowId, count: z.int().min(1), reason: personText(REASON_MAX).default('') }),
    output: shiftReport,
    refusals: ['SHIFT_UNKNOWN', 'SHIFT_CLOSED', 'SHIFT_OF_OTHER', 'SHIFT_NOT_COUNTED', 'SHIFT_COUNT_OUTDATED', 'SHIFT_REASON_MISSING'],
  }),
};
