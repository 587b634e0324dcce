import { expect, test } from 'vitest';
import { ANA, codeOf, JONAS, value } from '../../support/test-hub.ts';
import { openFullCabin } from '../../support/waitlist-hub.ts';

test('parties that say no at once hand their seats on in the order of the list, and nobody buys a seat in between', async () => {
  const store = await openFullCabin();
  const entries: number[] = [];
  for (let turn = 0; turn < 12; turn++) entries.push(value(await store.join()).entryId);
  for (const booking of [store.single, store.other]) await store.cancel(booking);
  const [one, two, three] = entries as [number, number, number];
  const before = await store.offers();
  expect(Object.keys(before)).toEqual([`${one}`, `${two}`]);

  // The hub takes all that is asked at once as one batch.
  const replies = await Promise.all([
    store.answer(one, 'no'),
    store.hold(store.flight.id, before[one] ?? [], {}, JONAS),
    store.answer(two, 'no'),
    store.answer(three, 'no'),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'done' : codeOf(reply)))).toEqual(['done', 'SEAT_HELD', 'done', 'done']);
  expect(Object.keys(await store.offers())).toEqual(entries.slice(3, 5).map(String));
  expect(
    Object.values(await store.offers())
      .flat()
      .sort(),
  ).toEqual(Object.values(before).flat().sort());
  expect(await store.sound()).toBeUndefined();
});

test('a seat that a rush offers and gives back again and again goes to each of the list once', async () => {
  const store = await openFullCabin();
  const entries: number[] = [];
  for (let turn = 0; turn < 40; turn++) entries.push(value(await store.join()).entryId);
  await store.cancel(store.single);
  const replies = await Promise.all(entries.map((entryId) => store.answer(entryId, 'no')));
  expect(replies.every(({ ok }) => ok)).toBe(true);
  for (const entryId of entries) expect(await store.state(entryId)).toEqual({ state: 'UNABLE', ended_why: 'no' });
  const again = value(await store.hub.ask('bookings.get', { bookingId: store.pair.bookingId }, ANA)).booking;
  expect(again.state).toBe('CONFIRMED');
  expect(await store.sound()).toBeUndefined();
  expect(store.reports).toEqual([]);
});
