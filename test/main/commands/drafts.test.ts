import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { DRAFT_KEPT_MS } from '../../../shared/bounds.ts';
import type { Input } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

type Draft = Input<'holds.keepDraft'>['draft'];
const typed: Draft = {
  passengers: [{ name: 'sze-to/lian', host: '', birthDate: '12MAR18', infantName: '', infantHost: '', infantBirthDate: '' }],
  ...{ contact: '+1 212 555 0148', askedBy: 'Lian Sze-To' },
  tenders: [{ kind: 'cash', amount: 60_00, given: 100_00 }],
};

async function withHold() {
  const till = await openTestHub();
  const held = value(await till.hold((await till.addFlight()).id, ['15A']));
  const { bookingId } = held;
  return {
    ...till,
    held,
    keep: (draft: Draft = typed, more: { confirming?: boolean } = {}, actor = ANA) =>
      till.hub.execute('holds.keepDraft', { requestId: till.requestId(), bookingId, draft, ...more }, actor),
    confirm: () => till.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, till.requestId()),
    booking: async (actor = ANA) => value(await till.hub.ask('bookings.get', { bookingId }, actor)).booking,
    drafts: async () => (await till.db.query('SELECT booking_id FROM hold_drafts').all()).length,
    unheard: async (actor = ANA) => value(await till.hub.ask('bookings.unheard', {}, actor)).sales,
    heard: () => till.hub.execute('bookings.heard', { requestId: till.requestId(), bookingId }, ANA),
  };
}

describe('what was typed for a hold', () => {
  test('was lost with the page: now it lives with the hold, for its desk and for another desk that helps', async () => {
    const till = await withHold();
    value(await till.keep({ ...typed, contact: '' }));
    till.clock.advance(MINUTE_MS);
    value(await till.keep());
    const kept = { ...typed, savedAt: till.clock.now(), user: ANA.user, desk: ANA.desk };
    expect((await till.booking()).draft).toEqual(kept);
    expect((await till.booking(JONAS)).draft).toEqual(kept);
    expect(value(await till.hub.ask('holds.ofDesk', {}, ANA)).holds).toMatchObject([{ draft: kept }]);
  });

  test('stands in no event', async () => {
    const till = await withHold();
    const before = till.hub.newestEvent;
    value(await till.keep());
    expect(till.hub.newestEvent).toBe(before);
  });

  test('is part of the sale once it is made, and is kept no more', async () => {
    const till = await withHold();
    value(await till.keep());
    value(await till.confirm());
    expect(await till.booking()).toMatchObject({ state: 'CONFIRMED', draft: null });
    expect(await till.drafts()).toBe(0);
  });

  test('stays for a day after the hold was lost, so that it can be held again with its names', async () => {
    const till = await withHold();
    value(await till.keep());
    till.clock.advance(DRAFT_KEPT_MS);
    await till.prune();
    expect(await till.booking()).toMatchObject({ state: 'EXPIRED', draft: typed });
    till.clock.advance(1);
    await till.prune();
    expect(await till.drafts()).toBe(0);
    expect((await till.booking()).draft).toBeNull();
  });

  test('is refused for a hold of another desk, for one that has ended, and for none', async () => {
    const till = await withHold();
    expect(codeOf(await till.keep(typed, {}, JONAS))).toBe('HOLD_OF_OTHER_DESK');
    const unknown = { requestId: till.requestId(), bookingId: 99, draft: typed };
    expect(codeOf(await till.hub.execute('holds.keepDraft', unknown, ANA))).toBe('BOOKING_UNKNOWN');
    value(await till.hub.execute('holds.release', { requestId: till.requestId(), bookingId: till.held.bookingId }, ANA));
    expect(codeOf(await till.keep())).toBe('HOLD_ENDED');
  });
});

