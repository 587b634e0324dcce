import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../../main/actor.ts';
import type { Input } from '../../../../shared/contract.ts';
import type { JournalEvent } from '../../../../shared/events.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { ANA, codeOf, JONAS, MERCY, value } from '../../support/test-hub.ts';

/** A passenger who was denied boarding and is owed 400 USD, and an open drawer with 1,000 USD at the desk of Jonas. */
async function denied(more: Partial<Input<'oversale.deny'>> = {}) {
  const store = await openOversoldFlight({ over: 1 });
  const { hub, requestId } = store;
  const single = await store.sell(['1D']);
  await store.sell(['1A', '1C']);
  await store.fill();
  const alone = await store.sellOver(1);
  value(await store.answer(value(await store.ask(single)).volunteerId, 'no'));
  const open = async (actor: Actor) =>
    value(await hub.execute('shift.open', { requestId: requestId(), floats: [{ currency: 'USD', amount: 1_000_00 }] }, actor)).shiftId;
  value(await hub.execute('settings.set', { requestId: requestId(), name: 'blindCount', value: 'open' }, MERCY));
  const shiftId = await open(JONAS);
  const { denialId } = value(await store.deny(alone, more));
  const shift = async () => value(await hub.ask('shift.report', { shiftId }, MERCY));
  return { ...store, alone, denialId, shiftId, shift };
}

describe('compensation', () => {
  test('is paid from the drawer of the desk that pays, once, and the shift tells it as its own line', async () => {
    const store = await denied();
    const told: JournalEvent[] = [];
    store.hub.on((events) => told.push(...events));
    expect((await store.room()).denied).toMatchObject([{ owed: 400_00, paid: null }]);
    const id = store.requestId();
    const first = value(await store.pay(store.denialId, 'cash', id));
    expect(first).toEqual({ denialId: store.denialId, kind: 'cash', amount: 400_00, currency: 'USD', voucher: null });
    // The same request again after a lost answer, and another desk that does not know of it.
    expect(value(await store.pay(store.denialId, 'cash', id))).toEqual(first);
    expect(codeOf(await store.pay(store.denialId))).toBe('DENIAL_PAID');
    expect(codeOf(await store.pay(store.denialId, 'voucher', store.requestId(), ANA))).toBe('DENIAL_PAID');
    expect(told.map(({ type }) => type)).toEqual(['compensation.paid']);
    expect((await store.room()).denied).toMatchObject([{ paid: { kind: 'cash', desk: JONAS.desk }, voucher: null }]);

    const report = await store.shift();
    expect(report.cash).toMatchObject([{ currency: 'USD', taken: 0, back: 0, compensated: 400_00, compensations: 1, expected: 600_00 }]);
    expect(report.totals.documents).toEqual([{ kind: 'compensation', currency: 'USD', documents: 1, amount: -400_00 }]);
    expect(report.totals.flights).toMatchObject([{ flightId: store.flight.id, taken: 0, back: 400_00 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('moves no seat and no fare: the booking keeps what was paid for it', async () => {
    const store = await denied();
    const before = value(await store.hub.ask('bookings.get', { bookingId: store.alone.bookingId }, ANA)).booking;
    value(await store.pay(store.denialId));
    expect(value(await store.hub.ask('bookings.get', { bookingId: store.alone.bookingId }, ANA)).booking).toEqual(before);
  });

  test.each([
    ['later', {}, 'voucher'],
    ['with the denial', { voucher: true }, undefined],
  ] as const)('may be a voucher, issued %s: it is counted by the shift, and no cash is', async (_, more, later) => {
    const store = await denied(more);
    if (later) value(await store.pay(store.denialId, later));
    expect(codeOf(await store.pay(store.denialId))).toBe('DENIAL_PAID');
    const [one] = (await store.room()).denied;
    expect(one).toMatchObject({ paid: { kind: 'voucher' }, voucher: expect.any(String) });
    expect(value(await store.hub.ask('vouchers.get', { number: one?.voucher ?? '' }, ANA))).toMatchObject({ balance: 400_00 });
    const report = await store.shift();
    expect(report.cash).toMatchObject([{ compensated: 0, expected: 1_000_00 }]);
    if (later) expect(report.totals.tenders).toMatchObject([{ kind: 'voucher', taken: 0, back: 400_00 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('is refused for nobody, and where nothing is owed', async () => {
    const store = await denied();
    expect(codeOf(await store.pay(store.denialId + 1))).toBe('DENIAL_UNKNOWN');
    const soon = await openOversoldFlight({ over: 1 });
    const single = await soon.sell(['1D']);
    await soon.sell(['1A', '1C']);
    await soon.fill();
    const alone = await soon.sellOver(1);
    value(await soon.answer(value(await soon.ask(single)).volunteerId, 'no'));
    // Arrives 22 minutes later, so the rule owes nothing.
    const { denialId } = value(await soon.deny(alone, { wayId: soon.soon.id }));
    expect(codeOf(await soon.pay(denialId))).toBe('DENIAL_NOT_OWED');
  });

  test('stands in the Z for ever, and a row that was changed behind the journal is found', async () => {
    const store = await denied();
    value(await store.pay(store.denialId));
    const { hub, requestId, shiftId } = store;
    const counts = [{ currency: 'USD', pieces: [], loose: 600_00 }];
    value(await hub.execute('shift.count', { requestId: requestId(), shiftId, counts }, JONAS));
    value(await hub.execute('shift.close', { requestId: requestId(), shiftId, count: 1, reason: '' }, JONAS));
    expect(await store.shift()).toMatchObject({ closed: { z: 1 }, cash: [{ compensated: 400_00, expected: 600_00 }] });
    expect(await store.sound()).toBeUndefined();
    await store.db.change("UPDATE compensations SET desk = 'T9-09'").run();
    expect(await store.sound()).toMatch(/^Z 1 of desk .* says 40000 USD of cash went to who was denied boarding/);
    await store.db.change('UPDATE compensations SET amount = 1').run();
    expect(await store.sound()).toBe(`the compensation of denied boarding ${store.denialId} is not as the journal says`);
  });
});
