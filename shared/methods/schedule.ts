import { z } from 'zod';
import { UPLOAD_CHUNK_BYTES_MAX } from '../bounds.ts';
import { dateText, instantMs, method, personText, placeCode, requestId } from '../method.ts';
import { touchedBookings } from './touched-bookings.ts';

const uploadId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const importId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const scheduleProblem = z.strictObject({
  line: z.int(),
  severity: z.enum(['refused', 'warning']),
  problem: z.string(),
});

export const scheduleCounts = z.strictObject({
  legs: z.int(),
  /** Dated flights that the file describes. */
  flights: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** In the store within the file's period and carriers, but not in the file. */
  dropped: z.int(),
  /** Records refused with a reason. */
  refused: z.int(),
  /** Sold or held bookings on flights that are changed or dropped. */
  bookingsTouched: z.int(),
});
export type ScheduleCounts = z.infer<typeof scheduleCounts>;

/** The dated flights of one number on one route with one equipment. Instants are of the first of them. */
export const schedulePreviewFlight = z.strictObject({
  /** `QX 41` */
  flight: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  destinationZone: z.string(),
  /** First and last date of departure, local to the origin. */
  from: dateText,
  to: dateText,
  departsAt: instantMs,
  arrivesAt: instantMs,
  equipment: z.string(),
  /** How many dates, and how many of them are added, changed or dropped. */
  dates: z.int(),
  added: z.int(),
  changed: z.int(),
  dropped: z.int(),
});
export type SchedulePreviewFlight = z.infer<typeof schedulePreviewFlight>;

/** What a file holds. */
export const scheduleSummary = z.strictObject({
  /** First and last date of departure; null when the file has no flights. */
  period: z.strictObject({ from: dateText, to: dateText }).nullable(),
  /** Flights of the file that have departed already. */
  departed: z.int(),
  /** The first PREVIEW_NAMES_MAX. */
  carriers: z.array(z.strictObject({ carrier: z.string(), name: z.string().nullable(), flights: z.int() })),
  /** Which seat map each equipment is sold by, and its seats (`J16 Y144`). `plain`: nobody has drawn its cabin. `made`: no map has the seats that the file counts. */
  seatMaps: z.array(
    z.strictObject({
      ...{ equipment: z.string(), seatMap: z.string(), capacity: z.string() },
      ...{ plain: z.boolean(), made: z.boolean(), flights: z.int() },
    }),
  ),
  /** First those that are dropped, then those of the file: at most PREVIEW_FLIGHTS_MAX of each. */
  flights: z.array(schedulePreviewFlight),
  /** How many more the file has. */
  flightsMore: z.int(),
});
export type ScheduleSummary = z.infer<typeof scheduleSummary>;

export const schedulePreview = z.strictObject({
  importId,
  name: z.string(),
  /** hand: no file, but a change by a supervisor. */
  format: z.enum(['ssim', 'csv', 'hand']),
  counts: scheduleCounts,
  summary: scheduleSummary,
  touched: touchedBookings,
  /** Sentences about the file as a whole, to be read before it is applied: columns that are not understood, why no flight is dropped. */
  attention: z.array(z.string()),
  /** The first problems by line; `problemsMore` tells how many more there are. */
  problems: z.array(scheduleProblem),
  problemsMore: z.int(),
});
export type SchedulePreview = z.infer<typeof schedulePreview>;

export const scheduleMethods = {
  /** One part of a file, base64, in order. The reply says how many bytes have arrived. */
  'schedule.upload': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({
      uploadId,
      part: z.int().min(0).max(100_000),
      bytes: z.base64().max(Math.ceil(UPLOAD_CHUNK_BYTES_MAX / 3) * 4),
    }),
    output: z.strictObject({ received: z.int() }),
    refusals: ['UPLOAD_OUT_OF_ORDER', 'FILE_TOO_LARGE', 'STORE_FULL'],
  }),
  /** Reads an uploaded file and tells what applying it would do. Progress comes as `schedule.progress` notices. */
  'schedule.preview': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ uploadId, name: personText(200) }),
    output: schedulePreview,
    refusals: ['IMPORT_RUNNING', 'UPLOAD_UNKNOWN', 'FILE_UNREADABLE', 'IMPORT_CANCELLED', 'IMPORT_STALE', 'STORE_FULL'],
  }),
  /** Applies a preview, whole or not at all, while others sell. The same file twice changes nothing. Bookings are told after the reply, in pieces. */
  'schedule.apply': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, importId }),
    output: z.strictObject({ counts: scheduleCounts }),
    /** The first four: what came between the preview of a change by hand and this. */
    refusals: [
      'FLIGHT_DEPARTED',
      'HAND_TIMES',
      'HAND_MARKETED',
      'HAND_SOLD_AS',
      'AIRCRAFT_BUSY',
      'GATE_BUSY',
      'IMPORT_RUNNING',
      'IMPORT_CANCELLED',
      'IMPORT_UNKNOWN',
      'IMPORT_STALE',
    ],
  }),
  /** Stops the running preview or the import that is being applied, or forgets a finished preview; with an id that of a change by hand alone. */
  'schedule.cancel': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ importId: importId.optional() }),
    output: z.strictObject({}),
    refusals: [],
  }),
};
