import { z } from 'zod';
import { FLEET_FIXTURES_MAX, FLEET_NAME_MAX, FLEET_ROWS_MAX, FLEET_TEXT_MAX, SEAT_CODES_MAX } from '../bounds.ts';
import { CARRIER_CODE } from '../carrier-code.ts';
import { configurationText } from '../configuration.ts';
import { dateText, equipmentCode, instantMs, method, personText, placeCode, requestId, rowId } from '../method.ts';
import { reasonText } from '../reason.ts';
import { CABINS, cabinSchema, seatMapSchema } from '../seat-map.ts';

const mapId = z.string().regex(/^[a-z0-9-]{1,80}$/, 'is the id of a seat map');
const carrierCode = z.string().regex(CARRIER_CODE, 'is two capital letters or digits');
const seatCode = z.string().regex(/^[A-Z0-9]{1,2}$/, 'is one or two capital letters or digits');
const cabinCounts = z.strictObject(
  Object.fromEntries(CABINS.map((cabin) => [cabin, z.int().min(1).optional()])) as Record<(typeof CABINS)[number], z.ZodOptional<z.ZodInt>>,
);

const mapShape = seatMapSchema.shape;
const rowShape = mapShape.rows.element.shape;

/** A map as it is drawn or read, before it is kept. Its seats are what shared/seat-map.ts says. */
export const fleetDraft = z.strictObject({
  name: personText(FLEET_NAME_MAX).pipe(z.string().min(1, 'is empty')),
  /** Null: for every carrier that has no map of its own. */
  carrier: carrierCode.nullable(),
  equipment: equipmentCode,
  /** What a schedule file calls this aircraft. The map may sell fewer seats than it says, never more. */
  configuration: configurationText,
  deck: mapShape.deck,
  rows: z
    .array(
      z.strictObject({
        ...rowShape,
        layout: rowShape.layout.max(20, 'is longer than 20 letters'),
        seats: z.record(z.string().regex(/^[A-HJ-Z]$/), z.array(seatCode).max(SEAT_CODES_MAX)).optional(),
      }),
    )
    .max(FLEET_ROWS_MAX),
  fixtures: z.array(mapShape.fixtures.element).max(FLEET_FIXTURES_MAX),
  wing: mapShape.wing,
});
export type FleetDraft = z.infer<typeof fleetDraft>;

/** One fault of a draft. `line`: of the text that was read, or null; `row`: the number of the row that it is about, or null. */
export const fleetFault = z.strictObject({ line: z.int().nullable(), row: z.int().nullable(), problem: z.string() });
export type FleetFault = z.infer<typeof fleetFault>;

/** A map takes over from a day to another, both included, both local to the origin of each flight. `until` null: for good. */
export const fleetTurn = z.strictObject({
  number: z.int().min(1),
  mapId: z.string(),
  from: dateText,
  until: dateText.nullable(),
  /** Flights that had sales or holds kept the map that they had. */
  onlyUnsold: z.boolean(),
  reason: z.string(),
  user: z.string(),
  at: instantMs,
});
export type FleetTurn = z.infer<typeof fleetTurn>;

export const FLEET_SOURCES = ['shipped', 'made', 'own'] as const;

/** A seat map and what flies with it. */
export const fleetMap = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** shipped: came with Aisle. made: made from the counts of a schedule file. own: the airline drew it. */
  source: z.enum(FLEET_SOURCES),
  /** Nobody has drawn this cabin: it is one of the usual size. */
  plain: z.boolean(),
  /** IATA codes. A map that is shipped or made may serve several. */
  equipment: z.array(z.string()),
  /** Of a map of the airline: the carrier that it is for, or null for any. */
  carrier: z.string().nullable(),
  /** What a file calls it: of a map of the airline as it was saved, else what it sells. */
  configuration: z.string(),
  /** What it sells, by cabin. */
  counts: cabinCounts,
  seats: z.int(),
  /** Of a map of the airline: 1 and up for the same carrier, equipment and configuration. */
  saved: z.strictObject({ version: z.int().min(1), reason: z.string(), user: z.string(), at: instantMs }).nullable(),
  /** Its newest take-over; null while it has not taken over, and of maps that are not the airline's own. */
  turn: fleetTurn.nullable(),
  /** Flights to come that have this map, of all carriers and by carrier. */
  flights: z.int(),
  carriers: z.array(z.strictObject({ carrier: z.string(), flights: z.int() })),
});
export type FleetMap = z.infer<typeof fleetMap>;

