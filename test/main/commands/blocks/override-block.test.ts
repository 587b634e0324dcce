import { expect, test } from 'vitest';
import type { BlockCode } from '../../../../shared/seat-blocks.ts';
import { openOversoldFlight } from '../../support/oversold-hub.ts';
import { adult, codeOf, JONAS, MERCY, sale, value } from '../../support/test-hub.ts';

const REASON = 'the only seat for a stretcher';

/** 30 seats, of which 1A is blocked: 29 may be sold. */
async function blocked(code: BlockCode = 'INOP', over = 0) {
  const store = await openOversoldFlight({ over });
  const { hub, requestId, flight } = store;
  const place = { flightId: flight.id, what: '1A', cabin: null };
  const block = () =>
    hub.execute('seats.block', { requestId: requestId(), ...place, code, remark: 'will not sit upright', until: null }, MERCY);
  value(await block());
  return {
    ...store,
    override: (more: object = {}, actor = MERCY) => store.hold(flight.id, ['1A'], { override: REASON, ...more }, actor),
    blocks: async () =>
      value(await hub.ask('seats.blocks', { flightId: flight.id }, JONAS)).blocks.map(({ seat, code: of }) => `${seat} ${of}`),
    counter: async () => (await store.counters(flight.id))[0],
    release: async (bookingId: number) => value(await hub.execute('holds.release', { requestId: requestId(), bookingId }, MERCY)),
    free: async () => value(await hub.execute('seats.unblock', { requestId: requestId(), ...place, code, reason: 'repaired' }, MERCY)),
  };
}

test('a supervisor sells a blocked seat with a reason, which is kept; an agent does not, nor anybody without a reason', async () => {
  const store = await blocked();
  expect(codeOf(await store.override({}, JONAS))).toBe('SEAT_BLOCKED');
  expect(codeOf(await store.hold(store.flight.id, ['1A'], {}, MERCY))).toBe('SEAT_BLOCKED');
  const held = value(await store.override());
  expect(held.legs[0]?.seats).toEqual(['1A']);
  value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, MERCY, store.requestId()));
  expect(await store.blocks()).toEqual([]);
  const kept = await store.db.query('SELECT ended_why, ended_by, ended_reason FROM seat_blocks').all();
  expect(kept).toEqual([{ ended_why: 'override', ended_by: MERCY.user, ended_reason: REASON }]);
  expect((await store.room()).changes[0]).toMatchObject({ what: 'unblocked', why: 'override', seats: ['1A'], reason: REASON });
  const told = await store.db.column<string>("SELECT data FROM journal WHERE type = 'seats.unblocked'").all();
  expect(told.map((data) => JSON.parse(data))).toMatchObject([{ why: 'override', authorised: 29 }]);
  expect(told.join()).not.toContain('stretcher');
  expect(await store.sound()).toBeUndefined();
});

test('an override creates no stock: the cabin sells no more than before, and a full one refuses it', async () => {
  const store = await blocked();
  value(await store.override());
  expect(await store.counter()).toEqual({ cabin: 'Y', authorised: 29, held: 1, sold: 0 });

  const full = await blocked();
  await full.fill();
  await full.sell(['1C']);
  await full.sell(['1D']);
  expect(codeOf(await full.override())).toBe('CABIN_FULL');
  expect(await full.blocks()).toEqual(['1A INOP']);
  expect(await full.counter()).toEqual({ cabin: 'Y', authorised: 29, held: 0, sold: 29 });
  expect(await full.sound()).toBeUndefined();
});

test('the block stands again when the hold ends, before anybody without a seat gets it, and the numbers stay', async () => {
  const store = await blocked('INOP', 2);
  const held = value(await store.override());
  await store.fill();
  await store.sell(['1C']);
  await store.sell(['1D']);
  await store.sellOver(1);
  expect(await store.counter()).toEqual({ cabin: 'Y', authorised: 31, held: 1, sold: 30 });
  await store.release(held.bookingId);
  expect(await store.blocks()).toEqual(['1A INOP']);
  expect(await store.counter()).toEqual({ cabin: 'Y', authorised: 31, held: 0, sold: 30 });
  expect((await store.room()).unseated).toBe(1);
  await store.free();
  expect(await store.counter()).toMatchObject({ authorised: 31, sold: 30 });
  expect((await store.room()).unseated).toBe(0);
  expect(await store.sound()).toBeUndefined();
});

test('a seat that its code sells to this passenger gives way as ever, whatever a supervisor said', async () => {
  const store = await blocked('WCHC');
  value(await store.override({ passengers: [{ ...adult, assistance: true }] }));
  expect(await store.db.column<string>('SELECT ended_why FROM seat_blocks').all()).toEqual(['sold']);
});
