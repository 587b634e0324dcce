import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { WallClock } from '../../../main/hub/clock.ts';
import { checkAtStart } from '../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';
import { fakeComputer } from '../support/fake-computer.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

type ClockHub = Awaited<ReturnType<typeof openTestHub<WallClock>>>;
const opened: ClockHub[] = [];
afterEach(async () => {
  for (const { hub } of opened.splice(0)) await hub.close();
});

async function start(computer: ReturnType<typeof fakeComputer>, file: string): Promise<ClockHub> {
  const test = await openTestHub({ clock: computer.start(), file });
  opened.push(test);
  return test;
}

/** A hub on a file, which can be started again. */
function setUp() {
  const computer = fakeComputer();
  const folder = mkdtempSync(join(tmpdir(), 'aisle-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'store.sqlite');
  return { computer, open: () => start(computer, file) };
}

const journal = ({ db }: ClockHub) =>
  db.query<{ event: number; at: number; type: string }>('SELECT event, at, type FROM journal ORDER BY event').all();
const signIn = ({ hub }: ClockHub) => hub.change('users.recordSignIn', { user: 'ruiz', right: true, against: 'x' }, ANA, null);
const addUser = ({ hub }: ClockHub) =>
  hub.change('users.add', { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', pinHash: 'x' }, SYSTEM, 'user-ruiz-1');
const confirm = (test: ClockHub, shown: number, actor = ANA) => test.hub.stepClock('clock.adopt', shown, actor, test.requestId());
const setRight = (test: ClockHub, shown: number, actor = MERCY) => test.hub.stepClock('clock.setBack', shown, actor, test.requestId());

describe('a clock that went on by days', () => {
  it('a hub that was off over the holidays signs people in, sells nothing and writes nothing of the new year before somebody confirms it', async () => {
    const { computer, open } = setUp();
    const before = await open();
    await addUser(before);
    const flight = await before.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    value(await before.hold(flight.id, ['17A'], { requestId: 'before-the-holidays' }));
    await before.hub.close();

    computer.sleep(11 * DAY_MS);
    const test = await open();
    const closedAt = computer.wall - 11 * DAY_MS;
    computer.pass(20 * SECOND_MS);
    expect(codeOf(await signIn(test))).toBe('ok');
    expect(codeOf(await test.hold(flight.id, ['17B']))).toBe('CLOCK_DOUBTFUL');
    expect(codeOf(await test.hub.execute('settings.set', { requestId: test.requestId(), name: 'holdMinutes', value: 9 }, MERCY))).toBe(
      'CLOCK_DOUBTFUL',
    );
    await test.hub.change('holds.expireDue', {}, SYSTEM, null);
    expect(await test.claims(flight.id)).toEqual(['17A']);
    for (const { at } of await journal(test)) expect(at).toBeLessThanOrEqual(closedAt + 20 * SECOND_MS);

    expect(value(await confirm(test, test.hub.clockState.computer))).toEqual({ now: computer.wall });
    expect((await journal(test)).at(-1)).toMatchObject({ at: computer.wall, type: 'clock.confirmed' });
    expect(codeOf(await test.hold(flight.id, ['17A']))).toBe('ok');
    expect(await crossCheck(test.db)).toBeUndefined();
  });

  it('a computer that slept for a week is asked about too, and its holds end only with the time that is confirmed', async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    value(await test.hold(flight.id, ['17A']));
    computer.sleep(7 * DAY_MS);
    await test.hub.change('holds.expireDue', {}, SYSTEM, null);
    expect(await test.claims(flight.id)).toEqual(['17A']);
    expect(codeOf(await test.hold(flight.id, ['17B']))).toBe('CLOCK_DOUBTFUL');
    value(await confirm(test, computer.wall));
    await test.hub.change('holds.expireDue', {}, SYSTEM, null);
    expect(await test.claims(flight.id)).toEqual([]);
  });

  it('one second of a wrong year leaves nothing behind (it made the store unusable for ever)', async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 2 * DAY_MS });
    computer.set(365 * DAY_MS);
    computer.pass(SECOND_MS);
    expect(codeOf(await test.hold(flight.id, ['17A']))).toBe('CLOCK_DOUBTFUL');
    computer.set(-365 * DAY_MS);
    expect(codeOf(await test.hold(flight.id, ['17A']))).toBe('ok');
    expect(test.hub.clockState).toEqual({ standing: 'agrees', computer: computer.wall });
    await test.hub.close();
    expect(codeOf(await (await open()).hold(flight.id, ['17B']))).toBe('ok');
  });

  it('a repeat of what was done before the doubt gets its reply: "not done" would be untrue', async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    const held = await test.hold(flight.id, ['17A'], { requestId: 'sent-before-sleep' });
    computer.sleep(7 * DAY_MS);
    expect(await test.hold(flight.id, ['17A'], { requestId: 'sent-before-sleep' })).toEqual(held);
    expect(codeOf(await test.hold(flight.id, ['17B'], { requestId: 'sent-after-sleep' }))).toBe('CLOCK_DOUBTFUL');
    value(await confirm(test, computer.wall));
    // It was not done, and no refusal was stored for it.
    expect(codeOf(await test.hold(flight.id, ['17B'], { requestId: 'sent-after-sleep' }))).toBe('ok');
  });

  it('a card that was charged before the doubt is confirmed, since the sale began in time', async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    const hold = value(await test.hold(flight.id, ['17A']));
    const tenders = [{ kind: 'card', amount: hold.total, approvalCode: null, testCard: 'approve' }] as const;
    const paid = { ...sale(hold), tenders: [...tenders] };
    const charges = [{ reference: 'card-1', amount: hold.total }];
    value(await test.hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, 'pays-1.begin'));
    computer.sleep(7 * DAY_MS);
    expect(codeOf(await test.hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, 'pays-2.begin'))).toBe(
      'CLOCK_DOUBTFUL',
    );
    const approved = [{ tender: 0, reference: 'card-1', approvalCode: '071642' }];
    expect(codeOf(await test.hub.change('payments.confirm', { ...paid, approved }, ANA, 'pays-1.confirm'))).toBe('ok');
    expect(codeOf(await test.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, 'pays-3'))).toBe('CLOCK_DOUBTFUL');
  });

  it.each([
    // [what is shown, how far it is from the computer's clock, what the hub says]
    ['the very time', 0, 'ok'],
    ['the time of two minutes ago', -2 * MINUTE_MS, 'ok'],
    ['an older time', -2 * MINUTE_MS - 1, 'CLOCK_MOVED'],
    ['the time of before the clock moved on again', -3 * DAY_MS, 'CLOCK_MOVED'],
  ] as const)('is confirmed by who has seen %s', async (_, off, code) => {
    const { computer, open } = setUp();
    const test = await open();
    computer.set(5 * DAY_MS);
    expect(codeOf(await confirm(test, computer.wall + off))).toBe(code);
    expect(test.clock.now()).toBe(code === 'ok' ? computer.wall : computer.wall - 5 * DAY_MS);
  });

  it('is confirmed once: a second one hears that there is nothing to confirm, a repeat hears what the first one heard', async () => {
    const { computer, open } = setUp();
    const test = await open();
    computer.set(5 * DAY_MS);
    const shown = computer.wall;
    const first = await test.hub.stepClock('clock.adopt', shown, ANA, 'confirm-1');
    computer.pass(SECOND_MS);
    expect(await test.hub.stepClock('clock.adopt', shown, ANA, 'confirm-1')).toEqual(first);
    expect(codeOf(await test.hub.stepClock('clock.adopt', shown, JONAS, 'confirm-2'))).toBe('CLOCK_AGREES');
    expect((await journal(test)).filter(({ type }) => type === 'clock.confirmed')).toHaveLength(1);
  });

  it("a decision under somebody else's number is refused, and ends no hold by the time that it was about (it did, by days)", async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    value(await test.hold(flight.id, ['17A'], { requestId: 'number-of-hold' }));
    computer.set(5 * DAY_MS);
    expect(codeOf(await test.hub.stepClock('clock.adopt', computer.wall, JONAS, 'number-of-hold'))).toBe('REQUEST_REUSED');
    expect(await test.claims(flight.id)).toEqual(['17A']);
    await test.hub.change('holds.expireDue', {}, SYSTEM, null);
    expect(test.reports).toEqual([]);
    expect((await journal(test)).map(({ type }) => type)).toEqual(['hold.placed']);
  });

  it('stamps what is asked for while it is being confirmed with the new time, after the entry that says so', async () => {
    const { computer, open } = setUp();
    const test = await open();
    await addUser(test);
    computer.set(5 * DAY_MS);
    await Promise.all([signIn(test), confirm(test, computer.wall), signIn(test), signIn(test)]);
    const entries = (await journal(test)).slice(-4);
    expect(entries.map(({ type, at }) => [type, at])).toEqual([
      ['user.signedIn', computer.wall - 5 * DAY_MS],
      ['clock.confirmed', computer.wall],
      ['user.signedIn', computer.wall],
      ['user.signedIn', computer.wall],
    ]);
  });
});

