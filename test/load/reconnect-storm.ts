import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../main/seeded-random.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { Topic } from '../../shared/topics.ts';
import { HubProcess } from '../crash/hub-process.ts';
import { SECURE_HOST, secureDoor } from '../support/hub-door.ts';
import { balanceBooks } from './balance-books.ts';
import { BridgeConsole } from './bridge-console.ts';
import { signInAll } from './console-sign-in.ts';
import { makeLoadStore } from './load-store.ts';
import { Times, type TimesSummary } from './method-times.ts';
import { PromisedBookings } from './promised-bookings.ts';
import type { LoadArguments } from './read-arguments.ts';
import { sellThrough } from './storm-seller.ts';
import { eventsByTopic, lostOn } from './told-events.ts';
import { topicsOfFrame } from './topics-of-frame.ts';

/** Consoles more, which sell all the time. The cut leaves them alone, so there is something to catch up with; a kill of the hub meets them too. */
const SELLERS = 40;
/** As many flights as a list with one stop shows. */
const FLIGHTS_SHOWN = 25;
/** They sell for so long before anything happens, and after all are live again. */
const CALM_MS = 2 * SECOND_MS;
const HEARD_MS_MAX = 30 * SECOND_MS;
const PROBLEMS_MAX = 20;

export interface StormFigures {
  /**
   * From the cut, or from the moment at which the hub that was started again let people in, until a console is live: resumed, and its screen followed again. After a kill
   * of the hub it shows that it waits for its PIN.
   */
  readonly times: Record<string, TimesSummary>;
  /** From the kill of the hub until its successor lets people in. */
  readonly startMs: number;
  /** Bookings sold from before the cut until the end. */
  readonly sold: number;
  readonly problems: readonly string[];
}

/**
 * Everybody loses the hub at once and comes back by the bridge of the product's own page, while others sell: first the network is cut, then the hub is killed. In the end
 * each console has heard every event of its screen, and the books balance.
 */
export async function reconnectStorm(asked: LoadArguments, say: (line: string) => void): Promise<StormFigures> {
  const { consoles: count, host, secure, seed } = asked;
  say('making a store');
  const store = await makeLoadStore(count + SELLERS);
  const startHub = (...args: string[]) => new HubProcess(store.folder, '--host', secure ? SECURE_HOST : host, ...args);
  let hub = startHub();
  const random = seededRandom(seed);
  const flights = store.routes.flatMap((route) => route.flights.map(({ id }) => id));
  const promised = new PromisedBookings();
  const stop = new AbortController();
  const problems: string[] = [];
  const times = new Times();
  let all: readonly BridgeConsole[] = [];
  try {
    const address = await hub.ready;
    const door = secure ? await secureDoor(address) : { address };
    say(`signing ${count} consoles in, and ${SELLERS} that sell`);
    all = store.places.map((place) => {
      const shown = Array.from({ length: FLIGHTS_SHOWN }, (): Topic => `flight:${random.pick(flights)}`);
      return new BridgeConsole(door, place, [...topicsOfFrame(place.desk), ...new Set(shown)]);
    });
    await signInAll(all, store.places);
    await Promise.all(all.map((console) => console.begin()));
    const [consoles, sellers] = [all.slice(0, count), all.slice(count)];
    const selling = Promise.all(
      sellers.map((console) => sellThrough(console, flights, promised, seededRandom(random.below(2 ** 31)), stop.signal)),
    );
    // Whoever fails while a storm is waited for is met at the end.
    selling.catch(() => {});
    await wait(CALM_MS);

    say('cutting all connections');
    const cut = performance.now();
    for (const console of consoles) console.cut();
    await allLive('network cut', consoles, cut, false);
    await wait(CALM_MS);

    say('killing the hub');
    const killed = performance.now();
    await hub.kill();
    hub = startHub('--port', new URL(address).port);
    await hub.ready;
    const ready = performance.now();
    await allLive('hub killed', consoles, ready, true);
    const seconds = (performance.now() - ready) / 1_000;
    await wait(CALM_MS);
    stop.abort();
    await selling;
    problems.push(...(await lostEvents()));
    await hub.stop();
    problems.push(...(await balanceBooks(store.file, promised)));
    return {
      ...{ times: times.summaries(seconds), startMs: ready - killed, sold: promised.count('CONFIRMED') },
      problems: problems.slice(0, PROBLEMS_MAX),
    };
  } finally {
    stop.abort();
    for (const console of all) console.close();
    await hub.kill();
    if (problems.length === 0) rmSync(store.folder, { recursive: true, force: true });
    else say(`the store is kept in ${store.folder}`);
  }

  /** After a kill the hub asks for PINs: nobody may go on without. */
  async function allLive(name: string, consoles: readonly BridgeConsole[], from: number, locked: boolean): Promise<void> {
    await Promise.all(
      consoles.map(async (console, at) => {
        await console.live;
        times.add(name, performance.now() - from);
        const { session } = await console.accepted('session.state', {});
        if (session?.user !== console.place.user) problems.push(`console ${at} came back as ${session?.user ?? 'nobody'} (${name})`);
        if (session?.locked !== locked) problems.push(`console ${at} came back ${locked ? 'without its lock' : 'locked'} (${name})`);
      }),
    );
  }

  /** What a console has not heard of its screen, once there was time for it. */
  async function lostEvents(): Promise<string[]> {
    const events = await eventsByTopic(store.file);
    const lost = () =>
      all.flatMap((console) => lostOn(console, events).map((event) => `the console at ${console.place.desk} never heard event ${event}`));
    const end = performance.now() + HEARD_MS_MAX;
    while (lost().length > 0 && performance.now() < end) await wait(100);
    return lost();
  }
}
