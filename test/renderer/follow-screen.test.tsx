// What a console shows that hears only what its screen shows is what one shows that hears everything.
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveConsole } from '../../main/live/live-console.ts';
import { seededRandom } from '../../main/seeded-random.ts';
import { App } from '../../renderer/app.tsx';
import { useBridge as connect, following } from '../../renderer/client/client.ts';
import { followScreen } from '../../renderer/follow-screen.ts';
import { announce } from '../../renderer/parts/announcer.tsx';
import { followFlightsOfHold } from '../../renderer/sale/follow-flights-of-hold.ts';
import { followSale } from '../../renderer/sale/follow-sale.ts';
import { go, type Screen } from '../../renderer/stores/navigation-store.ts';
import { refreshState, sessionEnded } from '../../renderer/stores/session-actions.ts';
import { wireStores } from '../../renderer/stores/wire-stores.ts';
import type { Bridge } from '../../shared/contract.ts';
import { parsed } from '../../shared/json.ts';
import type { Message } from '../../shared/notices.ts';
import { AREAS } from '../../shared/topics.ts';
import { type FuzzHub, openFuzzHub } from '../fuzz/fuzz-hub.ts';
import { goodInput, methodName } from '../fuzz/good-calls.ts';
import { deskAt, HERE, seatAt } from '../main/support/here.ts';
import { atOnce } from './support/at-once.ts';

const OFTEN = [
  'holds.place',
  'holds.place',
  'holds.extend',
  'holds.release',
  'bookings.confirm',
  'bookings.confirm',
  'bookings.cancelQuote',
] as const;
const ROUNDS = 6;
const CALLS = 16;
/** Longer than any list waits until it asks again. */
const ROUND_MS = 5_000;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The console of a supervisor, in one process with its hub. */
class ConsoleAtHub {
  readonly #hub: FuzzHub;
  readonly #stops: (() => void)[] = [];
  readonly #listeners = new Set<(message: unknown) => void>();
  readonly #connection: LiveConsole = {
    ...seatAt(deskAt('T1-04')),
    session: undefined,
    caller: HERE,
    notify: (notice) => this.#hear(notice),
    sendFrame: (frame) => {
      this.#hear(JSON.parse(frame));
      return true;
    },
    hasRead: true,
  };

  constructor(hub: FuzzHub) {
    this.#hub = hub;
  }

  #hear(message: Message): void {
    act(() => {
      for (const listener of this.#listeners) listener(message);
    });
  }

  async open(hearsAll: boolean): Promise<void> {
    const { live, sessions, dispatcher } = this.#hub;
    live.welcome(this.#connection);
    sessions.begin(this.#connection, { user: 'supervisor', display: 'supervisor', role: 'supervisor', desk: 'T1-04' });
    const bridge: Bridge = {
      call: async (method, input, by) =>
        parsed(await dispatcher.call(this.#connection, method, JSON.parse(JSON.stringify(input)), by)) as never,
      on: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    connect(bridge, atOnce);
    this.#stops.push(wireStores(), followSale(), followFlightsOfHold());
    if (hearsAll) {
      following.follow('all', AREAS);
      this.#stops.push(() => following.follow('all', []));
    } else this.#stops.push(followScreen());
    render(<App />);
    await act(refreshState);
    await this.pass(ROUND_MS);
  }

  /** Time passes for the hub and the console, until everything that was asked is answered. */
  async pass(ms: number): Promise<void> {
    this.#connection.session?.use(this.#hub.hub.now());
    for (let left = ms; left > 0; left -= 500) {
      await act(async () => {
        this.#hub.timer.pass(500);
        await vi.advanceTimersByTimeAsync(500);
        for (let turn = 0; turn < 6; turn++) await new Promise((next) => setImmediate(next));
      });
    }
  }

  async show(screen: Screen): Promise<void> {
    await act(async () => go(screen));
    await this.pass(1_000);
  }

  get text(): string {
    return document.body.textContent ?? '';
  }

  close(): void {
    cleanup();
    for (const stop of this.#stops) stop();
    this.#hub.live.part(this.#connection);
    sessionEnded('');
    announce('');
  }
}

const screens = (random: ReturnType<typeof seededRandom>): Screen =>
  random.pick<Screen>([
    { name: 'board' },
    { name: 'flight', flightIds: [1] },
    { name: 'flight', flightIds: [2, 3] },
    { name: 'flight', flightIds: [6] },
    { name: 'reservations', bookingId: 1 + random.below(12) },
    { name: 'reservations', bookingId: 1 + random.below(12) },
    { name: 'reservations', queues: true },
    { name: 'reservations', find: 'SMITH' },
    { name: 'reservations', changes: true },
    { name: 'waitlist' },
    { name: 'pricing' },
    { name: 'shift' },
    { name: 'admin', tab: random.pick(['users', 'accounts', 'jobs', 'payments', 'messages', 'settings', 'aircraft'] as const) },
  ]);

/** What a console shows after each round of a random day at the other desks. The same seed is the same day. */
async function shown(seed: number, hearsAll: boolean): Promise<string[]> {
  const hub = await openFuzzHub();
  vi.useFakeTimers({ now: hub.clock.now(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  const random = seededRandom(seed);
  const console = new ConsoleAtHub(hub);
  const others = [hub.console('agent', 'T1-04'), hub.console('agent', 'T1-02'), hub.console('supervisor', 'T1-01')];
  const texts: string[] = [];
  try {
    await console.open(hearsAll);
    for (let round = 0; round < ROUNDS; round++) {
      const screen = screens(random);
      await console.show(screen);
      for (let part = 0; part < 2; part++) {
        const before = hub.heard.length;
        for (let turn = 0; turn < CALLS; turn++) {
          const [from, name] = [random.pick(others), random.below(3) > 0 ? random.pick(OFTEN) : methodName(random)];
          const input = goodInput(random, name) as Record<string, unknown>;
          // A booking that is there, so that something comes of most calls.
          const shownBooking = screen.name === 'reservations' ? screen.bookingId : undefined;
          const held = hub.heard.filter(({ type }) => type === 'hold.placed').length;
          if ('bookingId' in input) input.bookingId = random.below(2) === 0 && shownBooking ? shownBooking : 1 + random.below(1 + held);
          if (hub.answers(name) && !name.startsWith('session.')) await hub.dispatcher.call(from, name, input, 'person');
        }
        await console.pass(ROUND_MS);
        texts.push(`${JSON.stringify(screen)} after ${hub.heard.length - before} events: ${console.text}`);
      }
      for (const other of others) other.session?.use(hub.hub.now());
    }
    return texts;
  } finally {
    console.close();
    vi.useRealTimers();
    await hub.close();
  }
}

test.each([1, 2])('no screen stays old because it did not follow something (seed %d)', async (seed) => {
  const [followed, everything] = [await shown(seed, false), await shown(seed, true)];
  expect(followed.filter((text) => !text.includes('after 0 events')).length).toBeGreaterThan(ROUNDS);
  expect(followed).toEqual(everything);
});
