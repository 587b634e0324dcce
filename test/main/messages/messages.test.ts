import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signature } from '../../../main/messages/post-webhook.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { colleagueAt } from '../../../main/training/simulated-desks.ts';
import { JOB_RETRY_MS_MIN, MESSAGE_ANSWER_MS_MAX } from '../../../shared/bounds.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, adult, codeOf, MERCY, sale, value } from '../support/test-hub.ts';
import { openFullCabin } from '../support/waitlist-hub.ts';
import { openHookBox } from './hook-box.ts';
import { openMailBox } from './mail-box.ts';
import { CONTACT, PASSWORD, SECRET, withMessages } from './with-messages.ts';

let desk: Awaited<ReturnType<typeof withMessages>>;
let box: Awaited<ReturnType<typeof openMailBox>>;
let hook: Awaited<ReturnType<typeof openHookBox>>;
beforeEach(async () => {
  desk = await withMessages();
  box = await openMailBox();
  hook = await openHookBox();
});
afterEach(async () => {
  expect(desk.reports).toEqual([]);
  expect(await crossCheck(desk.db)).toBeUndefined();
  await desk.end();
  await box.close();
  await hook.close();
});

const mailOn = async () => value(await desk.set({ mail: desk.mailTo(box.port), webhook: null }));
const hookOn = async (sms: boolean, push: boolean) =>
  value(await desk.set({ mail: null, webhook: { address: hook.address, sms, push, secret: SECRET } }));
const statesAre = (...states: string[]) => expect.poll(async () => (await desk.rows()).map(({ state }) => state)).toEqual(states);

