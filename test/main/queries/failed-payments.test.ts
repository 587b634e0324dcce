import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const HALF_A_YEAR = 182 * DAY_MS;

/** A store in which payments fail, and where they are read: Admin's list shows those of the last day, the queue those of three days. */
async function whereTheyAreRead() {
  const computer = fakeComputer();
  const store = await openTestHub({ clock: computer.start() });
  const { hub, requestId } = store;
  const flight = await store.addFlight({ departs_at: computer.wall + 2 * HALF_A_YEAR });
  const list = async () => value(await hub.ask('payments.failed', {}, MERCY)).payments;
  return {
    ...{ ...store, computer, list },
    hold: async (seat: string) => value(await store.hold(flight.id, [seat])),
    listed: async () => (await list()).map(({ bookingId }) => bookingId),
    queued: async () =>
      value(await hub.ask('queues.look', { queue: 'failedPayment', dayBegan: 0 }, ANA)).items.map(({ subject }) => subject),
    fail: async (bookingId: number, final = true, references: readonly string[] = []) => {
      const charges = references.map((reference) => ({ reference, approvalCode: null, mayBeCharged: false }));
      value(await hub.change('payments.fail', { bookingId, reason: 'declined', charges, final }, ANA, requestId()));
    },
    sweep: async () => value(await hub.change('holds.expireDue', {}, SYSTEM, null)),
    /** Sets the computer's clock, and says that it is right. */
    async clockGoes(ms: number) {
      computer.set(ms);
      value(await hub.stepClock(ms > 0 ? 'clock.adopt' : 'clock.setBack', computer.wall, MERCY, requestId()));
    },
    async done(subject: number) {
      const on = { queue: 'failedPayment' as const, subject };
      value(await hub.execute('queues.open', { requestId: requestId(), ...on }, ANA));
      value(await hub.execute('queues.done', { requestId: requestId(), ...on, remark: '', next: false }, ANA));
    },
  };
}

describe('a payment that failed', () => {
  test('days after its hold was placed is listed for a day and queued for three (the list never had it), the newest failure first', async () => {
    const read = await whereTheyAreRead();
    const early = await read.hold('15A');
    const { passengers, contact } = sale(early);
    const on = { requestId: read.requestId(), bookingId: early.bookingId, atLimit: 'cancel' as const, passengers, contact };
    value(await read.hub.execute('holds.payLater', { ...on, payBy: early.createdAt + 3 * DAY_MS }, ANA));
    read.computer.pass(2 * DAY_MS);
    const late = await read.hold('15B');
    await read.fail(late.bookingId);
    read.computer.pass(HOUR_MS);
    await read.fail(early.bookingId);
    expect(await read.list()).toMatchObject([
      { bookingId: early.bookingId, heldAt: early.createdAt, failedAt: early.createdAt + 2 * DAY_MS + HOUR_MS },
      { bookingId: late.bookingId, heldAt: late.createdAt, failedAt: late.createdAt },
    ]);
    read.computer.pass(DAY_MS - 1);
    expect(await read.listed()).toEqual([early.bookingId]);
    read.computer.pass(1);
    expect(await read.listed()).toEqual([]);
    read.computer.pass(2 * DAY_MS - 1);
    expect(await read.queued()).toEqual([early.bookingId]);
    read.computer.pass(1);
    expect(await read.queued()).toEqual([]);
    expect(await crossCheck(read.db)).toBeUndefined();
  });

  test('by a clock that went on by half a year over its hold is listed and queued (the queue forgot it at once)', async () => {
    const read = await whereTheyAreRead();
    const hold = await read.hold('15A');
    const tenders = [{ kind: 'card', amount: hold.total, approvalCode: null, testCard: null } as const];
    const charges = [{ reference: 'card-1', amount: hold.total }];
    value(await read.hub.change('payments.begin', { ...sale(hold, { tenders }), charges, terminal: true }, ANA, read.requestId()));
    await read.fail(hold.bookingId, false, ['card-1']);
    await read.clockGoes(HALF_A_YEAR);
    await read.sweep();
    expect([await read.listed(), await read.queued()]).toEqual([[hold.bookingId], [hold.bookingId]]);
    expect(await crossCheck(read.db)).toBeUndefined();
  });

  test('while the clock stood ahead counts from when that clock is set right: it was listed and queued for as long as the clock stood ahead', async () => {
    const read = await whereTheyAreRead();
    await read.clockGoes(HALF_A_YEAR);
    const [first, second] = [await read.hold('15A'), await read.hold('15B')];
    await read.fail(first.bookingId);
    await read.fail(second.bookingId);
    await read.done(second.bookingId);
    await read.clockGoes(-HALF_A_YEAR);
    const rightAt = read.computer.wall;
    expect(await read.list()).toMatchObject([
      { bookingId: second.bookingId, failedAt: rightAt },
      { bookingId: first.bookingId, failedAt: rightAt },
    ]);
    // What was done stays done.
    expect(await read.queued()).toEqual([first.bookingId]);
    expect(await crossCheck(read.db)).toBeUndefined();
    read.computer.pass(DAY_MS);
    expect(await read.listed()).toEqual([]);
    read.computer.pass(2 * DAY_MS - 1);
    expect(await read.queued()).toEqual([first.bookingId]);
    read.computer.pass(1);
    expect(await read.queued()).toEqual([]);
  });

  test('before a clock stood ahead is hidden only while it does, and one of the very batch that sets it right counts from then', async () => {
    const read = await whereTheyAreRead();
    const before = await read.hold('15A');
    await read.fail(before.bookingId);
    await read.clockGoes(HALF_A_YEAR);
    expect([await read.listed(), await read.queued()]).toEqual([[], []]);
    const beside = await read.hold('15B');
    read.computer.set(-HALF_A_YEAR);
    const failed = read.fail(beside.bookingId);
    const step = read.hub.stepClock('clock.setBack', read.computer.wall, MERCY, read.requestId());
    await failed;
    value(await step);
    expect(await read.list()).toMatchObject([
      { bookingId: beside.bookingId, failedAt: read.computer.wall },
      { bookingId: before.bookingId, failedAt: before.createdAt },
    ]);
    expect(await read.queued()).toEqual([before.bookingId, beside.bookingId]);
    expect(await crossCheck(read.db)).toBeUndefined();
    read.computer.pass(MINUTE_MS);
    expect((await read.hub.execute('holds.revive', { requestId: read.requestId(), bookingId: beside.bookingId }, ANA)).ok).toBe(true);
    expect(read.reports).toEqual([]);
  });
});