describe('a clock that stood ahead until the power failed', () => {
  it('has deleted no reply that is younger than a day by the true time', async () => {
    const { computer, open } = setUp();
    const test = await open();
    const flight = await test.addFlight({ departs_at: computer.wall + 30 * DAY_MS });
    const hold = { seats: ['17A'], more: { requestId: 'asked-twice' } } as const;
    const first = await test.hold(flight.id, hold.seats, hold.more);
    value(await test.hub.execute('holds.release', { requestId: test.requestId(), bookingId: value(first).bookingId }, ANA));
    computer.set(29 * HOUR_MS);
    value(await test.hub.change('replies.prune', {}, SYSTEM, null));
    computer.set(-29 * HOUR_MS);
    await test.hub.close();
    const after = await open();
    expect(await after.hold(flight.id, hold.seats, hold.more)).toEqual(first);
    expect(await after.claims(flight.id)).toEqual([]);
  });
});

describe('a store that stands ahead', () => {
  /** One start 26 h ahead, in which something was sold, held and quoted; then the computer's clock is right again. */
  async function aheadBy26Hours() {
    const { computer, open } = setUp();
    const early = await open();
    await addUser(early);
    const flight = await early.addFlight({ departs_at: computer.wall + 28 * HOUR_MS });
    await early.hub.close();
    computer.set(26 * HOUR_MS);
    const wrong = await open();
    const requestId = 'sold-while-ahead';
    const sold = value(await wrong.hold(flight.id, ['17A'], { requestId }));
    value(await wrong.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, 'sale-while-ahead'));
    const quote = value(
      await wrong.hub.execute('bookings.cancelQuote', { requestId: 'quote-while-ahead', bookingId: sold.bookingId }, ANA),
    );
    await wrong.hub.close();
    computer.set(-26 * HOUR_MS);
    const test = await open();
    return { computer, open, test, flight, sold, quote };
  }

  it('one start 26 h ahead is said, and a supervisor sets it right: the flight is sold on, the refund is whole again', async () => {
    const { computer, test, flight, sold } = await aheadBy26Hours();
    expect(test.hub.clockState).toEqual({ standing: 'ahead', computer: computer.wall });
    const wrongQuote = value(
      await test.hub.execute('bookings.cancelQuote', { requestId: test.requestId(), bookingId: sold.bookingId }, ANA),
    );
    expect(value(await setRight(test, computer.wall))).toEqual({ now: computer.wall, endedHolds: 0 });
    expect(test.hub.clockState.standing).toBe('agrees');
    expect(codeOf(await test.hold(flight.id, ['17B']))).toBe('ok');
    const quote = value(await test.hub.execute('bookings.cancelQuote', { requestId: test.requestId(), bookingId: sold.bookingId }, ANA));
    expect(quote.total).toBeGreaterThan(wrongQuote.total);
  });

  it('its journal goes back at that one entry, and every check accepts it there and nowhere else', async () => {
    const { computer, open, test, sold } = await aheadBy26Hours();
    value(await setRight(test, computer.wall));
    const entries = await journal(test);
    const backAt = entries.filter(({ at }, place) => at < (entries[place - 1]?.at ?? 0));
    expect(backAt).toEqual([{ event: expect.any(Number), at: computer.wall, type: 'clock.set' }]);
    expect(await crossCheck(test.db)).toBeUndefined();
    await test.hub.close();
    computer.pass(MINUTE_MS);
    const again = await open();
    await expect(checkAtStart(again.db)).resolves.toBeUndefined();
    expect(again.clock.now()).toBe(computer.wall);
    expect(again.hub.clockState.standing).toBe('agrees');
    const { history } = value(await again.hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA));
    expect(history.map(({ type, ahead }) => [type, ahead])).toEqual([
      ['booking.quoted', true],
      ['booking.confirmed', true],
      ['hold.placed', true],
    ]);
    computer.pass(48 * HOUR_MS);
    const far = await again.addFlight({ id: 99, departs_at: computer.wall + 20 * DAY_MS });
    const { bookingId } = value(await again.hold(far.id, ['17A'], { requestId: 'after-all-that' }));
    expect(value(await again.hub.ask('bookings.get', { bookingId }, ANA)).history).toMatchObject([{ type: 'hold.placed', ahead: false }]);
    // The same chain with the entry called otherwise, and hashed as it must be, is broken there.
    await again.db.change("UPDATE journal SET type = 'setting.changed' WHERE type = 'clock.set'").run();
    expect(await crossCheck(again.db)).toMatch(/broken at event/);
  });

  it('live holds end with the step, and a hold placed after it runs its true time', async () => {
    const { computer, test, flight } = await aheadBy26Hours();
    value(await test.hub.change('schedule.discard', { importId: null }, SYSTEM, null));
    const far = await test.addFlight({ id: 99, departs_at: computer.wall + 20 * DAY_MS });
    value(await test.hold(far.id, ['17A']));
    value(await test.hold(far.id, ['17B'], {}, JONAS));
    expect(value(await setRight(test, computer.wall))).toMatchObject({ endedHolds: 2 });
    expect(await test.claims(far.id)).toEqual([]);
    const hold = value(await test.hold(flight.id, ['17C']));
    expect(hold.expiresAt).toBe(computer.wall + 5 * MINUTE_MS);
    computer.pass(5 * MINUTE_MS);
    await test.hub.change('holds.expireDue', {}, SYSTEM, null);
    expect(await test.claims(flight.id)).toEqual(['17A']);
    expect(await crossCheck(test.db)).toBeUndefined();
  });

  it('a card approved for a hold that the step ended takes its seats again', async () => {
    const { computer, test } = await aheadBy26Hours();
    const far = await test.addFlight({ id: 99, departs_at: computer.wall + 20 * DAY_MS });
    const hold = value(await test.hold(far.id, ['17A']));
    const paid = {
      ...sale(hold),
      tenders: [{ kind: 'card' as const, amount: hold.total, approvalCode: null, testCard: 'approve' as const }],
    };
    const charges = [{ reference: 'card-1', amount: hold.total }];
    value(await test.hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, 'pays-1.begin'));
    value(await setRight(test, computer.wall));
    expect(await test.claims(far.id)).toEqual([]);
    const approved = [{ tender: 0, reference: 'card-1', approvalCode: '071642' }];
    expect(value(await test.hub.change('payments.confirm', { ...paid, approved }, ANA, 'pays-1.confirm'))).toMatchObject({
      state: 'CONFIRMED',
    });
    expect(test.reports).toEqual([]);
    expect(await crossCheck(test.db)).toBeUndefined();
  });

  it('a quote, a name that is locked and stored replies count by the true time from then on', async () => {
    const { computer, test, sold, quote } = await aheadBy26Hours();
    for (let wrong = 0; wrong < 5; wrong++)
      await test.hub.change('users.recordSignIn', { user: 'ruiz', right: false, against: 'x' }, ANA, null);
    value(await setRight(test, computer.wall));
    const cancel = { requestId: test.requestId(), bookingId: sold.bookingId, offerId: quote.offerId };
    expect(codeOf(await test.hub.execute('bookings.cancel', cancel, ANA))).toBe('OFFER_EXPIRED');
    computer.pass(5 * MINUTE_MS);
    expect(value(await signIn(test))).toMatchObject({ in: true });
    computer.pass(24 * HOUR_MS - 5 * MINUTE_MS);
    await test.prune();
    const kept = () => test.db.query("SELECT id FROM replies WHERE request_id = 'sold-while-ahead'").all();
    expect(await kept()).toHaveLength(1);
    computer.pass(1);
    await test.prune();
    expect(await kept()).toEqual([]);
  });

  it.each([
    // [what is asked, the computer's clock is behind by, the shown time is off by, what the hub says]
    ['where hub and computer agree', 0, 0, 'CLOCK_AGREES'],
    ['five minutes apart', 5 * MINUTE_MS, 0, 'CLOCK_AGREES'],
    ['a millisecond more', 5 * MINUTE_MS + 1, 0, 'ok'],
    ['by a time that nobody has seen', HOUR_MS, 2 * MINUTE_MS + 1, 'CLOCK_MOVED'],
  ] as const)('is not set right %s without need', async (_, behind, off, code) => {
    const { computer, open } = setUp();
    const test = await open();
    await addUser(test);
    computer.set(-behind);
    expect(codeOf(await setRight(test, computer.wall + off))).toBe(code);
    expect(codeOf(await confirm(test, computer.wall))).toBe('CLOCK_AGREES');
    expect(test.reports).toEqual([]);
  });

  it('a reply of the very batch in which the clock is set right counts from then on too (it was kept for as long as time stood ahead)', async () => {
    const { computer, test, sold } = await aheadBy26Hours();
    const quote = test.hub.execute('bookings.cancelQuote', { requestId: 'quote-beside-it', bookingId: sold.bookingId }, ANA);
    const step = setRight(test, computer.wall);
    value(await quote);
    value(await step);
    const replies = await test.db.query<{ id: string; at: number }>('SELECT request_id AS id, at FROM replies').all();
    expect(replies.map(({ id }) => id)).toContain('quote-beside-it');
    for (const { id, at } of replies) expect(at, id).toBeLessThanOrEqual(computer.wall);
  });

  it('a step that the store cannot keep is not made', async () => {
    const { computer, open } = setUp();
    const test = await open();
    await addUser(test);
    computer.set(-HOUR_MS);
    await test.db.change('ALTER TABLE meta RENAME TO elsewhere').run();
    expect((await setRight(test, computer.wall)).ok).toBe(false);
    await test.db.change('ALTER TABLE elsewhere RENAME TO meta').run();
    expect(test.clock.now()).toBe(computer.wall + HOUR_MS);
    expect(codeOf(await setRight(test, computer.wall))).toBe('ok');
  });
});