describe('a message', () => {
  test('is not written down while no channel is on', async () => {
    await desk.confirm(await desk.held());
    expect(await desk.rows()).toEqual([]);
  });

  test('of a sale goes to the passenger by e-mail, with the itinerary as text and as a calendar', async () => {
    await mailOn();
    const company = { name: 'companyName', value: 'Aisle Air' } as const;
    value(await desk.hub.execute('settings.set', { requestId: desk.requestId(), ...company }, MERCY));
    const sold = await desk.confirm(await desk.held());
    expect(await desk.rows()).toMatchObject([{ kind: 'confirmed', channel: 'email', language: 'en' }]);
    await statesAre('SENT');
    const [mail] = box.mails;
    expect(mail?.to).toEqual([CONTACT.email]);
    expect(mail?.raw).toContain('From: Aisle Air <desk@example.com>\r\n');
    expect(mail?.raw).toContain(`Subject: Booking ${sold.locator} confirmed: New York (JFK) - Los Angeles`);
    expect(mail?.raw).toContain(`filename=${sold.locator}.ics`);
    expect(mail?.raw).toContain(`filename=${sold.locator}.txt`);
    const { history } = value(await desk.hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA));
    expect(history[0]).toMatchObject({ type: 'message.sent', text: 'Message sent: confirmed, by e-mail' });
    expect(desk.tried()).toBe(1);
  });

  test('of a refund to a voucher has its number and last day (it said that the money goes back to what had paid)', async () => {
    await mailOn();
    const { bookingId } = await desk.confirm(await desk.held());
    const asked = { requestId: desk.requestId(), bookingId, toVoucher: true };
    const { offerId, total } = value(await desk.hub.execute('bookings.cancelQuote', asked, ANA));
    value(await desk.hub.execute('bookings.cancel', { requestId: desk.requestId(), bookingId, offerId }, ANA));
    await statesAre('SENT', 'SENT');
    const issued = await desk.db
      .query<{ number: string; issued: number }>("SELECT number, issued FROM vouchers WHERE source = 'REFUND'")
      .get();
    expect(issued?.issued).toBe(total);
    const text = box.mails[1]?.raw.replaceAll('=\r\n', '') ?? '';
    expect(text).toContain(`are yours on voucher ${issued?.number}, to be spent until`);
    expect(text).not.toContain('go back to what you paid with');
  });

  test('is in Spanish where the passenger wishes it, and none is written where no message is wished', async () => {
    await mailOn();
    await desk.confirm(await desk.held(), { contact: { ...CONTACT, messages: { language: 'es', optedOut: false } } });
    await statesAre('SENT');
    expect(box.mails[0]?.raw).toContain('confirmada');
    const silent = await desk.confirm(await desk.held(), { contact: { ...CONTACT, messages: { language: 'en', optedOut: true } } });
    await desk.cancel(silent.bookingId);
    expect(await desk.rows()).toHaveLength(1);
  });

  test('goes where the contact leads: e-mail and phone each to their channel, push always', async () => {
    value(await desk.set({ mail: desk.mailTo(box.port), webhook: { address: hook.address, sms: true, push: true, secret: SECRET } }));
    const hold = await desk.held();
    expect(await desk.rows(), 'a hold has no contact yet').toMatchObject([{ kind: 'held', channel: 'push' }]);
    await desk.confirm(hold, { contact: { ...CONTACT, email: '' } });
    expect((await desk.rows()).slice(1)).toMatchObject([
      { kind: 'confirmed', channel: 'sms' },
      { kind: 'confirmed', channel: 'push' },
    ]);
    await statesAre('SENT', 'SENT', 'SENT');
    const sms = hook.posted.find(({ body }) => body.includes('"sms"'));
    expect(JSON.parse(sms?.body ?? '')).toMatchObject({ channel: 'sms', kind: 'confirmed', to: CONTACT.phone, language: 'en' });
    expect(sms?.headers['aisle-signature']).toBe(signature(SECRET, Number(sms?.headers['aisle-time']), sms?.body ?? ''));
  });

  test('of a hold that ends goes to the contact that was typed for its sale', async () => {
    await mailOn();
    const { bookingId } = await desk.held();
    const draft = {
      passengers: [],
      contact: 'elena@example.com',
      askedBy: null,
      tenders: [],
      messages: { language: 'es', optedOut: false } as const,
    };
    value(await desk.hub.execute('holds.keepDraft', { requestId: desk.requestId(), bookingId, draft }, ANA));
    desk.clock.advance(10 * MINUTE_MS);
    await desk.held();
    expect(await desk.rows()).toMatchObject([{ kind: 'expired', channel: 'email', language: 'es' }]);
    await statesAre('SENT');
  });

  test('of seats that came free goes to the phone of the party that waited', async () => {
    const store = await openFullCabin();
    const webhook = { address: hook.address, sms: true, push: false };
    value(await store.hub.change('messages.configure', { mail: null, webhook }, MERCY, store.requestId()));
    value(await store.join({ name: 'ABARA/JOY MRS' }));
    await store.cancel(store.single);
    const told = await store.db.query<{ id: number; kind: string }>('SELECT id, kind FROM messages ORDER BY id').all();
    expect(told.map(({ kind }) => kind)).toEqual(['cancelled', 'waitlistOffered']);
    const content = value(await store.hub.look('messages.content', { messageId: told[1]?.id ?? 0 }));
    expect(content).toMatchObject({ phone: '+1 646 555 0117', passengers: [] });
    expect(content.heldUntil).toBe(store.clock.now() + 15 * MINUTE_MS);
    expect(await store.sound()).toBeUndefined();
  });

  test('of an offer goes once more when the desk says so; a call is written down, and neither moves the seats', async () => {
    const store = await openFullCabin();
    const webhook = { address: hook.address, sms: true, push: false };
    value(await store.hub.change('messages.configure', { mail: null, webhook }, MERCY, store.requestId()));
    value(await store.join({ name: 'ABARA/JOY MRS' }));
    value(await store.join());
    const tell = (entryId: number, by: 'message' | 'calls back') =>
      store.hub.execute('waitlist.tell', { requestId: store.requestId(), entryId, by }, ANA);
    expect(codeOf(await tell(1, 'message'))).toBe('WAITLIST_NO_OFFER');
    await store.cancel(store.single);
    await store.cancel(store.other);
    const before = (await store.list()).entries.map(({ offer }) => offer?.until);
    expect(value(await tell(1, 'message'))).toMatchObject({ state: 'OFFERED' });
    expect(value(await tell(1, 'calls back'))).toMatchObject({ state: 'OFFERED' });
    value(await store.hub.change('messages.configure', { mail: desk.mailTo(box.port), webhook: null }, MERCY, store.requestId()));
    expect(codeOf(await tell(2, 'message')), 'it left a phone number alone').toBe('WAITLIST_UNREACHABLE');
    const kinds = await store.db.column<string>("SELECT kind FROM messages WHERE kind = 'waitlistOffered'").all();
    expect(kinds, 'two offers, and one of them again').toHaveLength(3);
    const list = await store.list();
    expect(list.entries.map(({ offer }) => offer?.until)).toEqual(before);
    expect(list.history.filter(({ kind }) => kind === 'told').map(({ name, text }) => [name, text])).toEqual([
      ['ABARA/JOY MRS', 'called: calls back'],
      ['ABARA/JOY MRS', 'told again'],
    ]);
    expect(await store.sound()).toBeUndefined();
  });

  test('of an upgrade says so; one that was late tells of the booking as it stood then', async () => {
    await mailOn();
    box.says.push({ code: 451, text: 'later' });
    const flight = await desk.addFlight({ seat_map: 'a321', equipment: '321', fixed: true });
    const sold = await desk.confirm(value(await desk.hold(flight.id, ['20A'])));
    await expect.poll(async () => (await desk.rows())[0]?.tries).toBe(1);
    const seat = desk.reference.seatPlan('a321')?.seats.find(({ cabin, sellable }) => cabin === 'J' && sellable)?.seat ?? '';
    const legs = [{ flightId: flight.id, cabin: 'J' as const, seats: [seat] }];
    const higher = value(await desk.hold(flight.id, [], { legs, passengers: [adult] }));
    const change = { kind: 'flights' as const, hold: higher.bookingId, replaces: [1] };
    const on = { requestId: desk.requestId(), bookingId: sold.bookingId };
    const { offerId, total } = value(await desk.hub.execute('bookings.changeQuote', { ...on, change }, ANA));
    const tenders = [{ kind: 'cash' as const, amount: total, given: total }];
    value(await desk.hub.change('changes.take', { bookingId: sold.bookingId, offerId, tenders, approved: [] }, ANA, desk.requestId()));
    expect((await desk.rows()).map(({ kind }) => kind)).toEqual(['confirmed', 'upgraded']);
    const [then, now] = await Promise.all([1, 2].map((messageId) => desk.hub.look('messages.content', { messageId })));
    expect(then && value(then)).toMatchObject({ legs: [{ cabin: 'Y', seats: ['20A'] }], total: sold.total, paid: 0 });
    expect(now && value(now)).toMatchObject({ legs: [{ cabin: 'J', seats: [seat] }], paid: total, passengers: ['Elena A Petrov'] });
    expect(then && value(then).gone).toEqual([]);
    expect(now && value(now).gone, 'the calendar lets it go').toMatchObject([{ segment: 1, cabin: 'Y', seats: ['20A'] }]);
    desk.timer.pass(2 * JOB_RETRY_MS_MIN);
    await statesAre('SENT', 'SENT');
  });

  test('is not written with a command that is refused', async () => {
    await hookOn(false, true);
    const hold = await desk.held();
    const short = [{ kind: 'cash', amount: 1, given: 1 } as const];
    const refused = await desk.hub.change(
      'payments.confirm',
      { ...sale(hold, { contact: CONTACT, tenders: short }), approved: [] },
      ANA,
      desk.requestId(),
    );
    expect(codeOf(refused)).toBe('TENDERS_MISMATCH');
    expect((await desk.rows()).map(({ kind }) => kind)).toEqual(['held']);
    await statesAre('SENT');
  });

  test('tells nobody what simulated desks do', async () => {
    await hookOn(false, true);
    value(await desk.hold(desk.flight.id, ['10A'], {}, colleagueAt('SIM-01')));
    expect(await desk.rows()).toEqual([]);
  });
});

