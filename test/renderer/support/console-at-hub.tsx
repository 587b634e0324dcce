import { act, cleanup, render } from '@testing-library/react';
import { vi } from 'vitest';
import type { LiveConsole } from '../../../main/live/live-console.ts';
import { App } from '../../../renderer/app.tsx';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { followScreen } from '../../../renderer/follow-screen.ts';
import { announce } from '../../../renderer/parts/announcer.tsx';
import { followFlightsOfHold } from '../../../renderer/sale/follow-flights-of-hold.ts';
import { followSale } from '../../../renderer/sale/follow-sale.ts';
import { refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import type { Bridge, Input } from '../../../shared/contract.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { parsed } from '../../../shared/json.ts';
import type { Message } from '../../../shared/notices.ts';
import type { FuzzHub } from '../../fuzz/fuzz-hub.ts';
import { deskAt, HERE, seatAt } from '../../main/support/here.ts';
import { atOnce } from './at-once.ts';

/** Longer than any list waits until it asks again. */
const SETTLED_MS = 5_000;

/** What is asked by time, without an event. */
const BY_TIME: ReadonlySet<string> = new Set(['console.follow', 'desks.list', 'health.figures', 'hoarding.list', 'session.state']);

/** The whole console of a supervisor at T1-04, in one process with its hub. It hears what it follows. */
export class ConsoleAtHub {
  readonly #hub: FuzzHub;
  readonly #stops: (() => void)[] = [];
  readonly #listeners = new Set<(message: unknown) => void>();
  /** Events that the hub told it. */
  readonly #told = new Set<number>();
  #asked: string[] = [];
  /** What it has told the hub last that it follows. */
  topics: readonly string[] = [];
  readonly #connection: LiveConsole = {
    ...seatAt(deskAt('T1-04')),
    session: undefined,
    caller: HERE,
    notify: (notice) => this.#hear(notice),
    sendFrame: (frame) => {
      const message = JSON.parse(frame);
      for (const { event } of message.events ?? []) this.#told.add(event);
      this.#hear(message);
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

  async open(): Promise<void> {
    const { live, sessions, dispatcher } = this.#hub;
    live.welcome(this.#connection);
    sessions.begin(this.#connection, { user: 'supervisor', display: 'supervisor', role: 'supervisor', desk: 'T1-04' });
    const bridge: Bridge = {
      call: async (method, input, by) => {
        this.#asked.push(method);
        if (method === 'console.follow') this.topics = (input as Input<'console.follow'>).topics;
        return parsed(await dispatcher.call(this.#connection, method, JSON.parse(JSON.stringify(input)), by)) as never;
      },
      on: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    connect(bridge, atOnce);
    this.#stops.push(wireStores(), followSale(), followFlightsOfHold(), followScreen());
    render(<App />);
    await act(refreshState);
    await this.settle();
  }

  /** Time passes for the hub and the console, until everything that was asked is answered. */
  async pass(ms: number): Promise<void> {
    this.#connection.session?.use(this.#hub.hub.now());
    for (let left = ms; left > 0; left -= 1_000) {
      await act(async () => {
        this.#hub.timer.pass(1_000);
        await vi.advanceTimersByTimeAsync(1_000);
        for (let turn = 0; turn < 4; turn++) await new Promise((next) => setImmediate(next));
      });
    }
  }

  settle(): Promise<void> {
    return this.pass(SETTLED_MS);
  }

  /**
   * Tells it of these events what it does not follow, and what changes by that: what its screen shows, and what it asks the hub. An empty list
   * is right: what it shows does not depend on what it does not follow.
   */
  async tellRest(events: readonly JournalEvent[]): Promise<string[]> {
    const rest = events.filter(({ event }) => !this.#told.has(event));
    const found: string[] = [];
    this.#asked = [];
    for (const event of rest) {
      const before = this.text;
      this.#hear({ events: [event], to: event.event });
      if (this.text !== before) found.push(`${event.type} changes the screen`);
    }
    const what = [...new Set(rest.map(({ type }) => type))].join(', ');
    const soon = new Set(this.#asked);
    for (const method of soon) found.push(`it asks ${method} for one of ${what}`);
    await this.settle();
    for (const method of new Set(this.#asked))
      if (!soon.has(method) && !BY_TIME.has(method)) found.push(`it asks ${method} after one of ${what}`);
    return found;
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
