import { beforeEach, describe, expect, test } from 'vitest';
import { drawLot, sealOf } from '../../../main/rules/draw-lot.ts';
import { FLASH_LINE_MAX } from '../../../shared/bounds.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';
import { parsed } from '../../../shared/json.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { ANA, codeOf, MERCY, value } from '../support/test-hub.ts';
import { at, callOf, FlashHub, turns } from './flash-hub.ts';

let flash: FlashHub;
let store: FlashHub['store'];
let timer: FlashHub['timer'];
let told: JournalEvent[];
let flightId: number;
beforeEach(async () => {
  flash = await FlashHub.open();
  ({ store, timer, told, flightId } = flash);
});

test('a thousand callers on the last hundred seats: exactly 100 are sold, in the order in which they came, and all others are told', async () => {
  await flash.leave(100);
  const before = told.length;
  value(await flash.openSale({ mode: 'order' }));
  const replies = await Promise.all(Array.from({ length: 1_000 }, (_, n) => flash.place(n)));
  const held = replies.flatMap((reply, n) => (reply.ok ? [n] : []));
  const refusals = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.code])));
  const seats = replies.flatMap((reply) => (reply.ok ? reply.value.legs.flatMap((leg) => leg.seats) : []));
  expect(held).toEqual(Array.from({ length: held.length }, (_, n) => n));
  expect(new Set(seats).size).toBe(held.length);
  for (const [n, reply] of replies.entries()) if (reply.ok) await flash.sellTo(at(n), reply.value);
  const { sold } = value(await store.hub.ask('flights.seatMap', { flightId }, ANA)).flight.cabins.find(({ cabin }) => cabin === 'Y') ?? {};
  expect({ held: held.length, sold, refusals: [...refusals] }).toEqual({ held: 100, sold: 178, refusals: ['CABIN_FULL'] });
  expect(
    told
      .slice(before)
      .filter(({ type }) => type === 'hold.placed')
      .map(({ desk }) => desk),
  ).toEqual(held.map((n) => `T3-${n}`));
  expect((await flash.look())[0]).toMatchObject({ waiting: 0, served: 1_000 });
});

describe('by lot', () => {
  test('nobody is served before the seconds are over; then the drawn ones in their order, and who came later behind them', async () => {
    await flash.leave(40);
    value(await flash.openSale({ mode: 'lot', seconds: 30 }));
    const early = Array.from({ length: 60 }, (_, n) => flash.place(n));
    await turns();
    expect(await flash.statusOf(3)).toEqual([{ flightId, requestId: 'hold-of-3', position: null, of: 60, waitMs: expect.any(Number) }]);
    expect((await flash.look())[0]).toMatchObject({ mode: 'lot', waiting: 60, served: 0, drawsAt: store.clock.now() + 30 * SECOND_MS });
    timer.pass(30 * SECOND_MS);
    const late = Array.from({ length: 5 }, (_, n) => flash.place(100 + n));
    const replies = await Promise.all([...early, ...late]);
    const opened = told.find((event) => event.type === 'flashSale.opened');
    const drawn = told.find((event) => event.type === 'flashSale.drawn');
    if (opened?.type !== 'flashSale.opened' || drawn?.type !== 'flashSale.drawn') throw new Error('the lot stands in the journal');
    // Anybody can draw it again: the seed is the one that was sealed at the opening.
    expect(sealOf(drawn.data.seed)).toBe(opened.data.seal);
    expect(JSON.stringify(opened.data)).not.toContain(drawn.data.seed);
    const order = drawLot(drawn.data.seed, 60);
    expect(drawn.data.entrants).toBe(60);
    expect(replies.flatMap((reply, n) => (reply.ok ? [n] : [])).sort((a, b) => a - b)).toEqual(order.slice(0, 40).sort((a, b) => a - b));
    const desks = told.flatMap(({ type, desk }) => (type === 'hold.placed' && desk.startsWith('T3') ? [desk] : []));
    expect(desks).toEqual(order.slice(0, 40).map((n) => `T3-${n}`));
  });

  test('each of n has the same chance at each place', () => {
    const [count, draws] = [8, 4_000];
    const seeds = Array.from({ length: draws }, (_, n) => `seed ${n}`);
    const times = Array.from({ length: count }, () => Array<number>(count).fill(0));
    for (const seed of seeds) {
      for (const [at, place] of drawLot(seed, count).entries()) {
        const row = times[at];
        if (row) row[place] = (row[place] ?? 0) + 1;
      }
    }
    // Chi-square with 49 degrees of freedom: above 85.4 in one case of a thousand. The seeds are `seed 0` to `seed 3999`, so it comes out the same each time.
    const expected = draws / count;
    const chi = times.flat().reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(85.4);
    expect(new Set(drawLot('one', 1_000))).toEqual(new Set(Array.from({ length: 1_000 }, (_, n) => n)));
  });

  test('two sales have two seeds', async () => {
    value(await flash.openSale({ mode: 'lot', seconds: 5 }));
    value(await flash.closeSale());
    value(await flash.openSale({ mode: 'lot', seconds: 5 }));
    const seals = told.flatMap((event) => (event.type === 'flashSale.opened' ? [event.data.seal] : []));
    expect(new Set(seals).size).toBe(2);
  });
});

