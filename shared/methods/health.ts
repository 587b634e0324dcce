import { z } from 'zod';
import { HEALTH_NOTE_LENGTH_MAX } from '../bounds.ts';
import { FIGURE_NAMES } from '../health/figures.ts';
import { instantMs, method, personText, requestId } from '../method.ts';

/** Above every limit that may be set: each figure has its own bounds. */
const LIMIT_MAX = 10 ** 15;

export const figureName = z.enum(FIGURE_NAMES);

const acknowledgement = z.strictObject({
  /** The name of the supervisor, as screens show it. */
  by: z.string(),
  at: instantMs,
  /** Until when the alarm is silent. */
  until: instantMs,
  note: z.string(),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

const figureView = z.strictObject({
  figure: figureName,
  /** seen: over, and a supervisor has acknowledged it. unknown: nothing happened that would tell. */
  state: z.enum(['over', 'seen', 'near', 'good', 'unknown']),
  now: z.number().nullable(),
  /** What it is measured by now: the limit that was set, or less where the disk has less room. */
  limit: z.number(),
  /** A supervisor has set the limit; otherwise it is the one that Aisle comes with. */
  limitSet: z.boolean(),
  /** What is known of its cause, as a sentence without its full stop; often empty. */
  more: z.string(),
  /** One value for each of the last 60 minutes, the newest last; null where nothing was known. */
  hour: z.array(z.number().nullable()),
});
export type FigureView = z.infer<typeof figureView>;

/** A figure that went over its limit. */
const alarmView = z.strictObject({
  figure: figureName,
  since: instantMs,
  /** Null while it is over. */
  endedAt: instantMs.nullable(),
  /** How bad it was at its worst. */
  worst: z.number(),
  acknowledged: acknowledgement.nullable(),
});
export type AlarmView = z.infer<typeof alarmView>;

const consoleOff = z.strictObject({ desk: z.string(), since: instantMs, lastUser: z.string() });
export type ConsoleOff = z.infer<typeof consoleOff>;

const healthView = z.strictObject({
  checkedAt: instantMs,
  /** When this hub started: it knows nothing of what was before. */
  startedAt: instantMs,
  /** What is over first, then what was seen, what is near, what is good and what is not known. */
  figures: z.array(figureView),
  /** Of the last 24 hours; those that are over first, then the newest. */
  alarms: z.array(alarmView),
  consoles: z.strictObject({ live: z.int(), off: z.array(consoleOff) }),
  /** The card terminal; null where the hub has none. `restsUntil`: it failed again and again and is left alone until then. */
  terminal: z.strictObject({ restsUntil: instantMs.nullable() }).nullable(),
  /** Since midnight at home, or since the start of the hub if that was later. */
  today: z.strictObject({
    since: instantMs,
    holds: z.int(),
    confirmed: z.int(),
    seatsSold: z.int(),
    ended: z.int(),
    endedLate: z.int(),
    /** Passengers who were denied boarding: more were sold than there were seats. */
    denied: z.int(),
  }),
});
export type HealthView = z.infer<typeof healthView>;

export const healthMethods = {
  /** How the hub does, as it found out at its last look. `recheck`: it looks now, at the backups and the disk too. */
  'health.figures': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ recheck: z.boolean().optional() }),
    output: healthView,
    refusals: [],
  }),
  /** A figure over the last 24 hours, one value a minute, the newest last. */
  'health.day': method({
    kind: 'hub',
    access: 'agent',
    input: z.strictObject({ figure: figureName }),
    output: z.strictObject({ figure: figureName, checkedAt: instantMs, limit: z.number(), minutes: z.array(z.number().nullable()) }),
    refusals: [],
  }),
  /** Silences the alarm of a figure until a moment: it is seen to. The newest acknowledgement of a figure counts. */
  'health.acknowledge': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({
      requestId,
      figure: figureName,
      until: instantMs,
      note: personText(HEALTH_NOTE_LENGTH_MAX).refine((note) => note.length > 0, 'must say what is done'),
    }),
    output: z.strictObject({ figure: figureName, until: instantMs }),
    refusals: ['ALARM_UNTIL_WRONG'],
  }),
  /** Sets the limit of a figure; null: the one that Aisle comes with. */
  'health.setLimit': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, figure: figureName, limit: z.int().min(0).max(LIMIT_MAX).nullable() }),
    output: z.strictObject({ figure: figureName, before: z.number().nullable(), limit: z.number().nullable() }),
    refusals: ['LIMIT_OUT_OF_RANGE'],
  }),
};