describe('a sale whose outcome no console heard, because the hub died', () => {
  test('was made: the hub says so until a console of the desk has heard it', async () => {
    const till = await withHold();
    value(await till.keep(typed, { confirming: true }));
    const askedAt = till.clock.now();
    value(await till.confirm());
    expect(await till.unheard()).toMatchObject([{ askedAt, outcome: 'made', booking: { state: 'CONFIRMED', draft: null } }]);
    expect(await till.unheard({ ...JONAS, desk: 'T2-02' }), 'of another desk').toEqual([]);
    value(await till.heard());
    expect(await till.unheard()).toEqual([]);
  });

  test('was not made: the names, the contact and the tenders are still there', async () => {
    const till = await withHold();
    value(await till.keep(typed, { confirming: true }));
    expect(await till.unheard()).toMatchObject([{ outcome: 'not-made', booking: { state: 'HOLD', draft: typed } }]);
    till.clock.advance(6 * MINUTE_MS);
    value(await till.hub.change('holds.expireDue', {}, SYSTEM, null));
    expect(await till.unheard()).toMatchObject([{ outcome: 'not-made', booking: { state: 'EXPIRED', draft: typed } }]);
  });

  test('has a card that is asked: it is under way, and its names are kept though the console kept none', async () => {
    const till = await withHold();
    const tenders: Confirm['tenders'] = [{ kind: 'card', amount: till.held.total, approvalCode: null, testCard: null }];
    const charges = [{ reference: 'the-charge', amount: till.held.total }];
    value(await till.hub.change('payments.begin', { ...sale(till.held, { tenders }), charges, terminal: true }, ANA, till.requestId()));
    expect(await till.unheard()).toMatchObject([
      {
        outcome: 'under-way',
        booking: { draft: { passengers: [{ name: 'Petrov/Elena A MS' }], contact: '+1 212 555 0148', askedBy: 'Elena Petrov', tenders } },
      },
    ]);
  });
});

describe('the last sales of a desk', () => {
  test('are the last five, newest first, with what was given back in cash', async () => {
    const till = await openTestHub();
    const flight = await till.addFlight();
    for (const [place, seat] of ['20A', '21A', '22A', '23A', '24A', '25A'].entries()) {
      const held = value(await till.hold(flight.id, [seat]));
      const tenders: Confirm['tenders'] = [{ kind: 'cash', amount: held.total, given: held.total + place * 100 }];
      value(await till.hub.change('payments.confirm', { ...sale(held, { tenders }), approved: [] }, ANA, till.requestId()));
      till.clock.advance(1_000);
    }
    const other = value(await till.hold(flight.id, ['30A'], {}, JONAS));
    value(await till.hub.change('payments.confirm', { ...sale(other), approved: [] }, JONAS, till.requestId()));
    const { sales } = value(await till.hub.ask('bookings.lastOfDesk', {}, ANA));
    expect(sales.map(({ bookingId, change }) => [bookingId, change])).toEqual([
      [6, 500],
      [5, 400],
      [4, 300],
      [3, 200],
      [2, 100],
    ]);
    expect(sales[0]).toMatchObject({ locator: till.locators.of(6), names: ['PETROV/ELENA A MS'], state: 'CONFIRMED', user: ANA.user });
  });
});

describe('who can be reached, and who requests the booking: only the console asked', () => {
  test.each<[string, Partial<Confirm['contact']>, RefusalCode, string]>([
    ['nothing', { phone: '' }, 'CONTACT_MISSING', 'contact'],
    ['a word for a phone number', { phone: 'later' }, 'CONTACT_INVALID', 'phone'],
    ['four digits', { phone: '0148' }, 'CONTACT_INVALID', 'phone'],
    ['no address', { phone: '', email: 'elena' }, 'CONTACT_INVALID', 'email'],
    ['an address with a blank', { email: 'e petrov@example.com' }, 'CONTACT_INVALID', 'email'],
    ['nobody who requests', { askedBy: '' }, 'REQUESTED_BY_MISSING', 'askedBy'],
  ])('%s is refused, and the refusal names the field', async (_what, contact, code, input) => {
    const till = await withHold();
    const { contact: right, ...more } = sale(till.held);
    const reply = await till.hub.change('payments.confirm', { ...more, contact: { ...right, ...contact }, approved: [] }, ANA, null);
    expect(reply).toMatchObject({ refusal: { code, details: { input } } });
  });
});