describe('in line', () => {
  /** A line in which all wait: the lot is drawn in a minute. */
  const gather = async () => value(await flash.openSale({ mode: 'lot', seconds: 60 }));

  test('positions count up in order, and tell how long it takes', async () => {
    value(await flash.openSale({ mode: 'order' }));
    const replies = Array.from({ length: 100 }, (_, n) => flash.place(n));
    // 32 are at the writer, so who came 33rd is next.
    expect(await flash.statusOf(32)).toMatchObject([{ position: 1, of: 68 }]);
    const [first, last] = [(await flash.statusOf(33))[0]?.waitMs ?? 0, (await flash.statusOf(99))[0]?.waitMs ?? 0];
    expect(last).toBeGreaterThan(first);
    expect((await Promise.all(replies)).every(({ ok }) => ok)).toBe(true);
  });

  test('closing it tells all who wait, and nothing of theirs is held', async () => {
    await gather();
    const waiting = Array.from({ length: 20 }, (_, n) => flash.place(n));
    await turns();
    value(await flash.closeSale());
    expect((await Promise.all(waiting)).map(codeOf)).toEqual(Array<RefusalCode>(20).fill('FLASH_CLOSED'));
    expect(told.filter(({ type }) => type === 'hold.placed')).toEqual([]);
    // The flight is sold as before.
    expect((await flash.place(1, { requestId: 'after-it' })).ok).toBe(true);
    expect(codeOf(await flash.closeSale())).toBe('FLASH_NOT_OPEN');
  });

  test('who leaves is told so, and loses only their own place', async () => {
    await gather();
    const [one, two] = [flash.place(1), flash.place(2)];
    await turns();
    expect(await flash.leaveLine(1)).toBe(1);
    expect(codeOf(await one)).toBe('LINE_LEFT');
    expect(await flash.statusOf(2)).toHaveLength(1);
    timer.pass(60 * SECOND_MS);
    expect((await two).ok).toBe(true);
  });

  test('the same request sent again keeps its place and is held once; another body under its id is refused', async () => {
    value(await flash.openSale({ mode: 'order' }));
    const filling = Array.from({ length: 40 }, (_, n) => flash.place(100 + n));
    const first = flash.place(1);
    const again = flash.place(1);
    expect(await flash.statusOf(1)).toHaveLength(1);
    expect(codeOf(await flash.place(1, { size: 2 }))).toBe('REQUEST_REUSED');
    expect(codeOf(await first)).toBe('HUB_UNREACHABLE');
    const held = value(await again);
    await Promise.all(filling);
    // Its answer was lost: it is told again, without waiting behind all others.
    value(await flash.closeSale());
    await gather();
    const lost = value(await flash.place(1));
    expect(lost.bookingId).toBe(held.bookingId);
    expect(told.filter(({ type, desk }) => type === 'hold.placed' && desk === 'T3-1')).toHaveLength(1);
  });

  test('who has gone by their turn holds no seat', async () => {
    await gather();
    const call = callOf(at(1));
    const gone = flash.place(1, { call });
    await turns();
    call.session.connection = undefined;
    timer.pass(60 * SECOND_MS);
    await turns();
    expect(told.filter(({ type }) => type === 'hold.placed')).toEqual([]);
    expect(told.find(({ type }) => type === 'flashSale.drawn')?.data).toMatchObject({ entrants: 0 });
    flash.flashSales.close();
    expect((await Promise.race([gone, turns().then(() => undefined)]))?.ok).not.toBe(true);
  });

  test('a hub that stops tells who waits to ask again; the next one goes on with the sale, and holds once what is asked again', async () => {
    await gather();
    const waiting = flash.place(1);
    await turns();
    flash.flashSales.close();
    expect(codeOf(await waiting)).toBe('LINE_LOST');
    await flash.restart();
    const again = flash.place(1);
    await turns();
    expect(await flash.statusOf(1)).toMatchObject([{ position: null, of: 1 }]);
    timer.pass(60 * SECOND_MS);
    expect((await again).ok).toBe(true);
    // A lot that was drawn is not drawn again.
    flash.flashSales.close();
    await flash.restart();
    expect((await flash.place(2)).ok).toBe(true);
    expect(told.filter(({ type }) => type === 'flashSale.drawn')).toHaveLength(1);
  });

  test('a line that is full refuses with BUSY', async () => {
    await gather();
    for (let n = 0; n < FLASH_LINE_MAX; n++) void flash.place(n);
    const refused = await flash.place(FLASH_LINE_MAX);
    expect(refused).toMatchObject({ refusal: { code: 'BUSY', details: { at: 'flash_sale' } } });
    flash.flashSales.close();
  });

  test('a flight without a flash sale does not wait, nor does one that has left', async () => {
    const other = await store.addFlight();
    await gather();
    const direct = flash.flashSales.place(
      'holds.place',
      flash.inputOf('direct', { legs: [{ flightId: other.id, cabin: 'Y', seats: 'best' }] }),
      callOf(ANA),
    );
    expect(direct).toBeUndefined();
    store.clock.advance(49 * HOUR_MS);
    await flash.restart();
    expect(await flash.look()).toEqual([]);
  });

  test('a hold that lapsed asks for its seats in line, like any other', async () => {
    const lapsed = value(await store.hub.execute('holds.place', flash.inputOf('lapses'), at(1)));
    store.clock.advance(6 * 60 * SECOND_MS);
    await store.hub.change('holds.expireDue', {}, ANA, null);
    await gather();
    const revived = flash.flashSales.place('holds.revive', { requestId: 'revived', bookingId: lapsed.bookingId }, callOf(at(1)));
    await turns();
    expect(await flash.statusOf(1)).toHaveLength(1);
    timer.pass(60 * SECOND_MS);
    expect(parsed((await revived) ?? ('' as never)).ok).toBe(true);
  });
});

test('a console that asks at the moment at which it hears of the opening or the end finds it so: no band stood over a hold that waited', async () => {
  const found: number[] = [];
  const asked: Promise<unknown>[] = [];
  store.hub.on((events) => {
    if (events.some(({ type }) => type.startsWith('flashSale.'))) asked.push(flash.look().then((sales) => found.push(sales.length)));
  });
  value(await flash.openSale({ mode: 'order' }));
  value(await flash.closeSale());
  await Promise.all(asked);
  expect(found).toEqual([1, 0]);
});

test('one flash sale a flight, opened once however often the same request is sent', async () => {
  const request = { requestId: 'open-it', flightId, mode: 'order' as const };
  const [one, two] = [
    await flash.flashSales.methods['flashSale.open'](callOf(MERCY), request),
    await flash.flashSales.methods['flashSale.open'](callOf(MERCY), request),
  ];
  expect(two).toEqual(one);
  expect(codeOf(await flash.openSale({ mode: 'order' }))).toBe('FLASH_OPEN');
  expect(
    codeOf(await flash.flashSales.methods['flashSale.open'](callOf(MERCY), { requestId: 'no-flight', flightId: 99, mode: 'order' })),
  ).toBe('FLIGHT_UNKNOWN');
});
