import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { HubUnderFire } from './hub-under-fire.ts';

let hub: HubUnderFire;
beforeAll(async () => {
  hub = await HubUnderFire.start();
});
afterAll(async () => {
  expect(hub.complaints).toEqual([]);
  await hub.stop();
});

/** A socket that nobody signs in on and that tries names as fast as it is let. `stop` resolves when it is closed. */
async function nameTrier(number: number) {
  const socket = new WebSocket(`${hub.address.replace('http', 'ws')}/socket`);
  const closed = new Promise<void>((gone) => socket.once('close', () => gone()));
  await new Promise((met) => socket.once('message', met));
  let [id, over, answered] = [0, false, 0];
  const attempt = (): void => {
    if (over || socket.readyState !== WebSocket.OPEN) return;
    const user = `guess-${number}-${++id}`;
    socket.send(JSON.stringify({ id, method: 'session.signIn', input: { requestId: `guess-${user}`, user, pin: '0000' } }));
  };
  socket.on('message', () => {
    answered++;
    attempt();
  });
  for (let open = 0; open < 60; open++) attempt();
  return {
    get answered() {
      return answered;
    },
    async stop() {
      over = true;
      socket.terminate();
      await closed;
    },
  };
}

const PAIRS = ['JFK', 'LAX', 'SFO', 'ORD', 'MIA', 'SEA', 'DEN', 'BOS', 'ATL'].flatMap((from, _, all) =>
  all.filter((to) => to !== from).map((to) => ({ from, to })),
);

/** A search with two stops, another one for each number: like searches that wait get one answer, so they cannot be counted. */
const searchOf = (number: number) => {
  const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const times = { date, leavesFrom: 0, leavesTo: 1_440 };
  const pair = PAIRS[number % PAIRS.length] ?? { from: 'JFK', to: 'LAX' };
  return { ...pair, ...times, adults: 1, children: 0, cabin: null, maxStops: 2, sort: 'price' } as const;
};

describe('a hub whose consoles do not ask alike', () => {
  test('three sockets that try names keep nobody from signing in (0 of 25 got through)', async () => {
    const triers = await Promise.all([1, 2, 3].map(nameTrier));
    const consoles = await Promise.all(Array.from({ length: 25 }, (_, turn) => hub.signIn(`T2-${10 + turn}`)));
    expect(consoles).toHaveLength(25);
    // They were trying all the while.
    for (const trier of triers) expect(trier.answered).toBeGreaterThan(0);
    await Promise.all([...triers.map((trier) => trier.stop()), ...consoles.map((one) => one.close())]);
  });

  test('sixty searches with two stops of one console hold up nobody: quick reads of another are answered before them', async () => {
    const [flood, desk] = [await hub.signIn('T3-01'), await hub.signIn('T3-02')];
    let [ended, quickEnded] = [0, 0];
    const searches = Array.from({ length: 60 }, async (_, turn) => {
      const found = await flood.call('flights.search', searchOf(turn));
      ended++;
      return found.ok;
    });
    const endedBefore: number[] = [];
    for (; quickEnded < 10; quickEnded++) {
      expect((await desk.call('flights.places', { text: 'lon' })).ok).toBe(true);
      endedBefore.push(ended);
    }
    // Where reads stand in one queue, the first of them is answered behind all sixty.
    expect(endedBefore[0]).toBeLessThan(10);
    expect(endedBefore.at(-1)).toBeLessThan(60);
    expect(await Promise.all(searches)).toEqual(Array(60).fill(true));
    await Promise.all([flood.close(), desk.close()]);
  });

  test('a long read of another console has its turn behind one search, not behind sixty', async () => {
    const [flood, desk] = [await hub.signIn('T3-03'), await hub.signIn('T3-04')];
    let ended = 0;
    const searches = Array.from({ length: 60 }, async (_, turn) => {
      const found = await flood.call('flights.search', searchOf(turn));
      ended++;
      return found.ok;
    });
    expect((await desk.call('flights.search', searchOf(60))).ok).toBe(true);
    expect(ended).toBeLessThan(30);
    expect(await Promise.all(searches)).toEqual(Array(60).fill(true));
    await Promise.all([flood.close(), desk.close()]);
  });
});