/** A passenger who cannot keep a seat. */
export const fleetLoser = z.strictObject({
  flightId: rowId,
  flight: z.string(),
  /** Local to the origin. */
  date: dateText,
  origin: placeCode,
  destination: placeCode,
  bookingId: rowId,
  locator: z.string(),
  state: z.enum(['HOLD', 'CONFIRMED']),
  /** `FELDMAN/RUTH MRS`; empty while the booking has no names. */
  passenger: z.string(),
  type: z.string(),
  cabin: cabinSchema,
  /** The seat, or `open` where one was to be chosen later. */
  seat: z.string(),
  /** gone: the map does not sell it in this cabin. exit: it is in an exit row now. family: moves to stay with a child. fewer: no seat is left to choose. */
  why: z.enum(['gone', 'exit', 'family', 'fewer']),
  /** The seat that the passenger gets, or null for none. */
  to: z.string().nullable(),
  /** How far `to` is behind the seat, in row numbers; negative towards the nose. */
  rowsOn: z.int().nullable(),
  /** Window, aisle or neither, as the seat was. */
  sameKind: z.boolean(),
  /** Beside another of the party. */
  beside: z.boolean(),
});
export type FleetLoser = z.infer<typeof fleetLoser>;

/** Of a preview. */
const seen = z.string().regex(/^\d{1,12}-[0-9a-f]{32}$/, 'is what a preview said');
const turnInput = { from: dateText, until: dateText.nullable().default(null), onlyUnsold: z.boolean().default(false) };

export const fleetMethods = {
  /** All seat maps: the airline's own first, newest version first, then what flies, then the rest. */
  'fleet.list': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ maps: z.array(fleetMap) }),
    refusals: [],
  }),
  /** One seat map whole, and, of one of the airline's own, all versions for the same carrier, equipment and configuration, newest first. */
  'fleet.map': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ id: mapId }),
    output: z.strictObject({ about: fleetMap, map: seatMapSchema, versions: z.array(fleetMap), turns: z.array(fleetTurn) }),
    refusals: ['FLEET_UNKNOWN'],
  }),
  /**
   * Reads a map from a text: JSON in the product's form, or a CSV of rows (docs/seat-maps.md). A CSV says nothing of name, carrier, equipment and
   * configuration, so these are null. With faults there may be no draft.
   */
  'fleet.read': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ content: z.string().max(FLEET_TEXT_MAX) }),
    output: z.strictObject({
      form: z.enum(['json', 'csv']),
      draft: z
        .strictObject({
          name: z.string().nullable(),
          carrier: carrierCode.nullable(),
          equipment: equipmentCode.nullable(),
          configuration: configurationText.nullable(),
          deck: mapShape.deck,
          rows: fleetDraft.shape.rows,
          fixtures: fleetDraft.shape.fixtures,
          wing: mapShape.wing,
        })
        .nullable(),
      faults: z.array(fleetFault),
    }),
    refusals: [],
  }),
  /**
   * Keeps a draft as a new version. `basedOn`: the newest version for this carrier, equipment and configuration that the supervisor saw, 0 for none.
   * It does not fly before it takes over.
   */
  'fleet.save': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, draft: fleetDraft, basedOn: z.int().min(0), reason: reasonText }),
    output: z.strictObject({ id: z.string(), version: z.int().min(1) }),
    refusals: ['FLEET_DRAFT', 'FLEET_CHANGED', 'FLEET_SAME', 'FLEET_FULL'],
  }),
  /** What a map, or a draft as it is, would do from a day on. It changes nothing. */
  'fleet.preview': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({ map: z.union([z.strictObject({ id: mapId }), z.strictObject({ draft: fleetDraft })]), ...turnInput }),
    output: z.strictObject({
      /** To be sent with the take-over. It stands for the schedule and for who loses a seat. */
      seen: z.string(),
      flights: z.strictObject({
        /** That change map. */
        change: z.int(),
        /** Of these, with passengers sold or held. */
        withSales: z.int(),
        /** With passengers, which keep the map that they have. */
        keep: z.int(),
        first: dateText.nullable(),
        last: dateText.nullable(),
      }),
      /** The maps that these flights have now. */
      instead: z.array(z.strictObject({ id: z.string(), name: z.string(), flights: z.int() })),
      /** By cabin: what the file says, what the map that most of them have sells, and what this one sells. */
      cabins: z.array(z.strictObject({ cabin: cabinSchema, file: z.int(), before: z.int(), after: z.int() })),
      /** The first FLEET_LOSERS_SHOWN by flight. */
      losers: z.array(fleetLoser),
      losersMore: z.int(),
      /** Passengers who lose their seat, those of them who get another, and those who get none. */
      passengers: z.strictObject({ lose: z.int(), seated: z.int(), unseated: z.int() }),
      bookings: z.int(),
      /** Blocks of seats that end, because the map does not sell them. */
      blocksEnd: z.int(),
    }),
    refusals: ['FLEET_UNKNOWN', 'FLEET_NOT_OWN', 'FLEET_DRAFT', 'FLEET_DAYS', 'FLEET_TOO_MANY'],
  }),
  /** The map flies from that day, in one transaction: flights change map, and who loses a seat gets another or stands on the oversale list. */
  'fleet.takeOver': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, id: mapId, ...turnInput, seen, reason: reasonText }),
    output: z.strictObject({ turn: fleetTurn, flights: z.int(), kept: z.int(), seated: z.int(), unseated: z.int() }),
    refusals: ['IMPORT_RUNNING', 'FLEET_UNKNOWN', 'FLEET_NOT_OWN', 'FLEET_DAYS', 'FLEET_TOO_MANY', 'FLEET_STALE'],
  }),
};
