import { z } from 'zod';
import { WEIGHT_LIMIT_KG_MAX } from '../bounds.ts';
import { GATE } from '../gate.ts';
import { equipmentCode, method, personText, requestId, rowId } from '../method.ts';
import { reasonText } from '../reason.ts';
import { TAIL } from '../tail.ts';

export const tailText = z.string().regex(TAIL, 'is 2 to 10 capital letters, digits or -');
const gateText = z.string().regex(GATE, 'is at most 5 capital letters or digits');
/** Kilograms that passengers and their baggage may weigh together. */
const weightLimit = z.int().min(1).max(WEIGHT_LIMIT_KG_MAX).nullable();

/** One aircraft of the airline. */
export const aircraft = z.strictObject({
  tail: tailText,
  equipment: equipmentCode,
  /** The seat map that it flies with; null: any map of its equipment. */
  seatMap: z.string().nullable(),
  weightLimit,
  /** It is given to no more flights. */
  retired: z.boolean(),
});

/** What a flight with a weight limit may carry and carries, in kilograms. */
export const flightWeight = z.strictObject({
  limit: z.int(),
  taken: z.int(),
  /** What one more adult weighs there. */
  adult: z.int(),
});
export type FlightWeight = z.infer<typeof flightWeight>;

/** The aircraft that one flight got. */
export const flightAircraft = z.strictObject({
  /** Null: a gate or a weight limit alone was given. */
  tail: tailText.nullable(),
  /** Empty: not known. */
  gate: gateText,
  /** Of this flight alone; null: that of the aircraft, if it has one. */
  ownLimit: weightLimit,
  weight: flightWeight.nullable(),
});

export const aircraftMethods = {
  /** Every aircraft by its registration, and how many flights to come it has. */
  'aircraft.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ aircraft: z.array(aircraft.extend({ flights: z.int() })) }),
    refusals: [],
  }),
  /** Adds an aircraft, or corrects one. What it has flown stays. */
  'aircraft.set': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, ...aircraft.shape, seatMap: personText(80).nullable(), reason: reasonText }),
    output: aircraft,
    refusals: ['EQUIPMENT_UNKNOWN', 'AIRCRAFT_ASSIGNED'],
  }),
  /**
   * Gives a flight an aircraft, a gate and a weight limit of its own, instead of what it had. The aircraft has the seats that the flight sells. Nobody
   * loses a seat by it: a limit below what is taken stops the sale, and the flight shows what is too much.
   */
  'aircraft.assign': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      flightId: rowId,
      tail: tailText.nullable(),
      gate: gateText,
      ownLimit: weightLimit,
      reason: reasonText,
    }),
    output: flightAircraft.extend({ flightId: rowId }),
    refusals: [
      'FLIGHT_UNKNOWN',
      'FLIGHT_CANCELLED',
      'FLIGHT_DEPARTED',
      'AIRCRAFT_UNKNOWN',
      'AIRCRAFT_RETIRED',
      'AIRCRAFT_OTHER',
      'AIRCRAFT_BUSY',
      'GATE_BUSY',
    ],
  }),
};
