import { z } from 'zod';
import { REASON_MAX } from '../bounds.ts';
import { deskName, instantMs, method, personText, placeCode, requestId, rowId } from '../method.ts';
import { QUEUES } from '../queues.ts';
import { legNow } from './leg-now.ts';

const queue = z.enum(QUEUES);

/**
 * Something that waits for somebody. It is worked out from what is stored of bookings, jobs, messages and the waitlist, and leaves its queue by itself
 * when it waits no more.
 */
const queueItem = z.strictObject({
  /** Number of the booking, job, message or party that it is about. */
  subject: rowId,
  bookingId: rowId,
  locator: z.string(),
  /** Of the first passenger; empty where nobody has said it. */
  name: z.string(),
  passengers: z.int(),
  /** The first flight, as it is scheduled now; as it was sold, where it does not fly. */
  flight: z.string(),
  origin: placeCode,
  destination: placeCode,
  originZone: z.string(),
  departsAt: instantMs,
  /** Of all flights the one that the carrier changed most. Left out where none was changed, and once all have left. */
  changed: legNow.optional(),
  /** Since when it waits. */
  since: instantMs,
  /** By when somebody should have worked it; null: there is no such time. */
  due: instantMs.nullable(),
  /** When something happens by itself: a hold ends, a refund is tried again. Null: nothing does. */
  until: instantMs.nullable(),
  /** Minor units: the price of a hold, or money that is to go back; null for a message. */
  amount: z.int().nullable(),
  currency: z.string(),
  /** scheduleChange: what the carrier did, as the groups of reaccommodation.ts. timeLimit: cancel or queue. refundDue: refund or reversal. failedMessage: what it tells. Else empty. */
  kind: z.string(),
  /** Of a message. */
  channel: z.string(),
  /** Why it could not be done, in words; may be empty. */
  answer: z.string(),
  /** It leaves the queue only when it is settled, never because somebody says that it is done. */
  stands: z.boolean(),
  /** The desk that works it, until when at the latest. */
  lock: z.strictObject({ desk: deskName, user: z.string(), at: instantMs, until: instantMs }).nullable(),
  /** The desk that it was passed to; empty: any. */
  forDesk: z.string(),
  /** It comes back then; null: it waits now. */
  laterAt: instantMs.nullable(),
  /** What was last noted with it. */
  remark: z.string(),
});
export type QueueItem = z.infer<typeof queueItem>;

const item = { requestId, queue, subject: rowId };
const remark = personText(REASON_MAX).default('');
/** The item that is open at the desk now; null: none is. */
const open = z.strictObject({ queue, subject: rowId.nullable() });

export const queueMethods = {
  /** All queues with their counts, and the items of one: those that wait and those that were put off. At most 200 of each. */
  'queues.look': method({
    kind: 'query',
    access: 'agent',
    /** `dayBegan`: midnight at the desk, for what was done today. */
    input: z.strictObject({ queue, dayBegan: instantMs }),
    output: z.strictObject({
      /** `since`: of the oldest. `due`: the earliest. Put off items are not counted. */
      queues: z.array(z.strictObject({ queue, count: z.int(), since: instantMs.nullable(), due: instantMs.nullable() })),
      /** Most urgent first. */
      items: z.array(queueItem),
      /** First to come back first. */
      putOff: z.array(queueItem),
      /** How many are open at other desks, in all queues. */
      elsewhere: z.int(),
      doneToday: z.int(),
      doneHere: z.int(),
      /** The newest event that this tells of. */
      version: z.int(),
    }),
    refusals: [],
  }),
  /** Opens the next item that waits: after `after`, which is let go, else the first. Two desks that ask at once get two items. */
  'queues.next': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ requestId, queue, after: rowId.nullable() }),
    output: open,
    refusals: ['QUEUE_EMPTY'],
  }),
  /** Opens an item for this desk, or keeps it open longer. What the desk had open in any queue is let go. */
  'queues.open': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject(item),
    output: open,
    refusals: ['QUEUE_ITEM_GONE', 'QUEUE_ITEM_OPEN'],
  }),
  /** Lets an item go, undone. A supervisor may let go what is open at another desk. */
  'queues.letGo': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject(item),
    output: open,
    refusals: ['QUEUE_ITEM_OPEN', 'QUEUE_ITEM_CLOSED'],
  }),
  /** The item is done. `next`: opens the next one, if there is one. */
  'queues.done': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ ...item, remark, next: z.boolean() }),
    output: open,
    refusals: ['QUEUE_ITEM_GONE', 'QUEUE_ITEM_OPEN', 'QUEUE_ITEM_CLOSED', 'QUEUE_STILL_DUE'],
  }),
  /** Puts an item off. It comes back by itself. */
  'queues.later': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ ...item, at: instantMs, remark }),
    output: open,
    refusals: ['QUEUE_ITEM_GONE', 'QUEUE_ITEM_OPEN', 'QUEUE_ITEM_CLOSED', 'QUEUE_TIME'],
  }),
  /** Leaves an item to another desk. Nobody else gets it as the next one. */
  'queues.pass': method({
    kind: 'command',
    access: 'agent',
    input: z.strictObject({ ...item, desk: deskName, remark }),
    output: open,
    refusals: ['QUEUE_ITEM_GONE', 'QUEUE_ITEM_OPEN', 'QUEUE_ITEM_CLOSED', 'QUEUE_DESK'],
  }),
};