describe('a channel that fails', () => {
  test('is tried again later, and then the messages of a booking come in their order', async () => {
    await mailOn();
    box.says.push({ code: 451, text: 'later' });
    const { bookingId } = await desk.confirm(await desk.held());
    await expect.poll(async () => (await desk.rows())[0]?.tries).toBe(1);
    await desk.cancel(bookingId);
    expect((await desk.rows()).map(({ kind, state }) => [kind, state])).toEqual([
      ['confirmed', 'WAITING'],
      ['cancelled', 'BEHIND'],
    ]);
    expect(box.mails).toEqual([]);
    desk.timer.pass(2 * JOB_RETRY_MS_MIN);
    await statesAre('SENT', 'SENT');
    expect(box.mails.map(({ raw }) => /Subject: Booking \w+ (\w+)/.exec(raw)?.[1])).toEqual(['confirmed', 'cancelled']);
  });

  test('leaves a dead letter where trying again will not help; it is sent again by one call, and nothing of the passenger is kept', async () => {
    await mailOn();
    box.says.push({ code: 550, text: `${CONTACT.email} is unknown` });
    const sold = await desk.confirm(await desk.held());
    await statesAre('DEAD');
    const { messages, counts } = await desk.list();
    expect(messages).toMatchObject([{ standing: 'dead', locator: sold.locator, kind: 'confirmed', nextAt: null }]);
    expect(messages[0]?.tries.map(({ answer }) => answer)).toEqual(['the mail server said 550 to the text']);
    expect(counts[0]).toEqual({ channel: 'email', waits: 0, dead: 1, sentLastDay: 0 });
    const journal = await desk.db.query<{ data: string }>('SELECT data FROM journal').all();
    const tries = await desk.db.query<{ answer: string }>('SELECT answer FROM message_tries').all();
    expect(JSON.stringify([journal, tries])).not.toContain(CONTACT.email);
    const again = () => desk.hub.execute('messages.sendAgain', { requestId: desk.requestId(), messageId: 1 }, MERCY);
    value(await again());
    await statesAre('SENT');
    expect(codeOf(await again())).toBe('MESSAGE_ENDED');
    expect(codeOf(await desk.hub.execute('messages.sendAgain', { requestId: desk.requestId(), messageId: 9 }, MERCY))).toBe(
      'MESSAGE_UNKNOWN',
    );
    expect((await desk.list()).counts[0]).toEqual({ channel: 'email', waits: 0, dead: 0, sentLastDay: 1 });
  });

  test('and hangs: sales and the other channels go on, and the try is given up', async () => {
    value(await desk.set({ mail: desk.mailTo(box.port), webhook: { address: hook.address, sms: false, push: true, secret: SECRET } }));
    box.says.push('hangs', 'hangs', 'hangs', 'hangs', 'hangs');
    for (let sales = 0; sales < 5; sales++) await desk.confirm(await desk.held());
    await expect.poll(() => hook.posted).toHaveLength(10);
    expect((await desk.rows()).filter(({ channel }) => channel === 'email').map(({ state }) => state)).toEqual(Array(5).fill('WAITING'));
    desk.timer.pass(MESSAGE_ANSWER_MS_MAX);
    await expect
      .poll(async () => (await desk.list()).messages.find(({ tries }) => tries.length > 0)?.tries[0]?.answer)
      .toBe('no answer within 20 s');
  });

  test.each([
    [500, 'WAITING'],
    [429, 'WAITING'],
    [302, 'DEAD'],
    [410, 'DEAD'],
  ])('a webhook that says %i: %s', async (status, state) => {
    await hookOn(false, true);
    hook.says.push(status);
    await desk.held();
    await expect.poll(() => desk.rows()).toMatchObject([{ state, tries: 1 }]);
    expect((await desk.list()).messages[0]?.tries[0]?.answer).toBe(`the webhook said ${status}`);
  });

  test('a passenger who opts out later gets nothing more', async () => {
    await mailOn();
    box.says.push({ code: 451, text: 'later' });
    const { bookingId } = await desk.confirm(await desk.held());
    await expect.poll(async () => (await desk.rows())[0]?.tries).toBe(1);
    value(await desk.hub.execute('messages.wish', { requestId: desk.requestId(), bookingId, language: 'en', optedOut: true }, ANA));
    await desk.cancel(bookingId);
    desk.timer.pass(2 * JOB_RETRY_MS_MIN);
    await statesAre('STOPPED');
    expect(value(await desk.hub.ask('messages.ofBooking', { bookingId }, ANA))).toMatchObject({
      wishes: { optedOut: true },
      messages: [{ standing: 'stopped' }],
    });
  });
});

