import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { QueueName } from '../../../shared/queues.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** Three holds that are paid later, with limits one hour apart, the first in five hours; and everything that a desk may do with items. */
async function withLimits({ atLimit = 'queue' as Input<'holds.payLater'>['atLimit'] } = {}) {
  const store = await openTestHub();
  const { hub, clock, requestId } = store;
  const began = clock.now();
  const flight = await store.addFlight({ departs_at: began + 20 * DAY_MS });
  const ids: number[] = [];
  for (const [at, seat] of ['15A', '15B', '15C'].entries()) {
    const hold = value(await store.hold(flight.id, [seat]));
    const { passengers, contact } = sale(hold);
    const payBy = began + (5 + at) * HOUR_MS;
    value(
      await hub.execute('holds.payLater', { requestId: requestId(), bookingId: hold.bookingId, payBy, atLimit, passengers, contact }, ANA),
    );
    ids.push(hold.bookingId);
  }
  const [first = 0, second = 0, third = 0] = ids;
  const look = async (queue: QueueName = 'timeLimit', actor = ANA) =>
    value(await hub.ask('queues.look', { queue, dayBegan: began }, actor));
  const subjects = async (queue: QueueName = 'timeLimit') => (await look(queue)).items.map(({ subject }) => subject);
  const of = (subject: number) => ({ requestId: requestId(), queue: 'timeLimit' as const, subject });
  return {
    ...store,
    ...{ flight, began, first, second, third, look, subjects },
    next: (after: number | null = null, actor = ANA) =>
      hub.execute('queues.next', { requestId: requestId(), queue: 'timeLimit', after }, actor),
    open: (subject: number, actor = ANA) => hub.execute('queues.open', of(subject), actor),
    letGo: (subject: number, actor = ANA) => hub.execute('queues.letGo', of(subject), actor),
    done: (subject: number, more: Partial<Input<'queues.done'>> = {}, actor = ANA) =>
      hub.execute('queues.done', { ...of(subject), remark: '', next: false, ...more }, actor),
    later: (subject: number, at: number, actor = ANA) => hub.execute('queues.later', { ...of(subject), at, remark: 'rings back' }, actor),
    pass: (subject: number, desk: string, actor = ANA) => hub.execute('queues.pass', { ...of(subject), desk, remark: '' }, actor),
    /** To the moment at which so many hours have passed since the holds were placed. */
    to: (hours: number, ms = 0) => clock.advance(began + hours * HOUR_MS + ms - clock.now()),
  };
}

describe('the queue of time limits', () => {
  test('has a booking from some hours before its limit on, the most urgent first', async () => {
    const store = await withLimits();
    store.to(1, -1);
    expect(await store.subjects()).toEqual([]);
    store.to(2);
    const { items, queues } = await store.look();
    expect(items.map(({ subject }) => subject)).toEqual([store.first, store.second]);
    expect(items[0]).toMatchObject({ name: 'PETROV/ELENA A MS', due: store.began + 5 * HOUR_MS, kind: 'queue', stands: false, lock: null });
    expect(queues).toContainEqual({ queue: 'timeLimit', count: 2, since: store.began + HOUR_MS, due: store.began + 5 * HOUR_MS });
    expect(queues).toContainEqual({ queue: 'scheduleChange', count: 0, since: null, due: null });
  });

  test('has what is cancelled at its limit until then, and what is queued there until its seats go back', async () => {
    const cancelled = await withLimits({ atLimit: 'cancel' });
    cancelled.to(5);
    expect(await cancelled.subjects()).toEqual([cancelled.second, cancelled.third]);
    const store = await withLimits();
    store.to(5);
    expect((await store.look()).items[0]).toMatchObject({ subject: store.first, stands: true, until: store.began + 17 * HOUR_MS });
    store.to(17);
    expect(await store.subjects()).toEqual([store.second, store.third]);
  });

  test('loses a booking that is paid, or that gets a later limit', async () => {
    const store = await withLimits();
    store.to(3);
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: store.first }, ANA));
    value(await store.hub.change('payments.confirm', { ...sale(booking), approved: [] }, ANA, store.requestId()));
    expect(await store.subjects()).toEqual([store.second, store.third]);
    const second = value(await store.hub.ask('bookings.get', { bookingId: store.second }, ANA)).booking;
    const { passengers, contact } = sale(second);
    const moved = { bookingId: store.second, payBy: store.began + DAY_MS, atLimit: 'queue' as const, passengers, contact };
    value(await store.hub.execute('holds.payLater', { requestId: store.requestId(), ...moved }, ANA));
    expect(await store.subjects()).toEqual([store.third]);
  });
});

