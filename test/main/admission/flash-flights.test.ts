import { describe, expect, test } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { HOUR_MS, SECOND_MS } from '../../../shared/instants.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { applied, flight as line, openAtNow } from '../support/staged-schedule.ts';
import { ANA, codeOf, MERCY, value } from '../support/test-hub.ts';
import { openFullCabin } from '../support/waitlist-hub.ts';
import { at, callOf, FlashHub, turns } from './flash-hub.ts';

const codes = async (asked: readonly Promise<Parameters<typeof codeOf>[0]>[]) => (await Promise.all(asked)).map(codeOf);

/** A Boeing 737 of QX, three counters in a lot of its seats. */
async function gathered() {
  const store = await openAtNow();
  await applied(store, [line(41)]);
  const flash = await FlashHub.open({ store, flightId: 1 });
  value(await flash.openSale({ mode: 'lot', seconds: 30 }));
  return { flash, store, asked: flash.many(3) };
}

describe('what happens to the flight while requests wait', () => {
  type Gathered = Awaited<ReturnType<typeof gathered>>;
  test.each<[string, (given: Gathered) => Promise<unknown>, RefusalCode | 'ok']>([
    ['it is cancelled', ({ store }) => applied(store, [], undefined, 'import-0002'), 'FLIGHT_CANCELLED'],
    ['it leaves', async ({ store }) => store.clock.advance(50 * HOUR_MS), 'FLIGHT_DEPARTED'],
    [
      'its cabin is closed',
      ({ store }) =>
        store.hub.execute(
          'pricing.authorise',
          { requestId: 'close-it', flightId: 1, cabin: 'Y', authorised: 0, seen: 144, reason: 'a test' },
          MERCY,
        ),
      'CABIN_FULL',
    ],
    [
      'another aircraft flies it',
      ({ store }) => applied(store, [line(41, { equipment: 'DH4', seatMap: 'dash-8-400' })], undefined, 'import-0002'),
      'ok',
    ],
    [
      'it leaves an hour later',
      ({ store }) => applied(store, [line(41, { departsAt: line(41).departsAt + HOUR_MS })], undefined, 'import-0002'),
      'ok',
    ],
  ])('%s: each is told at its turn', async (_, happens, expected) => {
    const { flash, store, asked } = await gathered();
    await happens({ flash, store, asked });
    flash.timer.pass(30 * SECOND_MS);
    expect(await codes(asked)).toEqual([expected, expected, expected]);
    expect(flash.heldBy).toHaveLength(expected === 'ok' ? 3 : 0);
    expect(await crossCheck(store.db)).toBeUndefined();
    // Whatever became of the flight, the sale can be closed.
    expect(codeOf(await flash.closeSale())).toBe('ok');
  });
});

describe('n together, any seats', () => {
  /** Sells all of the A320 but these seats. */
  async function leaveSeats(...left: string[]): Promise<FlashHub> {
    const flash = await FlashHub.open();
    const { store } = flash;
    const plan = store.reference.seatPlan('a320')?.seats ?? [];
    const sold = plan.filter(({ cabin, sellable, seat }) => cabin === 'Y' && sellable && !left.includes(seat)).map(({ seat }) => seat);
    while (sold.length > 0) {
      const seats = sold.splice(0, 9);
      await flash.sellTo(ANA, value(await store.hold(flash.flightId, seats, { exitRowConfirmed: true })));
    }
    value(await flash.openSale({ mode: 'order' }));
    return flash;
  }
  const seatsOf = (reply: Awaited<ReturnType<FlashHub['place']>>) =>
    reply.ok ? reply.value.legs.flatMap(({ seats }) => seats) : codeOf(reply);

  test('nine ask where five are left: they are told, hold nothing, and the next five sit together', async () => {
    const flash = await leaveSeats('20A', '20B', '20C', '20D', '20E');
    const [nine, five, one] = await Promise.all([flash.place(1, { size: 9 }), flash.place(2, { size: 5 }), flash.place(3)]);
    expect([seatsOf(nine), seatsOf(five), seatsOf(one)]).toEqual(['CABIN_FULL', ['20A', '20B', '20C', '20D', '20E'], 'CABIN_FULL']);
  });

  test('nine ask where five and four are left apart: they get all nine, because nobody is turned away while seats are free', async () => {
    const flash = await leaveSeats('20A', '20B', '20C', '20D', '20E', '5A', '8F', '26C', '29D');
    const [nine, one] = await Promise.all([flash.place(1, { size: 9 }), flash.place(3)]);
    expect([seatsOf(nine).length, seatsOf(one)]).toEqual([9, 'CABIN_FULL']);
  });

  test('two ask where a pair and two single seats are left: they sit side by side, whoever asked for one before', async () => {
    const flash = await leaveSeats('5A', '20A', '20B', '26C');
    const [one, two] = await Promise.all([flash.place(1), flash.place(2, { size: 2 })]);
    expect(seatsOf(two)).toEqual(['20A', '20B']);
    expect(seatsOf(one)).toHaveLength(1);
  });
});

