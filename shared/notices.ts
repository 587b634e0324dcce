import { z } from 'zod';
import type { JournalEvent } from './events.ts';
import { instantMs } from './method.ts';
import { backupRunning } from './methods/backups.ts';
import { clockState } from './methods/clock.ts';
import { hubFingerprint } from './methods/desks.ts';
import { shownToPassenger } from './methods/passenger.ts';

/** Messages of the hub to its consoles that are not in the journal. They have no number and are not kept. */
export const noticeSchema = z.discriminatedUnion('type', [
  /** The first message on every connection. `event` is the newest number; a console that knows less asks for the rest. */
  z.strictObject({
    notice: z.literal(true),
    type: z.literal('hello'),
    version: z.string(),
    protocol: z.int(),
    now: instantMs,
    event: z.int(),
    /** What a key signs to prove which desk this console is: 32 random bytes, base64url. */
    challenge: z.string(),
    /** The fingerprint of the hub. */
    hub: hubFingerprint,
  }),
  z.strictObject({
    notice: z.literal(true),
    type: z.literal('schedule.progress'),
    stage: z.enum(['reading', 'comparing', 'applying']),
    /** 0 to 1. */
    done: z.number(),
    records: z.int(),
  }),
  z.strictObject({ notice: z.literal(true), type: z.literal('session.locked') }),
  /** Told also where nobody is signed in, when the desk was revoked or renamed: `session.state` says which desk it is now. */
  z.strictObject({ notice: z.literal(true), type: z.literal('session.ended') }),
  /** A code was offered, tried or has ended, or a desk has come or gone: `desks.offered` and `desks.list` tell. To supervisors alone. */
  z.strictObject({ notice: z.literal(true), type: z.literal('desks.changed') }),
  /** What a passenger's screen shows from now on; null: nothing. Told to the screens of one desk alone. */
  z.strictObject({ notice: z.literal(true), type: z.literal('passenger.shown'), view: shownToPassenger.nullable() }),
  /** How far a backup or restore has come; null: it has ended, and `backups.status` tells how. */
  z.strictObject({ notice: z.literal(true), type: z.literal('backup.progress'), running: backupRunning.nullable() }),
  /** The what-if of the desk has come further, or has ended: `whatIf.status` tells how far. Told to the console that looks at it alone. */
  z.strictObject({ notice: z.literal(true), type: z.literal('whatIf.changed') }),
  /** The receipt of a policy was written, or sales were added to a score: `pricing.receipt` and `pricing.score` tell them. */
  z.strictObject({ notice: z.literal(true), type: z.literal('pricing.outcome') }),
  /** A job was tried: `jobs.list` tells what came of it. */
  z.strictObject({ notice: z.literal(true), type: z.literal('jobs.changed') }),
  /** So much waits in all queues together. `version`: the newest event that this tells of. */
  z.strictObject({ notice: z.literal(true), type: z.literal('queues.counted'), count: z.int(), version: z.int() }),
  /** A message was tried: `messages.list` tells what came of it. */
  z.strictObject({ notice: z.literal(true), type: z.literal('messages.changed') }),
  /** How many figures are over their limits and seen to by nobody: `health.figures` tells which. */
  z.strictObject({ notice: z.literal(true), type: z.literal('health.changed'), toSee: z.int() }),
  /** An agent at a desk has left so many holds to lapse in a row that the next ones are slowed: `hoarding.list` tells of all. */
  z.strictObject({ notice: z.literal(true), type: z.literal('hoarding.flagged'), desk: z.string(), user: z.string(), inARow: z.int() }),
  /**
   * All that is wrong with the hub, in sentences; an empty problem: mended. `backups`: what can be done about it is found among them.
   */
  z.strictObject({ notice: z.literal(true), type: z.literal('hub.trouble'), problem: z.string(), backups: z.boolean() }),
  /** The hub's time did not just pass: it moved, or whether the computer's clock is believed has changed. */
  z.strictObject({ notice: z.literal(true), type: z.literal('hub.clock'), now: instantMs, clock: clockState }),
]);
export type Notice = z.infer<typeof noticeSchema>;
/** Events that a console follows, in order, and the number up to which it knows them now. */
export interface EventFrame {
  readonly events: readonly JournalEvent[];
  readonly to: number;
}
/** The hub left events out, because the console read too slowly or was away too long: it asks anew for all that it shows. */
export interface ResyncFrame {
  readonly resync: true;
  readonly to: number;
}
/** All that `Bridge.on` hears. */
export type Message = EventFrame | ResyncFrame | Notice;
/** What the parts of a console hear, one by one. */
export type Heard = JournalEvent | Notice;
