import { z } from 'zod';
import { BOOKING_FLIGHTS_MAX, FLASH_NAMED_MAX, FLASH_SECONDS_MAX, FLASH_SECONDS_MIN } from '../bounds.ts';
import { instantMs, method, requestId, rowId } from '../method.ts';

/** order: who asked first is served first. lot: those who asked in the first seconds are drawn by lot; who comes later stands behind them. */
export const FLASH_MODES = ['order', 'lot'] as const;
export type FlashMode = (typeof FLASH_MODES)[number];

const seconds = z.int().min(FLASH_SECONDS_MIN).max(FLASH_SECONDS_MAX);

/** A flight whose holds wait in line. */
const flashSale = z.strictObject({
  flightId: rowId,
  mode: z.enum(FLASH_MODES),
  openedAt: instantMs,
  /** When the lot is drawn; null in order, and once it was drawn. */
  drawsAt: instantMs.nullable(),
  /** Requests in line now, and those that had their turn since the hub was started. */
  waiting: z.int(),
  served: z.int(),
  /** How long who comes now is likely to wait. */
  waitMs: z.int(),
});
export type FlashSale = z.infer<typeof flashSale>;

/** A request of this desk and user in line. */
const placeInLine = z.strictObject({
  flightId: rowId,
  requestId,
  /** 1 is next. Null: it is in a lot that was not drawn yet. */
  position: z.int().nullable(),
  /** How many are in line with it, itself among them. */
  of: z.int(),
  /** How long it is likely to wait still. */
  waitMs: z.int(),
});

/** A lot that was drawn, with what proves it: anybody draws it again by main/rules/draw-lot.ts. */
const drawnLot = z.strictObject({
  drawnAt: instantMs,
  /** How many requests took part. */
  entrants: z.int(),
  /** Desk and user of the first of them, in the order in which they were drawn: `T1-04 ruiz`. */
  first: z.array(z.string()).max(FLASH_NAMED_MAX),
  /** 64 hexadecimal digits. Nobody was shown it before. */
  seed: z.string(),
  /** SHA-256 of the seed: the journal has had it since the opening. */
  seal: z.string(),
});
export type DrawnLot = z.infer<typeof drawnLot>;

export const flashSaleMethods = {
  /** From now on holds of the flight wait in line. What is held already stays. */
  'flashSale.open': method({
    kind: 'hub',
    access: 'supervisor',
    /** `seconds`: by lot alone, and there always. */
    input: z
      .strictObject({ requestId, flightId: rowId, mode: z.enum(FLASH_MODES), seconds: seconds.optional() })
      .refine(({ mode, seconds: given }) => (mode === 'lot') === (given !== undefined), {
        path: ['seconds'],
        message: 'belongs to a lot, and only there',
      }),
    output: z.strictObject({ flightId: rowId, number: rowId }),
    refusals: ['FLIGHT_UNKNOWN', 'FLIGHT_CANCELLED', 'FLIGHT_DEPARTED', 'FLASH_OPEN'],
  }),
  /** The line ends: all who wait are told so, and the flight is sold as before. */
  'flashSale.close': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, flightId: rowId }),
    output: z.strictObject({ flightId: rowId, number: rowId }),
    refusals: ['FLASH_NOT_OPEN'],
  }),
  /** Which of some flights have a flash sale, and how long their lines are. */
  'flashSale.look': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ flightIds: z.array(rowId).min(1).max(BOOKING_FLIGHTS_MAX) }),
    output: z.strictObject({ sales: z.array(flashSale) }),
    refusals: [],
  }),
  /** The lot of the flash sale that is open, once it was drawn; null: none was. */
  'flashSale.lot': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ flightId: rowId }),
    output: z.strictObject({ lot: drawnLot.nullable() }),
    refusals: [],
  }),
  /** Where the requests of this desk and user stand that wait in line. */
  'queue.status': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ waiting: z.array(placeInLine) }),
    refusals: [],
  }),
  /** Takes the requests of this desk and user out of all lines. Each is answered with LINE_LEFT. */
  'queue.leave': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ left: z.int() }),
    refusals: [],
  }),
};