describe('an item', () => {
  test('is given to one desk: two that ask for the next at once get two', async () => {
    const store = await withLimits();
    store.to(3);
    const [mine, theirs] = await Promise.all([store.next(null), store.next(null, JONAS)]);
    expect([value(mine).subject, value(theirs).subject]).toEqual([store.first, store.second]);
    expect(await store.look()).toMatchObject({
      elsewhere: 1,
      items: [{ lock: { desk: ANA.desk } }, { lock: { desk: JONAS.desk } }, { lock: null }],
    });
    expect(codeOf(await store.open(store.second))).toBe('QUEUE_ITEM_OPEN');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is let go when its desk takes the next one, and the queue begins again after its last', async () => {
    const store = await withLimits();
    store.to(3);
    for (const [after, subject] of [
      [null, store.first],
      [store.first, store.second],
      [store.second, store.third],
      [store.third, store.first],
    ] as const)
      expect(value(await store.next(after)).subject).toBe(subject);
    expect((await store.look()).items.filter(({ lock }) => lock)).toHaveLength(1);
  });

  test('is open for the minutes of the setting, and is let go by a supervisor before', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.open(store.first));
    expect(codeOf(await store.letGo(store.first, JONAS))).toBe('QUEUE_ITEM_OPEN');
    expect(codeOf(await store.letGo(store.first, MERCY))).toBe('ok');
    expect(codeOf(await store.done(store.first))).toBe('QUEUE_ITEM_CLOSED');
    value(await store.open(store.first));
    store.clock.advance(15 * MINUTE_MS - 1);
    expect(codeOf(await store.open(store.first, JONAS))).toBe('QUEUE_ITEM_OPEN');
    store.clock.advance(1);
    expect(codeOf(await store.open(store.first, JONAS))).toBe('ok');
  });

  test('is let go when its desk signs out', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.open(store.first));
    value(await store.hub.change('queues.letDeskGo', { desk: ANA.desk }, SYSTEM, null));
    expect(codeOf(await store.open(store.first, JONAS))).toBe('ok');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('that is done is gone, counts for its desk, and the next one opens', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.next());
    expect(value(await store.done(store.first, { next: true, remark: 'pays tonight' })).subject).toBe(store.second);
    expect(await store.look('timeLimit', JONAS)).toMatchObject({ doneToday: 1, doneHere: 0 });
    expect(await store.look()).toMatchObject({
      doneHere: 1,
      items: [{ subject: store.second, lock: { desk: ANA.desk } }, { subject: store.third }],
    });
    expect(codeOf(await store.open(store.first))).toBe('QUEUE_ITEM_GONE');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('that was done before its limit waits again at its limit, and then is not done by a word', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.open(store.first));
    value(await store.done(store.first));
    store.to(5, -1);
    expect(await store.subjects()).not.toContain(store.first);
    store.to(5);
    expect(await store.subjects()).toContain(store.first);
    value(await store.open(store.first));
    expect(codeOf(await store.done(store.first))).toBe('QUEUE_STILL_DUE');
  });

  test('that is put off comes back by itself at its time, not before', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.open(store.first));
    value(await store.later(store.first, store.began + 4 * HOUR_MS));
    expect(await store.look()).toMatchObject({
      items: [{ subject: store.second }, { subject: store.third }],
      putOff: [{ subject: store.first, remark: 'rings back' }],
    });
    expect(value(await store.next()).subject).toBe(store.second);
    store.to(4, -1);
    expect((await store.look()).putOff).toHaveLength(1);
    store.to(4);
    expect(await store.subjects()).toEqual([store.first, store.second, store.third]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test.each([
    ['to a time that is over', 3, 'QUEUE_TIME'],
    ['past the end of its hold', 17, 'QUEUE_TIME'],
    ['to a later time', 16, 'ok'],
  ])('is put off %s: %i h, %s', async (_name, hours, code) => {
    const store = await withLimits();
    store.to(3);
    value(await store.open(store.first));
    expect(codeOf(await store.later(store.first, store.began + hours * HOUR_MS))).toBe(code);
  });

  test('that is left to another desk is the next one there, and nowhere else', async () => {
    const store = await withLimits();
    store.to(3);
    value(await store.hub.change('users.add', { user: 'weber', display: 'Weber', role: 'agent', pinHash: 'x' }, MERCY, store.requestId()));
    await store.hub.change('users.recordSignIn', { user: 'weber', right: true, against: 'x' }, JONAS, null);
    value(await store.open(store.third));
    expect(codeOf(await store.pass(store.third, 'T9-99'))).toBe('QUEUE_DESK');
    expect(codeOf(await store.pass(store.third, ANA.desk))).toBe('QUEUE_DESK');
    value(await store.pass(store.third, JONAS.desk));
    expect(value(await store.next(null, JONAS)).subject).toBe(store.third);
    expect(value(await store.next(store.second)).subject).toBe(store.first);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('asked for in an empty queue is refused', async () => {
    const store = await withLimits();
    expect(codeOf(await store.next())).toBe('QUEUE_EMPTY');
  });
});

describe('what else waits', () => {
  test('is a refund that failed, until the money has gone back', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ departs_at: store.clock.now() + 20 * DAY_MS });
    const hold = value(await store.hold(flight.id, ['15A']));
    const card = { tenders: [{ kind: 'card' as const, amount: hold.total, approvalCode: null, testCard: null }] };
    const charges = [{ reference: 'card-1', amount: hold.total }];
    value(await store.hub.change('payments.begin', { ...sale(hold, card), charges, terminal: true }, ANA, store.requestId()));
    const approved = [{ tender: 0, reference: 'card-1', approvalCode: '012345' }];
    value(await store.hub.change('payments.confirm', { ...sale(hold, card), approved }, ANA, store.requestId()));
    const on = { bookingId: hold.bookingId };
    const { offerId } = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), ...on }, ANA));
    value(await store.hub.execute('bookings.cancel', { requestId: store.requestId(), ...on, offerId }, ANA));
    const look = async () => value(await store.hub.ask('queues.look', { queue: 'refundDue', dayBegan: 0 }, ANA));
    expect((await look()).items).toEqual([]);
    const tried = { jobId: 1, answer: 'the terminal is busy', lasting: false, retryAfterMs: 10_000 };
    value(await store.hub.change('jobs.record', { ...tried, triesBefore: 0, done: false }, SYSTEM, null));
    expect((await look()).items).toMatchObject([
      { subject: 1, kind: 'refund', amount: hold.total, answer: 'the terminal is busy', stands: true },
    ]);
    value(await store.hub.execute('queues.next', { requestId: store.requestId(), queue: 'refundDue', after: null }, ANA));
    const done = { requestId: store.requestId(), queue: 'refundDue' as const, subject: 1, remark: '', next: false };
    expect(codeOf(await store.hub.execute('queues.done', done, ANA))).toBe('QUEUE_STILL_DUE');
    value(await store.hub.change('jobs.record', { ...tried, triesBefore: 1, done: true }, SYSTEM, null));
    expect((await look()).items).toEqual([]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is a payment that failed, for three days or until somebody has looked into it', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight({ departs_at: store.clock.now() + 20 * DAY_MS });
    for (const seat of ['15A', '15B']) {
      const { bookingId } = value(await store.hold(flight.id, [seat]));
      value(await store.hub.change('payments.fail', { bookingId, reason: 'declined', charges: [], final: true }, ANA, store.requestId()));
    }
    const look = async () => value(await store.hub.ask('queues.look', { queue: 'failedPayment', dayBegan: 0 }, ANA)).items;
    expect(await look()).toMatchObject([{ subject: 1, answer: 'declined' }, { subject: 2 }]);
    const on = { queue: 'failedPayment' as const, subject: 1 };
    value(await store.hub.execute('queues.open', { requestId: store.requestId(), ...on }, ANA));
    value(await store.hub.execute('queues.done', { requestId: store.requestId(), ...on, remark: '', next: false }, ANA));
    expect(await look()).toMatchObject([{ subject: 2 }]);
    store.clock.advance(3 * DAY_MS);
    expect(await look()).toEqual([]);
  });
});
