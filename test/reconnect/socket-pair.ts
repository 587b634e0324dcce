import type { Hub } from '../../main/hub/hub.ts';
import type { LiveConsole } from '../../main/live/live-console.ts';
import type { LiveFeed } from '../../main/live/live-feed.ts';
import type { Dispatcher } from '../../main/transport/dispatch.ts';
import { hello } from '../../main/transport/hello.ts';
import type { Socket } from '../../renderer/client/socket-bridge.ts';
import { deskAt, HERE, IDENTITY, seatAt } from '../main/support/here.ts';

interface Call {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
  readonly by: unknown;
}

/** What a hub gives a console that connects. */
export interface Answering {
  readonly hub: Pick<Hub, 'now' | 'newestEvent'>;
  readonly dispatcher: Dispatcher;
  readonly live: LiveFeed;
}

/** Both ends of a socket in one process: what one says the other hears, as text, in order, a moment later. */
export class SocketPair implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  /** The hub's end, while it is open. */
  readonly connection: LiveConsole = {
    ...seatAt(deskAt('T1-04')),
    session: undefined,
    caller: HERE,
    notify: (notice) => this.say(JSON.stringify(notice)),
    sendFrame: (frame) => {
      this.say(frame);
      return true;
    },
    hasRead: true,
  };
  readonly calls: Call[] = [];
  readonly #answering: Answering | undefined;
  #open = true;

  /** Without anybody who answers it closes at once. */
  constructor(answering: Answering | undefined) {
    this.#answering = answering;
    answering?.live.welcome(this.connection);
    queueMicrotask(() => (answering ? this.connection.notify(hello(answering.hub, IDENTITY, this.connection)) : this.cut()));
  }

  send(text: string): void {
    queueMicrotask(() => void this.#hear(JSON.parse(text) as Call));
  }

  async #hear(call: Call): Promise<void> {
    if (!this.#open || !this.#answering) return;
    this.calls.push(call);
    const reply = await this.#answering.dispatcher.call(this.connection, call.method, call.input, call.by);
    this.say(`{"id":${call.id},${reply.slice(1)}`);
  }

  say(data: string): void {
    queueMicrotask(() => {
      if (this.#open) this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent);
    });
  }

  /** The console leaves. */
  close(): void {
    this.cut();
  }

  /** The connection breaks: both ends hear of it. */
  cut(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#answering?.live.part(this.connection);
    this.connection.session?.detach(this.connection);
    this.onclose?.call(this as unknown as WebSocket, {} as CloseEvent);
  }
}