describe('opting out', () => {
  const draft = { passengers: [], contact: 'elena@example.com', askedBy: null, tenders: [] };

  test('while seats are held counts when the hold ends: a message went out all the same, because only what was typed for the sale was read', async () => {
    await mailOn();
    const { bookingId } = await desk.held();
    value(await desk.hub.execute('holds.keepDraft', { requestId: desk.requestId(), bookingId, draft }, ANA));
    value(await desk.hub.execute('messages.wish', { requestId: desk.requestId(), bookingId, language: 'en', optedOut: true }, ANA));
    desk.clock.advance(10 * MINUTE_MS);
    await desk.held();
    expect(await desk.rows()).toEqual([]);
  });

  test('at the sale stops what waits: the message of the hold was sent after it', async () => {
    await hookOn(false, true);
    hook.says.push(503);
    const held = await desk.held();
    await expect.poll(() => desk.rows()).toMatchObject([{ kind: 'held', tries: 1 }]);
    await desk.confirm(held, { contact: { ...CONTACT, messages: { language: 'en', optedOut: true } } });
    expect(await desk.rows()).toMatchObject([{ kind: 'held', state: 'STOPPED' }]);
  });
});

test('a sale is taken back within a minute though its confirmation was sent: it was refused, because the message was taken for its last step', async () => {
  await mailOn();
  const { bookingId, version } = await desk.confirm(await desk.held());
  await statesAre('SENT');
  const undone = value(await desk.hub.execute('bookings.undo', { requestId: desk.requestId(), bookingId, version }, ANA));
  expect(undone).toMatchObject({ state: 'CANCELLED' });
  await statesAre('SENT', 'SENT');
});

