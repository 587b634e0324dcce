import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { QUEUES, type QueueName } from '../../../shared/queues.ts';
import { STAFF } from '../world.ts';
import { carrierChanged } from './carrier-changed.ts';
import { refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import type { ModelEvent } from './model-rows.ts';

/** No step of a run changes these. */
const LOCK_MS = 15 * MINUTE_MS;
const AHEAD_MS = 4 * HOUR_MS;
const FAILED_MS = 3 * DAY_MS;
const LATER_MS_MAX = 14 * DAY_MS;

/** Something that somebody must act on. It follows from the bookings, jobs, messages and parties as they stand. */
interface Queued {
  readonly subject: number;
  readonly since: number;
  readonly due: number | null;
  readonly until: number | null;
  /** Only what settles it takes it out of its queue. */
  readonly stands: boolean;
}

/** What desks did with an item. */
interface Worked {
  readonly since: number;
  readonly desk: string | null;
  readonly openedAt: number | null;
  readonly openUntil: number | null;
  readonly laterAt: number | null;
  readonly forDesk: string;
  readonly doneAt: number | null;
  readonly doneDesk: string | null;
  readonly remark: string;
}

const NEVER: Worked = {
  ...{ since: -1, desk: null, openedAt: null, openUntil: null, laterAt: null, forDesk: '', doneAt: null, doneDesk: null, remark: '' },
};
const SHUT = { desk: null, openedAt: null, openUntil: null } as const;

/** What is kept of queues: what desks did with their items, by queue and subject, and since when some of them wait. */
export class ModelQueues {
  readonly work = new Map<string, Worked>();
  /** When each job was written down, and each message was tried last. */
  readonly madeAt = new Map<number, number>();
  readonly triedAt = new Map<number, number>();
  /** When each payment failed for good, and from when that counts: no later than a clock that stood ahead was set right. */
  readonly failed = new Map<number, { readonly since: number; readonly counts: number }>();

  /** When each flight was changed last under who was booked on it. */
  readonly changed = new Map<number, number>();

  hear(events: readonly ModelEvent[], now: number): void {
    for (const [type, bookingId, data] of events) {
      if (bookingId !== null && type === 'payment.failed') this.failed.set(bookingId, { since: now, counts: now });
      if (type === 'booking.unseated' || type === 'hold.unseated') this.changed.set((data as { flightId: number }).flightId, now);
    }
  }
}

/** What waits, by queue: no row says so anywhere. */
const SOURCES: Readonly<Record<QueueName, (model: Model, now: number) => readonly Queued[]>> = {
  scheduleChange: (model, now) =>
    [...model.bookings.values()].flatMap((booking) => {
      const changed = booking.state === 'CONFIRMED' ? carrierChanged(model, booking, now) : undefined;
      return changed ? [{ subject: booking.bookingId, ...changed, until: null, stands: true }] : [];
    }),
  timeLimit: (model, now) =>
    model.holds().flatMap(({ bookingId, payBy, expiresAt }) => {
      if (!payBy || payBy.at > now + AHEAD_MS || (expiresAt ?? 0) <= now) return [];
      const isOver = payBy.at <= now;
      return [{ subject: bookingId, since: isOver ? payBy.at : payBy.at - AHEAD_MS, due: payBy.at, until: expiresAt, stands: isOver }];
    }),
  refundDue: (model) =>
    model.jobs.flatMap(({ id, state, tries, notBefore }) =>
      state === 'DEAD' || (state === 'WAITING' && tries > 0)
        ? [{ subject: id, since: model.queues.madeAt.get(id) ?? 0, due: null, until: state === 'DEAD' ? null : notBefore, stands: true }]
        : [],
    ),
  failedPayment: (model, now) =>
    [...model.queues.failed].flatMap(([subject, { since, counts }]) =>
      counts > now - FAILED_MS ? [{ subject, since, due: null, until: null, stands: false }] : [],
    ),
  waitlist: (model, now) =>
    model.waits.flatMap(({ id, state, hold, offeredAt, answeredAt }) => {
      const ends = model.bookings.get(hold ?? 0)?.expiresAt ?? 0;
      return state === 'OFFERED' && answeredAt === null && ends > now
        ? [{ subject: id, since: offeredAt ?? 0, due: ends, until: ends, stands: false }]
        : [];
    }),
  failedMessage: (model) =>
    model.messages.flatMap(({ id, state }) =>
      state === 'DEAD' ? [{ subject: id, since: model.queues.triedAt.get(id) ?? 0, due: null, until: null, stands: false }] : [],
    ),
};

const keyOf = (queue: QueueName, subject: number): string => `${queue} ${subject}`;
const workOn = (model: Model, queue: QueueName, subject: number): Worked => model.queues.work.get(keyOf(queue, subject)) ?? NEVER;

/** The desk that has an item open now. What was opened later than now was opened by a clock that stood ahead. */
const openAt = ({ desk, openedAt, openUntil }: Worked, now: number): string | null =>
  openedAt !== null && openedAt <= now && (openUntil ?? 0) > now ? desk : null;

/** What is in a queue, most urgent first. What was put off or left to a desk was so for one waiting of the subject. */
export function inQueue(model: Model, queue: QueueName, now: number) {
  const all = SOURCES[queue](model, now).flatMap((item) => {
    const work = workOn(model, queue, item.subject);
    const same = work.since === item.since;
    if (work.doneAt !== null && same) return [];
    const laterAt = same && work.laterAt !== null && work.laterAt > now ? work.laterAt : null;
    return [{ ...item, open: openAt(work, now), laterAt, forDesk: same ? work.forDesk : '', remark: same ? work.remark : '' }];
  });
  return all.sort((a, b) => (a.due ?? a.since) - (b.due ?? b.since) || a.subject - b.subject);
}

type Step = 'opened' | 'freed' | 'done' | 'later' | 'passed';

function move(
  model: Model,
  { queue, subject, since }: { readonly queue: QueueName; readonly subject: number; readonly since: number },
  step: Step,
  more: { readonly until?: number; readonly forDesk?: string; readonly remark?: string; readonly at: number; readonly desk: string },
): void {
  const { at, desk, until = null, forDesk = '', remark } = more;
  const before = workOn(model, queue, subject);
  const again = before.since === since ? before : NEVER;
  const still = { ...again, since, ...SHUT, doneAt: null, doneDesk: null, remark: remark || again.remark };
  const after: Record<Step, Worked> = {
    opened: { ...still, desk, openedAt: at, openUntil: until, laterAt: null },
    freed: still,
    done: { ...still, laterAt: null, forDesk: '', doneAt: at, doneDesk: desk },
    later: { ...still, laterAt: until },
    passed: { ...still, laterAt: null, forDesk },
  };
  model.queues.work.set(keyOf(queue, subject), after[step]);
  model.met.push(`${queue} ${step}`);
  model.events.push(['queue.moved', null, { queue, subject, since, step, until, forDesk }]);
}

/** What a desk has open, or had until its time was over, in the order of queues by name. */
export const openedBy = (model: Model, desk: string) =>
  [...model.queues.work]
    .filter(([, work]) => work.desk === desk)
    .map(([key, { since }]) => ({ queue: key.split(' ')[0] as QueueName, subject: Number(key.split(' ')[1]), since }))
    .sort((a, b) => (a.queue < b.queue ? -1 : a.queue > b.queue ? 1 : a.subject - b.subject));

type By = { readonly at: number; readonly desk: string };

function letGo(model: Model, by: By, but?: string): number {
  const open = openedBy(model, by.desk);
  for (const item of open) if (keyOf(item.queue, item.subject) !== but) move(model, item, 'freed', by);
  return open.length;
}

/** A desk works one item at a time. */
function open(model: Model, queue: QueueName, { subject, since }: Pick<Queued, 'subject' | 'since'>, by: By): void {
  letGo(model, by, keyOf(queue, subject));
  move(model, { queue, subject, since }, 'opened', { ...by, until: by.at + LOCK_MS });
}

/** First what was left to this desk, then whatever nobody has open and nobody else is meant to get. */
function nextOf(model: Model, queue: QueueName, after: number | null, { at, desk }: By) {
  const all = inQueue(model, queue, at);
  const place = all.findIndex(({ subject }) => subject === after);
  const turn = place < 0 ? all : [...all.slice(place + 1), ...all.slice(0, place)];
  const mine = turn.filter((item) => [null, desk].includes(item.open) && item.laterAt === null && ['', desk].includes(item.forDesk));
  return mine.find(({ forDesk }) => forDesk === desk) ?? mine[0];
}

function toWork(model: Model, queue: QueueName, subject: number, { at, desk }: By) {
  const item = inQueue(model, queue, at).find((one) => one.subject === subject);
  if (!item) throw refused('QUEUE_ITEM_GONE');
  if (item.open !== null && item.open !== desk) throw refused('QUEUE_ITEM_OPEN', { desk: item.open });
  return item;
}

function openHere(model: Model, queue: QueueName, subject: number, by: By) {
  const item = toWork(model, queue, subject, by);
  if (item.open === null) throw refused('QUEUE_ITEM_CLOSED');
  return { ...item, queue };
}

export const QUEUE_WORK: Commands = {
  'queues.next'(model, { queue, after }: Input<'queues.next'>, { now, actor }) {
    const by = { at: now, desk: actor.desk };
    const item = nextOf(model, queue, after, by);
    if (!item) throw refused('QUEUE_EMPTY');
    open(model, queue, item, by);
    return { queue, subject: item.subject };
  },
  'queues.open'(model, { queue, subject }: Input<'queues.open'>, { now, actor }) {
    const by = { at: now, desk: actor.desk };
    open(model, queue, toWork(model, queue, subject, by), by);
    return { queue, subject };
  },
  'queues.letGo'(model, { queue, subject }: Input<'queues.letGo'>, { now, actor }) {
    const work = workOn(model, queue, subject);
    const desk = openAt(work, now);
    if (desk === null) throw refused('QUEUE_ITEM_CLOSED');
    if (desk !== actor.desk && actor.role !== 'supervisor') throw refused('QUEUE_ITEM_OPEN', { desk });
    if (desk !== actor.desk) model.met.push('of another desk');
    move(model, { queue, subject, since: work.since }, 'freed', { at: now, desk: actor.desk });
    return { queue, subject: null };
  },
  'queues.letDeskGo': (model, { desk }: { desk: string }, { now }) => ({ freed: letGo(model, { at: now, desk }) }),
  'queues.done'(model, { queue, subject, next, remark }: Input<'queues.done'>, { now, actor }) {
    const by = { at: now, desk: actor.desk };
    const item = openHere(model, queue, subject, by);
    if (item.stands) throw refused('QUEUE_STILL_DUE');
    const following = next ? nextOf(model, queue, subject, by) : undefined;
    move(model, item, 'done', { ...by, remark });
    if (following) open(model, queue, following, by);
    return { queue, subject: following?.subject ?? null };
  },
  'queues.later'(model, { queue, subject, at, remark }: Input<'queues.later'>, { now, actor }) {
    const item = openHere(model, queue, subject, { at: now, desk: actor.desk });
    if (at <= now) throw refused('QUEUE_TIME', { problem: 'this time is over' });
    if (at > now + LATER_MS_MAX) throw refused('QUEUE_TIME', { problem: 'this is more than 14 days ahead' });
    const ends = queue === 'timeLimit' || queue === 'waitlist' ? item.until : null;
    if (ends !== null && at >= ends) throw refused('QUEUE_TIME', { problem: 'its seats go back to sale before' });
    move(model, item, 'later', { at: now, desk: actor.desk, until: at, remark });
    return { queue, subject: null };
  },
  'queues.pass'(model, { queue, subject, desk, remark }: Input<'queues.pass'>, { now, actor }) {
    const item = openHere(model, queue, subject, { at: now, desk: actor.desk });
    const known = Object.values(STAFF).some((one) => one.desk === desk);
    if (desk === actor.desk || !known) throw refused('QUEUE_DESK');
    move(model, item, 'passed', { at: now, desk: actor.desk, forDesk: desk, remark });
    return { queue, subject: null };
  },
};

/** What a desk sees of all queues, and of the items of one. */
export function queueLook(model: Model, queue: QueueName, desk: string, now: number) {
  const all = QUEUES.map((name) => [name, inQueue(model, name, now)] as const);
  const waiting = (name: QueueName) => (all.find(([of]) => of === name)?.[1] ?? []).filter(({ laterAt }) => laterAt === null);
  const least = (times: readonly (number | null)[]) => {
    const given = times.flatMap((time) => (time === null ? [] : [time]));
    return given.length > 0 ? Math.min(...given) : null;
  };
  const shown = (items: ReturnType<typeof inQueue>) =>
    items.slice(0, 200).map((item) => {
      const { subject, since, due, until, stands, forDesk, laterAt, remark } = item;
      return { subject, since, due, until, stands, forDesk, laterAt, remark, lock: item.open === null ? null : { desk: item.open } };
    });
  const putOff = (all.find(([of]) => of === queue)?.[1] ?? []).filter(({ laterAt }) => laterAt !== null);
  const done = [...model.queues.work.values()].filter(({ doneAt }) => doneAt !== null);
  return {
    queues: QUEUES.map((name) => {
      const items = waiting(name);
      return { queue: name, count: items.length, since: least(items.map(({ since }) => since)), due: least(items.map(({ due }) => due)) };
    }),
    items: shown(waiting(queue)),
    putOff: shown(putOff.sort((a, b) => (a.laterAt ?? 0) - (b.laterAt ?? 0))),
    elsewhere: QUEUES.flatMap(waiting).filter(({ open: at }) => at !== null && at !== desk).length,
    doneToday: done.length,
    doneHere: done.filter(({ doneDesk }) => doneDesk === desk).length,
  };
}
