import { beforeEach, describe, expect, test } from 'vitest';
import type { InnerHub } from '../../../main/hub/hub.ts';
import { drawLot } from '../../../main/rules/draw-lot.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';
import { type RefusalCode, refuse } from '../../../shared/refusals.ts';
import { codeOf, value } from '../support/test-hub.ts';
import { at, callOf, FlashHub, turns } from './flash-hub.ts';

let flash: FlashHub;
beforeEach(async () => {
  flash = await FlashHub.open();
});

type Done = (name: string, ...given: readonly unknown[]) => unknown;

/** From now on the lines know the hub with one of its methods done otherwise. */
async function otherwise(what: 'change' | 'executeJson', method: (own: Done) => Done): Promise<void> {
  const { hub } = flash.store;
  const other = method((hub[what] as Done).bind(hub));
  flash.hub = new Proxy<InnerHub>(hub, {
    get(_, key) {
      const own = key === what ? other : Reflect.get(hub, key);
      return typeof own === 'function' ? own.bind(hub) : own;
    },
  });
  await flash.restart();
}

const drawn = () => flash.told.flatMap((event) => (event.type === 'flashSale.drawn' ? [event.data] : []));
const codes = async (asked: readonly Promise<Parameters<typeof codeOf>[0]>[]) => (await Promise.all(asked)).map(codeOf);
const all = <T>(count: number, each: T): T[] => Array<T>(count).fill(each);

describe('no hold passes a line that is being opened', () => {
  test('one that comes as the commit is heard waits in line: it went straight through until the store was read', async () => {
    const waits: boolean[] = [];
    flash.store.hub.on((events) => {
      if (!events.some(({ type }) => type === 'flashSale.opened')) return;
      waits.push(flash.flashSales.place('holds.place', flash.inputOf('as-it-opens'), callOf(at(1))) !== undefined);
    });
    value(await flash.openSale({ mode: 'order' }));
    expect(waits).toEqual([true]);
  });

  test('those that come before the commit is heard wait for it, and stand in line in the order in which they came', async () => {
    const opening = flash.openSale({ mode: 'lot', seconds: 30 });
    const asked = flash.many(3);
    value(await opening);
    await turns();
    expect(await flash.statusOf(2)).toMatchObject([{ position: null, of: 3 }]);
    expect(flash.heldBy).toEqual([]);
    flash.timer.pass(30 * SECOND_MS);
    expect(await codes(asked)).toEqual(['ok', 'ok', 'ok']);
    expect(flash.heldBy).toEqual(drawLot(drawn()[0]?.seed ?? '', 3).map((n) => `T3-${n}`));
  });

  test('an opening that is refused holds nobody up', async () => {
    await flash.store.db.change('UPDATE flights SET cancelled = 1 WHERE id = ?').run(flash.flightId);
    const opening = flash.openSale({ mode: 'order' });
    const asked = flash.many(2);
    expect(codeOf(await opening)).toBe('FLIGHT_CANCELLED');
    expect(await codes(asked)).toEqual(['FLIGHT_CANCELLED', 'FLIGHT_CANCELLED']);
  });

  test('of two openings at once one is refused, and the line of the other stands', async () => {
    const openings = [flash.openSale({ mode: 'lot', seconds: 30 }), flash.openSale({ mode: 'order' })];
    const asked = flash.place(1);
    expect(await codes(openings)).toEqual(['ok', 'FLASH_OPEN']);
    await turns();
    expect(await flash.statusOf(1)).toMatchObject([{ position: null }]);
    await flash.closeSale();
    expect(codeOf(await asked)).toBe('FLASH_CLOSED');
  });
});

describe('the hub stops while requests wait', () => {
  test('killed in the middle of the seconds, and back after them: who was in the lot comes again into a lot', async () => {
    value(await flash.openSale({ mode: 'lot', seconds: 30 }));
    void flash.many(5);
    await turns();
    flash.timer.pass(20 * SECOND_MS);
    await flash.restart({ killed: true });
    flash.store.clock.advance(15 * SECOND_MS);
    await turns();
    // They come back one after the other.
    const again = [3, 1, 4, 0, 2].map((n) => flash.place(n));
    await turns();
    expect(drawn()).toEqual([]);
    expect(await flash.statusOf(3)).toMatchObject([{ position: null, of: 5 }]);
    flash.timer.pass(30 * SECOND_MS);
    expect(await codes(again)).toEqual(all(5, 'ok'));
    expect(drawn()).toMatchObject([{ entrants: 5 }]);
    expect(flash.heldBy).toHaveLength(5);
  });

  test('killed after some were served and not told: asked again under the same id each has one hold, and nobody two', async () => {
    await flash.leave(8);
    value(await flash.openSale({ mode: 'order' }));
    const first = (await Promise.all(flash.many(5))).map(value);
    await flash.restart({ killed: true });
    // The first five ask again behind ten who are new.
    const fresh = flash.many(10, 50);
    const again = await Promise.all(flash.many(5));
    expect(again.map((reply) => value(reply).bookingId)).toEqual(first.map(({ bookingId }) => bookingId));
    expect(await codes(fresh)).toEqual([...all(3, 'ok'), ...all(7, 'CABIN_FULL')]);
    expect((await flash.store.claims(flash.flightId)).length).toBe(178);
    expect(flash.heldBy).toHaveLength(8);
  });
});

