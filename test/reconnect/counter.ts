import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { HubMethods } from '../../main/hub/hub-methods.ts';
import { Troubles } from '../../main/hub/troubles.ts';
import { LiveFeed } from '../../main/live/live-feed.ts';
import { liveMethods } from '../../main/live/live-methods.ts';
import { openSessions } from '../../main/sessions/open-sessions.ts';
import { createDispatcher } from '../../main/transport/dispatch.ts';
import { useBridge as connect, feed } from '../../renderer/client/client.ts';
import { useSession } from '../../renderer/client/session-store.ts';
import { SocketBridge } from '../../renderer/client/socket-bridge.ts';
import { readToken } from '../../renderer/client/token.ts';
import { useConnection } from '../../renderer/stores/connection-store.ts';
import { watchBridge } from '../../renderer/stores/watch-bridge.ts';
import { wireStores } from '../../renderer/stores/wire-stores.ts';
import type { Notice } from '../../shared/notices.ts';
import { cheapHash } from '../main/support/cheap-hash.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { FakeTimer } from '../main/support/fake-timer.ts';
import { IDENTITY } from '../main/support/here.ts';
import { KeptLog } from '../main/support/small-hub.ts';
import { MERCY, openTestHub, value } from '../main/support/test-hub.ts';
import { atOnce } from '../renderer/support/at-once.ts';
import { SocketPair } from './socket-pair.ts';

export const RUIZ = { user: 'ruiz', pin: '4711' };
export const OSEI = { user: 'osei', pin: '8124' };
export const NEW_PIN = '6033';

const HASHES = {
  ruiz: await cheapHash(RUIZ.pin, RUIZ.user),
  osei: await cheapHash(OSEI.pin, OSEI.user),
  new: await cheapHash(NEW_PIN, RUIZ.user, 'given0002'),
};

const FACTS = {
  mode: 'training' as const,
  trainingUsers: [],
  trainingVouchers: [],
  version: '1',
  hub: IDENTITY.fingerprint,
  home: { airport: 'JFK', zone: 'America/New_York' },
  terminal: 'none' as const,
};

let requests = 0;
const requestId = () => `counter-request-${++requests}`;

/** The hub process, as far as consoles meet it, on the store and the sessions that lie in `folder`. */
async function startHub(folder: string, clock: FakeClock) {
  const { hub } = await openTestHub({ file: join(folder, 'store.sqlite'), clock });
  const timer = new FakeTimer(clock);
  const known = await hub.look('users.count', {});
  if (value(known).count === 0) {
    value(await hub.change('users.add', { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', pinHash: HASHES.ruiz }, MERCY, requestId()));
    value(
      await hub.change('users.add', { user: 'osei', display: 'Mercy Osei', role: 'supervisor', pinHash: HASHES.osei }, MERCY, requestId()),
    );
  }
  const sockets = new Set<SocketPair>();
  const tell = (notice: Notice) => {
    for (const { connection } of sockets) if (connection.session) connection.notify(notice);
  };
  const troubles = new Troubles((now) => tell({ notice: true, type: 'hub.trouble', ...now }));
  const file = join(folder, 'sessions');
  const people = await openSessions({ hub, clock, timer, log: new KeptLog(), facts: FACTS, trouble: () => troubles.now, file });
  const live = new LiveFeed({ hub, timer });
  const methods = { ...people.methods, ...liveMethods(live) } as unknown as HubMethods;
  const dispatcher = createDispatcher({ hub, methods, log: new KeptLog() });
  return { hub, timer, sockets, people, live, dispatcher, damaged: troubles.of('damage', { backups: true }) };
}

/** A counter: a hub that can be killed and started, a network that can be cut, and the console's own client and stores in between. */
export class Counter {
  readonly clock = new FakeClock();
  readonly #folder = mkdtempSync(join(tmpdir(), 'aisle-reconnect-'));
  #hub: Awaited<ReturnType<typeof startHub>> | undefined;
  #network = true;
  #bridge: SocketBridge | undefined;
  #stop: () => void = () => {};
  /** Every connection that the console has made, the newest last. */
  readonly connections: SocketPair[] = [];

  static async open(): Promise<Counter> {
    const counter = new Counter();
    // What the store and the hashes wait for is real, so only what the console reads of time is made up.
    vi.useFakeTimers({ now: counter.clock.now(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    sessionStorage.clear();
    await counter.startHub();
    counter.#openPage();
    return counter;
  }

  get hub() {
    if (!this.#hub) throw new Error('no hub runs');
    return this.#hub;
  }

  /** The session of the console as the hub knows it. */
  get session() {
    return this.connections.at(-1)?.connection.session;
  }

  async startHub(): Promise<void> {
    this.#hub = await startHub(this.#folder, this.clock);
  }

  /** From here on the computer's clock is not believed. */
  doubtTime(): void {
    Object.defineProperty(this.clock, 'state', { value: { standing: 'doubtful', computer: this.clock.now() } });
  }

  /** Ends without a word: nothing is written that was not written before, and its timers ring no more. */
  async killHub(): Promise<void> {
    const { hub, live, sockets } = this.hub;
    this.#hub = undefined;
    live.close();
    for (const socket of sockets) socket.cut();
    await hub.close();
  }

  async stopHub(): Promise<void> {
    await this.hub.people.close({ forget: false });
    await this.killHub();
  }

  cutNetwork(): void {
    this.#network = false;
    for (const socket of this.#hub?.sockets ?? []) socket.cut();
  }

  /** The network is there again; the console finds the hub at its next try. */
  async mendNetwork(): Promise<void> {
    this.#network = true;
    await this.pass(10_000);
  }

  /** Time passes for the hub and for the console. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      if (this.#hub) this.#hub.timer.pass(Math.min(left, 1_000));
      else this.clock.advance(Math.min(left, 1_000));
      await vi.advanceTimersByTimeAsync(Math.min(left, 1_000));
    }
  }

  connect(): SocketPair {
    const hub = this.#network ? this.#hub : undefined;
    const socket = new SocketPair(hub);
    hub?.sockets.add(socket);
    return socket;
  }

  #openPage(): void {
    this.#bridge = new SocketBridge({
      open: () => {
        const socket = this.connect();
        this.connections.push(socket);
        return socket;
      },
      token: readToken,
    });
    connect(this.#bridge, atOnce);
    this.#stop = wireStores();
    watchBridge(this.#bridge);
  }

  #closePage(): void {
    this.#stop();
    this.#bridge?.close();
    feed.forget();
    useSession.setState(useSession.getInitialState(), true);
    useConnection.setState(useConnection.getInitialState(), true);
  }

  /** The page is loaded anew: only what stands in its tab's storage is left. */
  reload(): void {
    this.#closePage();
    this.#openPage();
  }

  /** A supervisor at another counter gives ruiz a new PIN. */
  async giveNewPin(): Promise<void> {
    value(await this.hub.hub.change('users.changePin', { user: 'ruiz', pinHash: HASHES.new }, MERCY, requestId()));
  }

  async disable(): Promise<void> {
    value(await this.hub.hub.execute('users.setActive', { requestId: requestId(), user: 'ruiz', active: false }, MERCY));
  }

  /** All that the hub has written of sessions. */
  keptText(): string {
    return readFileSync(join(this.#folder, 'sessions'), 'utf8');
  }

  async close(): Promise<void> {
    this.#closePage();
    if (this.#hub) await this.stopHub();
    vi.useRealTimers();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
