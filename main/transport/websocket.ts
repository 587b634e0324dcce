import type { IncomingMessage, Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import type { Notice } from '../../shared/notices.ts';
import { type Reply, refuse } from '../../shared/refusals.ts';
import { type Caller, callerAddress, isLoopback } from '../hub/caller.ts';
import type { Connection, ConsoleSession } from '../hub/connection.ts';
import type { Hub } from '../hub/hub.ts';
import { CallBudget } from './call-budget.ts';
import type { Dispatcher } from './dispatch.ts';
import { hello } from './hello.ts';
import { isTrusted } from './trusted-hosts.ts';
import { type Place, whoGivesWay } from './who-gives-way.ts';

export interface WebSocketLimits {
  /** How many calls a console may make at once, and how many a second after that. */
  readonly callsAtOnce: number;
  readonly callsPerSecond: number;
  /**
   * How many calls beyond that are answered with a refusal: so many at once, and so many a second. A console that sends still more is cut
   * off, because answering for ever would be the flood's own work.
   */
  readonly refusalsAtOnce: number;
  readonly refusalsPerSecond: number;
  /** Calls of one console that may be under way. */
  readonly callsOpenMax: number;
  readonly consolesMax: number;
  /** Bytes that may wait for a console that reads too slowly, before it is cut off. It connects again and asks `events.since`. */
  readonly waitingBytesMax: number;
  /** The same for a console at which nobody has signed in: little is sent to it, and anybody can open it. */
  readonly strangerWaitingBytesMax: number;
  /** How often a console must show that it is still there. */
  readonly pingMs: number;
}

export const WEBSOCKET_LIMITS: WebSocketLimits = {
  callsAtOnce: 400,
  callsPerSecond: 200,
  refusalsAtOnce: 1_000,
  refusalsPerSecond: 100,
  callsOpenMax: 64,
  consolesMax: 1_000,
  waitingBytesMax: 32 * 1_048_576,
  strangerWaitingBytesMax: 262_144,
  pingMs: 15_000,
};

export interface WebSocketOptions {
  readonly server: Server;
  readonly hub: Hub;
  readonly dispatcher: Dispatcher;
  /** Hears what the hub tells all its consoles beside the journal. */
  readonly onNotice?: (listener: (notice: Notice) => void) => () => void;
  readonly trusted: ReadonlySet<string>;
  readonly limits?: Partial<WebSocketLimits>;
}

interface Call {
  readonly id: number | null;
  readonly method: unknown;
  readonly input: unknown;
  readonly by: unknown;
}

/** Reads the envelope `{ id, method, input, by }`, of which `by` may be left out; undefined when it is none. */
function readCall(data: RawData, isBinary: boolean): Call | undefined {
  if (isBinary) return undefined;
  try {
    const sent: unknown = JSON.parse(data.toString());
    if (sent === null || typeof sent !== 'object' || Array.isArray(sent)) return undefined;
    const { id, method, input, by } = sent as Record<string, unknown>;
    return { id: Number.isSafeInteger(id) ? (id as number) : null, method, input, by };
  } catch {
    return undefined;
  }
}

class ConsoleSocket implements Connection, Place {
  session: ConsoleSession | undefined;
  readonly caller: Caller;
  readonly #socket: WebSocket;
  readonly #limits: WebSocketLimits;
  readonly #budget: CallBudget;
  /** For how many calls beyond its budget a console is still told so. */
  readonly #patience: CallBudget;
  #open = 0;
  /** Nothing was called yet. */
  silent = true;
  /** Answered the last ping. */
  alive = true;

  constructor(socket: WebSocket, caller: Caller, limits: WebSocketLimits) {
    this.#socket = socket;
    this.caller = caller;
    this.#limits = limits;
    this.#budget = new CallBudget(limits.callsAtOnce, limits.callsPerSecond, performance.now());
    this.#patience = new CallBudget(limits.refusalsAtOnce, limits.refusalsPerSecond, performance.now());
  }

  get address(): string {
    return this.caller.address;
  }

  get user(): string | undefined {
    return this.session?.facts.user;
  }

  notify(notice: Notice): void {
    this.send(JSON.stringify(notice));
  }

  send(text: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const waitingMax = this.session ? this.#limits.waitingBytesMax : this.#limits.strangerWaitingBytesMax;
    if (this.#socket.bufferedAmount > waitingMax) this.#socket.terminate();
    else this.#socket.send(text);
  }

  async heard(data: RawData, isBinary: boolean, dispatcher: Dispatcher): Promise<void> {
    // What was sent before it was cut off is not worth reading.
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const call = readCall(data, isBinary);
    const seconds = this.#open >= this.#limits.callsOpenMax ? 1 : this.#budget.take(performance.now());
    if (seconds > 0) {
      if (this.#patience.take(performance.now()) > 0) return this.cut();
      return this.#reply(call?.id ?? null, refuse('TOO_MANY_CALLS', { seconds }));
    }
    if (!call || call.id === null) {
      const problem = call ? 'must be a whole number' : 'must be JSON: { id, method, input }';
      return this.#reply(null, refuse('INPUT_INVALID', { field: call ? 'id' : 'message', problem }));
    }
    this.silent = false;
    this.#open++;
    try {
      this.#replyJson(call.id, await dispatcher.call(this, call.method, call.input, call.by));
    } finally {
      this.#open--;
    }
  }

  #reply(id: number | null, reply: Reply<unknown>): void {
    this.#replyJson(id, JSON.stringify(reply));
  }

  /** `{"id":7,` and the rest of the reply's object. */
  #replyJson(id: number | null, reply: string): void {
    this.send(`{"id":${id},${reply.slice(1)}`);
  }

  /** Finds out whether the other end is still there; a cable that was pulled says nothing by itself. */
  ping(): void {
    if (this.alive) this.#socket.ping();
    else this.#socket.terminate();
    this.alive = false;
  }

  close(): void {
    this.#socket.close(1001, 'Aisle is shutting down');
  }

  cut(): void {
    this.#socket.terminate();
  }
}

export interface ConsoleSockets {
  readonly consoles: number;
  /** The console that a connection belongs to, if any. */
  consoleAt(stream: Duplex): Place | undefined;
  /** Says goodbye to all of them. */
  close(): Promise<void>;
}

/** Consoles over WebSocket at `/socket`. */
export function serveWebSocket(options: WebSocketOptions): ConsoleSockets {
  const limits = { ...WEBSOCKET_LIMITS, ...options.limits };
  /** In the order in which they came. */
  const consoles = new Set<ConsoleSocket>();
  const byStream = new WeakMap<Duplex, ConsoleSocket>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX, perMessageDeflate: false, clientTracking: false });

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', () => stream.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const status = !isTrusted(options.trusted, request.headers.host, request.headers.origin)
      ? '403 Forbidden'
      : path !== '/socket'
        ? '404 Not Found'
        : consoles.size >= limits.consolesMax && !makeRoom(callerAddress(request.socket.remoteAddress))
          ? '503 Service Unavailable'
          : undefined;
    // Ended and then destroyed: a caller that never closes its own end would keep the connection for ever.
    if (status) stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
    else sockets.handleUpgrade(request, stream, head, welcome);
  };

  /** All places are taken: cuts off another console, if one must give way. Its page connects again. */
  const makeRoom = (address: string): boolean => {
    const client = whoGivesWay(consoles, address);
    if (!client) return false;
    consoles.delete(client);
    client.cut();
    return true;
  };

  let welcomed = 0;
  const welcome = (socket: WebSocket, request: IncomingMessage): void => {
    const { remoteAddress } = request.socket;
    const caller = { address: callerAddress(remoteAddress), console: `socket ${++welcomed}`, local: isLoopback(remoteAddress) };
    const client = new ConsoleSocket(socket, caller, limits);
    consoles.add(client);
    byStream.set(request.socket, client);
    // The dispatcher does not throw. If a reply cannot be sent, only this console is cut off.
    socket.on('message', (data, isBinary) => client.heard(data, isBinary, options.dispatcher).catch(() => client.cut()));
    socket.on('pong', () => {
      client.alive = true;
    });
    // Too large a message, a broken frame: ws closes the socket with the right code by itself.
    socket.on('error', () => {});
    socket.on('close', () => {
      consoles.delete(client);
      client.session?.detach(client);
    });
    client.notify(hello(options.hub));
  };

  options.server.on('upgrade', upgrade);
  const unhear = options.hub.on((_events, texts) => {
    for (const client of consoles) if (client.session) for (const text of texts) client.send(text);
  });
  const unnotice = options.onNotice?.((notice) => {
    for (const client of consoles) if (client.session) client.notify(notice);
  });
  const pings = setInterval(() => {
    for (const client of consoles) client.ping();
  }, limits.pingMs).unref();

  return {
    get consoles() {
      return consoles.size;
    },
    consoleAt: (stream) => byStream.get(stream),
    async close() {
      clearInterval(pings);
      unhear();
      unnotice?.();
      options.server.off('upgrade', upgrade);
      for (const client of consoles) client.close();
      const deadline = performance.now() + 1_000;
      while (consoles.size > 0 && performance.now() < deadline) await new Promise((next) => setTimeout(next, 10));
      for (const client of consoles) client.cut();
    },
  };
}