describe('a request that is sent again', () => {
  test('while it is at the writer it gets the same answer, and another body under its id none', async () => {
    const done = Promise.withResolvers<void>();
    await otherwise('executeJson', (own) => async (...given) => {
      await done.promise;
      return own(...given);
    });
    value(await flash.openSale({ mode: 'order' }));
    const asked = [flash.place(1), flash.place(1)];
    expect(codeOf(await flash.place(1, { size: 2 }))).toBe('REQUEST_REUSED');
    done.resolve();
    const [one, two] = (await Promise.all(asked)).map(value);
    expect(two).toEqual(one);
    expect(flash.heldBy).toEqual(['T3-1']);
  });

  test('of somebody else, under the same id, has a place of its own and is refused at its turn', async () => {
    value(await flash.openSale({ mode: 'lot', seconds: 5 }));
    const asked = [flash.place(1, { requestId: 'the-same-id' }), flash.place(2, { requestId: 'the-same-id' })];
    await turns();
    expect(await flash.statusOf(2)).toMatchObject([{ of: 2 }]);
    flash.timer.pass(5 * SECOND_MS);
    expect((await codes(asked)).sort()).toEqual(['REQUEST_REUSED', 'ok']);
    expect(flash.heldBy).toHaveLength(1);
  });
});

describe('the lot', () => {
  test.each<[string, number]>([
    ['forward by a minute', MINUTE_MS],
    ['forward by an hour', HOUR_MS],
    ['back by an hour', -HOUR_MS],
    ['back by a day', -DAY_MS],
  ])('lasts as long as it was opened for when the clock is set %s', async (_, by) => {
    value(await flash.openSale({ mode: 'lot', seconds: 30 }));
    const asked = flash.place(1);
    flash.timer.pass(10 * SECOND_MS);
    flash.store.clock.step(by, 'adopted');
    await turns();
    expect((await flash.look())[0]?.drawsAt).toBe(flash.store.clock.now() + 20 * SECOND_MS);
    expect(await flash.statusOf(1)).toMatchObject([{ position: null }]);
    flash.timer.pass(20 * SECOND_MS - 1);
    await turns();
    expect(drawn()).toEqual([]);
    flash.timer.pass(1);
    expect(codeOf(await asked)).toBe('ok');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the time is in doubt', async () => refuse('CLOCK_DOUBTFUL')],
    ['the disk is full', async () => refuse('STORE_FULL')],
    ['the writer fails', () => Promise.reject(new Error('the writer is gone'))],
  ])('is not drawn while it cannot be written down because %s: it was drawn unseen, and nobody could draw it again', async (_, fails) => {
    let failing = true;
    await otherwise(
      'change',
      (own) =>
        (name, ...given) =>
          failing && name === 'flashSale.draw' ? fails() : own(name, ...given),
    );
    value(await flash.openSale({ mode: 'lot', seconds: 5 }));
    const asked = flash.many(4);
    flash.timer.pass(6 * SECOND_MS);
    await turns();
    expect([drawn(), flash.heldBy]).toEqual([[], []]);
    expect(await flash.statusOf(1)).toMatchObject([{ position: null, of: 4 }]);
    failing = false;
    flash.timer.pass(SECOND_MS);
    expect(await codes(asked)).toEqual(all(4, 'ok'));
    expect(flash.heldBy).toEqual(drawLot(drawn()[0]?.seed ?? '', 4).map((n) => `T3-${n}`));
  });
});

test('a writer that takes no more holds sends back many at once, and they keep their order: they were served the wrong way round', async () => {
  let busy = true;
  await otherwise(
    'executeJson',
    (own) =>
      (...given) =>
        busy ? Promise.resolve(JSON.stringify(refuse('BUSY'))) : own(...given),
  );
  value(await flash.openSale({ mode: 'order' }));
  const asked = flash.many(80);
  await turns();
  expect(await flash.statusOf(0)).toMatchObject([{ position: 1, of: 80 }]);
  flash.timer.pass(SECOND_MS);
  await turns();
  busy = false;
  flash.timer.pass(SECOND_MS);
  expect(await codes(asked)).toEqual(all(80, 'ok'));
  expect(flash.heldBy).toEqual(Array.from({ length: 80 }, (_, n) => `T3-${n}`));
});

test('closed while 500 wait and 32 are at the writer: these have its answer, all others are told and hold nothing', async () => {
  const done = Promise.withResolvers<void>();
  await otherwise('executeJson', (own) => async (...given) => {
    await done.promise;
    return own(...given);
  });
  value(await flash.openSale({ mode: 'order' }));
  const asked = flash.many(532);
  await turns();
  expect((await flash.look())[0]).toMatchObject({ waiting: 500 });
  value(await flash.closeSale());
  done.resolve();
  const told: (RefusalCode | 'ok')[] = await codes(asked);
  expect(told).toEqual([...all(32, 'ok'), ...all(500, 'FLASH_CLOSED')]);
  expect(flash.heldBy).toHaveLength(32);
});