describe('the channels', () => {
  test('keep their secrets in a file of this account alone, and out of the store', async () => {
    const mail = desk.mailTo(box.port, { user: 'aisle', password: PASSWORD });
    value(await desk.set({ mail, webhook: { address: hook.address, sms: true, push: false, secret: SECRET } }));
    expect(statSync(desk.secretsFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(desk.secretsFile, 'utf8')).toContain(PASSWORD);
    const told = value(await desk.channels());
    expect(told).toMatchObject({ mail: { user: 'aisle', passwordKnown: true }, webhook: { secretKnown: true } });
    expect(JSON.stringify(told)).not.toContain(PASSWORD);
    const stored = await Promise.all(['settings', 'journal', 'replies'].map((table) => desk.db.query(`SELECT * FROM ${table}`).all()));
    expect(JSON.stringify(stored)).not.toContain(PASSWORD);
    expect(JSON.stringify(stored)).not.toContain(SECRET);
    value(await desk.set({ mail: { ...mail, password: null }, webhook: null }));
    expect(value(await desk.channels())).toMatchObject({ mail: { passwordKnown: true }, webhook: null });
  });

  test('are tried by a test message', async () => {
    expect(codeOf(await desk.try('email', 'desk@example.com'))).toBe('CHANNEL_OFF');
    await mailOn();
    expect(codeOf(await desk.try('email', 'desk'))).toBe('CONTACT_INVALID');
    expect(value(await desk.try('email', 'desk@example.com'))).toEqual({ sent: true, answer: 'the mail server took it' });
    expect(box.mails[0]?.raw).toContain('Test message of Aisle');
    await box.close();
    expect(value(await desk.try('email', 'desk@example.com'))).toMatchObject({ sent: false });
    box = await openMailBox();
  });

  test.each([
    ['offers no safe connection', { security: 'starttls' }, 'the mail server offers no safe connection'],
    ['does not know the sender', { from: 'nobody@example.com' }, 'the mail server said 553 to the sender'],
  ] as const)('wait for a server that %s, and go when that is mended (each was a dead letter at once)', async (_, wrong, answer) => {
    await box.close();
    const right = desk.mailTo(0);
    box = await openMailBox({ from: right.from });
    value(await desk.set({ mail: { ...right, port: box.port, ...wrong }, webhook: null }));
    await desk.confirm(await desk.held());
    await expect.poll(async () => (await desk.list()).messages[0]?.tries[0]?.answer).toBe(answer);
    await statesAre('WAITING');
    value(await desk.set({ mail: { ...right, port: box.port }, webhook: null }));
    desk.timer.pass(2 * JOB_RETRY_MS_MIN);
    await statesAre('SENT');
  });

  test('say a wrong password, and go on trying', async () => {
    await box.close();
    box = await openMailBox({ user: 'aisle', password: PASSWORD });
    value(await desk.set({ mail: desk.mailTo(box.port, { user: 'aisle', password: 'wrong' }), webhook: null }));
    await desk.confirm(await desk.held());
    await expect
      .poll(async () => (await desk.list()).messages[0]?.tries[0]?.answer)
      .toBe('the mail server does not take this user and password');
    value(await desk.set({ mail: desk.mailTo(box.port, { user: 'aisle', password: PASSWORD }), webhook: null }));
    desk.timer.pass(2 * JOB_RETRY_MS_MIN);
    await statesAre('SENT');
  });

  const mail = { host: 'smtp.example.com', port: 587, security: 'starttls' as const, user: '', from: 'desk@example.com', password: null };
  const webhook = { address: 'https://example.com/', sms: true, push: false, secret: SECRET };
  test.each([
    ['a host that is none', { ...mail, host: 'smtp example' }, null, 'host'],
    ['a sender that is none', { ...mail, from: 'desk' }, null, 'from'],
    ['a user without a password', { ...mail, user: 'aisle' }, null, 'password'],
    ['a password over a plain line', { ...mail, user: 'aisle', password: 'x', security: 'none' as const }, null, 'security'],
    ['an address that is none', null, { ...webhook, address: 'example' }, 'address'],
    ['a plain line to elsewhere', null, { ...webhook, address: 'http://example.com/' }, 'address'],
    ['an address with a password', null, { ...webhook, address: 'https://a:b@example.com/' }, 'address'],
    ['nothing to send', null, { ...webhook, sms: false }, 'sms'],
    ['a short secret', null, { ...webhook, secret: 'short' }, 'secret'],
  ])('are refused with %s', async (_what, ofMail, ofHook, input) => {
    const reply = await desk.set({ mail: ofMail, webhook: ofHook });
    expect(codeOf(reply)).toBe('SETTING_INVALID');
    expect(reply.ok ? '' : reply.refusal.details.input).toBe(input);
  });
});
