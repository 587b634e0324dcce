import { z } from 'zod';
import { instantMs } from '../method.ts';
import { airportFacts } from '../methods/airports.ts';

/** What was set or who, as it was before and as it is now. */
const beforeAndAfter = z.strictObject({ subject: z.string(), before: z.string(), after: z.string() });

/** What happens to schedule, fleet, users, settings, clock and store. */
export const UPKEEP_EVENTS = {
  /** `byHand`: the number of a change by a supervisor; a file has none. The reason is kept apart, because a person types it. */
  'schedule.applied': z.strictObject({
    ...{ name: z.string(), added: z.int(), changed: z.int(), dropped: z.int() },
    byHand: z.int().optional(),
  }),
  /** The airline kept a seat map. The reason is kept apart, because a person types it. `carrier`: empty for any. */
  'fleet.saved': z.strictObject({
    id: z.string(),
    carrier: z.string(),
    equipment: z.string(),
    configuration: z.string(),
    version: z.int(),
  }),
  /** It flies from a day on, local to the origin of each flight. `seated`, `unseated`: passengers who lost their seats. */
  'fleet.tookOver': z.strictObject({
    ...{ number: z.int(), id: z.string(), from: z.string(), until: z.string().nullable() },
    ...{ flights: z.int(), kept: z.int(), seated: z.int(), unseated: z.int() },
  }),
  /** An airport was added or corrected, with all that is known of it from that day on, in days since 1970. */
  'airport.set': z.strictObject({ number: z.int(), code: z.string(), fromDay: z.int(), ...airportFacts.shape }),
  'user.created': beforeAndAfter,
  'user.changed': beforeAndAfter,
  'user.signedIn': beforeAndAfter,
  'user.refused': beforeAndAfter,
  'setting.changed': beforeAndAfter,
  /** Somebody confirmed the computer's clock. Up to this entry time was `before`; from it on time is `after`. */
  'clock.confirmed': z.strictObject({ before: instantMs, after: instantMs }),
  /** A supervisor set back a time that stood ahead: `after` is earlier than `before`. Only at this entry does the journal's time go back. */
  'clock.set': z.strictObject({ before: instantMs, after: instantMs }),
  /** The first entry after a restore. The numbers between the entry before and this one were given by the store that was replaced. */
  'store.restored': z.strictObject({
    ...{ file: z.string(), madeAt: instantMs, replaced: z.string() },
    /** By desk the last Z that the replaced store gave after the backup. They are on paper, and are not given again. */
    zsLeftOut: z.record(z.string(), z.int()).optional(),
  }),
} as const;
