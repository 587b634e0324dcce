import { z } from 'zod';
import { FARE_UNITS_MAX, SOLD_AS_MAX } from '../bounds.ts';
import { CARRIER_CODE } from '../carrier-code.ts';
import { dateText, equipmentCode, instantMs, method, placeCode, rowId } from '../method.ts';
import { CONFIGURATION_SPOKEN } from '../read-configuration.ts';
import { reasonText } from '../reason.ts';
import { WEEKDAYS } from '../weekdays.ts';
import { schedulePreview } from './schedule.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time, such as 21:30');
/** A local time, and how many days after the date of the flight. A flight that leaves after midnight keeps its date. */
const localTime = (least: number, most: number) => z.strictObject({ time: clock, day: z.int().min(least).max(most) });
const departsLocal = localTime(-1, 1);
/** Null: as long on the way as before. */
const arrivesLocal = localTime(-2, 3);

/** As a schedule file says it, `J14W34Y316`; empty: the usual cabin of the equipment. */
const configuration = z.string().max(20).regex(CONFIGURATION_SPOKEN, 'is seats of cabins, such as J14W34Y316');

const designated = {
  carrier: z.string().regex(CARRIER_CODE, 'is two capital letters or digits'),
  number: z.int().min(1).max(9_999),
  /** The operational suffix: it tells two flights apart that leave under one number on one day. */
  suffix: z.string().regex(/^[A-Z]?$/, 'is a letter or nothing'),
};

/** A flight that is new in the schedule, on certain weekdays of a period that are local to its origin. */
const newFlight = z.strictObject({
  kind: z.literal('schedule'),
  ...designated,
  origin: placeCode,
  destination: placeCode,
  from: dateText,
  to: dateText,
  /** Digits 1 (Monday) to 7. */
  days: z.string().regex(WEEKDAYS, 'is digits 1 (Monday) to 7, each once'),
  departs: clock,
  /** Its day: null where the only one with which it takes at most 24 hours is meant. */
  arrives: z.strictObject({ time: clock, day: z.int().min(-1).max(2).nullable() }),
  equipment: equipmentCode,
  configuration,
  /** Minor units of the currency; null: by distance. */
  fare: z
    .int()
    .min(1)
    .max(FARE_UNITS_MAX * 1_000)
    .nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is three capital letters'),
  /** Numbers under which others sell it. They have no seats of their own, and lead to it. */
  soldAs: z.array(z.strictObject(designated)).max(SOLD_AS_MAX).default([]),
});
export type NewFlight = z.infer<typeof newFlight>;

/** What a supervisor does to the schedule by hand. All but a new flight is about one leg that has not left. */
const handChange = z.discriminatedUnion('kind', [
  newFlight,
  z.strictObject({ kind: z.literal('retime'), flightId: rowId, departs: departsLocal, arrives: arrivesLocal.nullable() }),
  /** `allLegs`: whatever its number still flies on that day. */
  z.strictObject({ kind: z.literal('cancel'), flightId: rowId, allLegs: z.boolean() }),
  z.strictObject({ kind: z.literal('flyAgain'), flightId: rowId }),
  z.strictObject({ kind: z.literal('aircraft'), flightId: rowId, equipment: equipmentCode, configuration }),
]);
export type HandChange = z.infer<typeof handChange>;
const HAND_KINDS = ['schedule', 'retime', 'cancel', 'flyAgain', 'aircraft'] as const;

export const handChangeMethods = {
  /**
   * Plans a change by hand and tells what applying it would do, as of a file. Nothing is changed: `schedule.apply` does it, `schedule.cancel` forgets it.
   */
  'schedule.byHand': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ change: handChange, reason: reasonText }),
    output: schedulePreview,
    refusals: [
      'PLACE_UNKNOWN',
      'SAME_PLACE',
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'HAND_CITY',
      'EQUIPMENT_UNKNOWN',
      'CONFIGURATION_TOO_LARGE',
      'HAND_DAYS',
      'HAND_FARE',
      'HAND_EXISTS',
      'HAND_TIMES',
      'HAND_LEGS',
      'HAND_SAME',
      'HAND_MARKETED',
      'HAND_SOLD_AS',
      'AIRCRAFT_BUSY',
      'GATE_BUSY',
      'STORE_FULL',
    ],
  }),
  /** What was changed by hand about a flight, the newest first. */
  'schedule.handChanges': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ flightId: rowId }),
    output: z.strictObject({
      changes: z.array(
        z.strictObject({
          number: z.int().min(1),
          kind: z.enum(HAND_KINDS),
          /** `JFK – LAX leaves 11:30 instead of 10:00` */
          said: z.string(),
          reason: z.string(),
          user: z.string(),
          at: instantMs,
        }),
      ),
    }),
    refusals: ['FLIGHT_UNKNOWN'],
  }),
};