test('who waits on the list comes before who waits in line: a seat that comes free is offered to the list', async () => {
  const store = await openFullCabin();
  const flash = await FlashHub.open({ store, flightId: store.flight.id });
  const { entryId } = value(await store.join());
  value(await flash.openSale({ mode: 'lot', seconds: 30 }));
  const asked = flash.many(4);
  await turns();
  await store.cancel(store.single);
  await store.cancel(store.other);
  expect(Object.keys(await store.offers())).toEqual([String(entryId)]);
  flash.timer.pass(30 * SECOND_MS);
  // Two seats came free: one is the party's on the list, one is for the line.
  expect((await codes(asked)).toSorted()).toEqual(['CABIN_FULL', 'CABIN_FULL', 'CABIN_FULL', 'ok']);
  expect(Object.keys(await store.offers())).toEqual([String(entryId)]);
  expect(await store.sound()).toBeUndefined();
});

describe('two flights of one hold, each with a flash sale', () => {
  /** The second leaves four hours after the first has landed. */
  async function both(first: 'order' | 'lot' = 'order') {
    const flash = await FlashHub.open();
    const departsAt = flash.store.clock.now() + 58 * HOUR_MS;
    const on = await flash.store.addFlight({
      origin: 'LAX',
      destination: 'SFO',
      departs_at: departsAt,
      arrives_at: departsAt + 2 * HOUR_MS,
    });
    value(await flash.openSale(first === 'lot' ? { mode: 'lot', seconds: 10 } : { mode: 'order' }));
    value(await flash.openSale({ mode: 'lot', seconds: 30 }, on.id));
    const legs = [flash.flightId, on.id].map((flightId) => ({ flightId, cabin: 'Y' as const, seats: 'best' as const }));
    return { flash, onward: on.id, legs };
  }
  const flightsOf = async (flash: FlashHub, n: number) => (await flash.statusOf(n)).map(({ flightId }) => flightId);

  test('it waits in both, and the short line is no way past the long one', async () => {
    const { flash, onward, legs } = await both('lot');
    const asked = flash.place(1, { legs });
    await turns();
    expect(await flightsOf(flash, 1)).toEqual([flash.flightId, onward]);
    flash.timer.pass(10 * SECOND_MS);
    await turns();
    // Its turn in the first line is had, and that line goes on.
    expect(await flightsOf(flash, 1)).toEqual([onward]);
    expect(codeOf(await flash.place(2))).toBe('ok');
    expect(flash.heldBy).toEqual(['T3-2']);
    flash.timer.pass(20 * SECOND_MS);
    expect(codeOf(await asked)).toBe('ok');
    expect(await flash.look([flash.flightId, onward])).toMatchObject([
      { waiting: 0, served: 2 },
      { waiting: 0, served: 1 },
    ]);
  });

  test('40 of them hold up nobody who wants the first flight alone', async () => {
    const { flash, legs } = await both();
    const waiting = Array.from({ length: 40 }, (_, n) => flash.place(n, { legs }));
    await turns();
    expect(codeOf(await flash.place(90))).toBe('ok');
    flash.timer.pass(30 * SECOND_MS);
    expect(new Set(await codes(waiting))).toEqual(new Set(['ok']));
  });

  test.each<[string, (given: Awaited<ReturnType<typeof both>>) => Promise<unknown>, RefusalCode, number]>([
    ['the sale of one is closed: it waits on in the other', ({ flash }) => flash.closeSale(), 'FLASH_CLOSED', 1],
    ['both are closed', async ({ flash, onward }) => [await flash.closeSale(), await flash.closeSale(onward)], 'FLASH_CLOSED', 0],
    ['it leaves: it leaves both', ({ flash }) => flash.leaveLine(1), 'LINE_LEFT', 0],
    ['the hub stops', async ({ flash }) => flash.flashSales.close(), 'LINE_LOST', 0],
  ])('%s', async (_, then, code, waits) => {
    const given = await both('lot');
    const { flash, legs } = given;
    const asked = flash.place(1, { legs });
    await turns();
    await then(given);
    await turns();
    expect(await flash.statusOf(1)).toHaveLength(waits);
    flash.timer.pass(30 * SECOND_MS);
    expect(codeOf(await asked)).toBe(waits > 0 ? 'ok' : code);
    expect(flash.heldBy).toHaveLength(waits);
  });

  test('sent again it keeps both places, also where it had its turn in one', async () => {
    const { flash, onward, legs } = await both();
    const first = flash.place(1, { legs });
    await turns();
    expect(await flightsOf(flash, 1)).toEqual([onward]);
    const again = flash.place(1, { legs });
    await turns();
    expect(await flightsOf(flash, 1)).toEqual([onward]);
    expect(codeOf(await first)).toBe('HUB_UNREACHABLE');
    flash.timer.pass(30 * SECOND_MS);
    expect(codeOf(await again)).toBe('ok');
    expect(flash.heldBy).toEqual(['T3-1']);
  });

  test('who is gone by the turn in one stands in the other no more', async () => {
    const { flash, onward, legs } = await both('lot');
    const call = callOf(at(1));
    void flash.place(1, { legs, call });
    await turns();
    call.session.connection = undefined;
    flash.timer.pass(10 * SECOND_MS);
    await turns();
    expect((await flash.look([onward]))[0]).toMatchObject({ waiting: 0 });
  });
});
