import { expect, test } from 'vitest';
import { type SeededRandom, seededRandom } from '../../../../main/seeded-random.ts';
import type { BookingView } from '../../../../shared/methods/booking-view.ts';
import type { WaitEntry } from '../../../../shared/methods/waitlist.ts';
import { ANA, codeOf, JONAS, MERCY, sale, value } from '../../support/test-hub.ts';
import { openFullCabin, party } from '../../support/waitlist-hub.ts';

type Store = Awaited<ReturnType<typeof openFullCabin>>;

const STEPS = 70;
const sizeOf = ({ party: people }: WaitEntry): number => people.length;
const mayPay = ({ fareLimit }: WaitEntry): boolean => fareLimit === null || fareLimit >= 100_00;

/** One thing that happens at the counter: somebody joins, answers, pays, leaves the list, or gives seats back. */
async function step(store: Store, sold: BookingView[], random: SeededRandom): Promise<string> {
  const { entries } = await store.list();
  const offered = entries.filter(({ offer }) => offer);
  const request = () => ({ requestId: store.requestId() });
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2: {
      const limit = random.pick([null, null, null, 99_99, 100_00]);
      const high = random.below(4) === 0 ? ({ priority: 'high', reason: 'full fare' } as const) : {};
      return codeOf(await store.join({ passengers: party(1 + random.below(4)), fareLimit: limit, ...high }));
    }
    case 3: {
      const [booking] = sold.splice(random.below(sold.length), 1);
      if (booking) await store.cancel(booking);
      return 'cancel';
    }
    case 4: {
      const entry = offered.length > 0 ? random.pick(offered) : undefined;
      return entry ? codeOf(await store.answer(entry.entryId, 'no')) : 'nothing offered';
    }
    case 5: {
      const entry = offered.length > 0 ? random.pick(offered) : undefined;
      if (!entry?.offer) return 'nothing offered';
      value(await store.answer(entry.entryId, 'yes'));
      const held = value(await store.hub.ask('bookings.get', { bookingId: entry.offer.bookingId }, ANA)).booking as BookingView;
      sold.push(value(await store.hub.change('payments.confirm', { ...sale(held), approved: [] }, ANA, store.requestId())) as BookingView);
      return 'paid';
    }
    case 6:
      await store.pass(random.pick([1, 5, 15]));
      return 'time';
    default: {
      if (entries.length === 0) return 'nobody';
      const { entryId } = random.pick(entries);
      const move = { ...request(), entryId, priority: random.pick(['normal', 'high', 'supervisor'] as const), reason: 'a test' };
      if (random.below(2) === 0) return codeOf(await store.hub.execute('waitlist.move', move, MERCY));
      return codeOf(await store.hub.execute('waitlist.drop', { ...request(), entryId }, JONAS));
    }
  }
}

test.each([1, 2, 3, 4, 5, 6])(
  'seed %i: nobody who fits is passed over, every offer holds exactly its seats, and no seat that fits stays unoffered',
  async (seed) => {
    const store = await openFullCabin();
    const sold = [store.pair, store.single, store.other];
    const random = seededRandom(seed);
    let offers = 0;
    for (let at = 0; at < STEPS; at++) {
      const before = new Set((await store.list()).entries.filter(({ offer }) => offer).map(({ entryId }) => entryId));
      const did = await step(store, sold, random);
      const { entries, free } = await store.list();
      const [counters] = await store.counters(store.flight.id);
      expect(free, `${at} ${did}`).toBe((counters?.authorised ?? 0) - (counters?.held ?? 0) - (counters?.sold ?? 0));
      const given = entries.filter(({ offer, entryId }) => offer && !before.has(entryId));
      offers += given.length;
      for (const entry of given) expect(entry.offer?.seats.length, `${at} ${did}`).toBe(sizeOf(entry));
      for (const [place, waiting] of entries.entries()) {
        if (waiting.state !== 'WAITING' || !mayPay(waiting)) continue;
        // Seats that went to others behind it in this step were free when it was its turn.
        const behind = entries.slice(place + 1).filter((entry) => given.includes(entry));
        const could = free + behind.reduce((sum, entry) => sum + sizeOf(entry), 0);
        expect(sizeOf(waiting), `${at} ${did}: party ${waiting.entryId} fits and was passed over`).toBeGreaterThan(could);
      }
      for (const { why } of entries) expect(why.kind, `${at} ${did}`).not.toBe('fits');
      if (at % 10 === 0) expect(await store.sound(), `${at} ${did}`).toBeUndefined();
    }
    expect(await store.sound()).toBeUndefined();
    expect(store.reports).toEqual([]);
    expect(offers).toBeGreaterThan(3);
  },
);

test('a store whose offer lost a seat, or whose party is not on its list, is found unsound', async () => {
  const store = await openFullCabin();
  value(await store.join());
  await store.cancel(store.single);
  const as = async (sql: string): Promise<string | undefined> => {
    await store.db.change('SAVEPOINT damage').run();
    expect(await store.db.change(sql).run()).toBe(1);
    const problem = await store.sound();
    await store.db.change('ROLLBACK TO damage').run();
    await store.db.change('RELEASE damage').run();
    return problem;
  };
  expect(await store.sound()).toBeUndefined();
  expect(await as("UPDATE waitlist SET state = 'WAITING'")).toBe('party 1 of the waitlist is not as the journal says');
  expect(await as('UPDATE waitlist SET priority = 2')).toBe('party 1 of the waitlist is not as the journal says');
  expect(await as('UPDATE waitlist_flights SET waits = 1')).toBe('party 1 of the waitlist is not on its lists as it says');
  expect(await as('DELETE FROM waitlist_flights')).toBe('party 1 of the waitlist is not on its lists as it says');
  expect(await as(`UPDATE waitlist SET party = '[]'`)).toBe('party 1 of the waitlist is not as the journal says');
});
