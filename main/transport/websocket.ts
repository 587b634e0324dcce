import type { IncomingMessage, Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { MESSAGE_BYTES_MAX } from '../../shared/bounds.ts';
import type { Notice } from '../../shared/notices.ts';
import { callerAddress, isLoopback } from '../hub/caller.ts';
import type { Hub } from '../hub/hub.ts';
import type { HubIdentity } from '../hub/hub-desk.ts';
import type { LiveFeed } from '../live/live-feed.ts';
import { ConsoleSocket } from './console-socket.ts';
import type { Dispatcher } from './dispatch.ts';
import { hello } from './hello.ts';
import { isInClear, isSafe } from './secure-front.ts';
import { isTrusted } from './trusted-hosts.ts';
import type { UnsentOfAll } from './unsent-of-all.ts';
import { WEBSOCKET_LIMITS, type WebSocketLimits } from './websocket-limits.ts';
import { type Place, whoGivesWay } from './who-gives-way.ts';

export interface WebSocketOptions {
  readonly server: Server;
  readonly hub: Pick<Hub, 'now' | 'newestEvent'>;
  readonly live: LiveFeed;
  readonly dispatcher: Dispatcher;
  readonly identity: HubIdentity;
  /** Hears what the hub tells all its consoles beside the journal. */
  readonly onNotice?: (listener: (notice: Notice) => void) => () => void;
  /** The names under which the hub may be called now. */
  readonly trusted: () => ReadonlySet<string>;
  /** Others than this computer are let in over TLS alone. */
  readonly onlySafe?: boolean;
  readonly limits?: Partial<WebSocketLimits>;
  readonly unsent: UnsentOfAll;
}

export interface ConsoleSockets {
  readonly consoles: number;
  /** The console that a connection belongs to, if any. */
  consoleAt(stream: Duplex): Place | undefined;
  /** Says goodbye to all of them. */
  close(): Promise<void>;
}

/** Where consoles open their WebSocket. */
export const SOCKET_PATH = '/socket';

/** Consoles over WebSocket at `SOCKET_PATH`. */
export function serveWebSocket(options: WebSocketOptions): ConsoleSockets {
  const limits = { ...WEBSOCKET_LIMITS, ...options.limits };
  /** In the order in which they came. */
  const consoles = new Set<ConsoleSocket>();
  const byStream = new WeakMap<Duplex, ConsoleSocket>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX, perMessageDeflate: false, clientTracking: false });

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', () => stream.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const status =
      options.onlySafe && isInClear(request.socket)
        ? '426 Upgrade Required'
        : !isTrusted(options.trusted(), request.headers, isSafe(request.socket))
          ? '403 Forbidden'
          : path !== SOCKET_PATH
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
    const client = new ConsoleSocket(socket, caller, limits, caller.local ? options.identity.desk : undefined, options.unsent);
    consoles.add(client);
    options.unsent.enter(client);
    options.live.welcome(client);
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
      options.unsent.leave(client);
      options.live.part(client);
      client.session?.detach(client);
      client.desk?.leave(client);
    });
    client.notify(hello(options.hub, options.identity, client));
  };

  options.server.on('upgrade', upgrade);
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
      unnotice?.();
      options.server.off('upgrade', upgrade);
      for (const client of consoles) client.close();
      const deadline = performance.now() + 1_000;
      while (consoles.size > 0 && performance.now() < deadline) await new Promise((next) => setTimeout(next, 10));
      for (const client of consoles) client.cut();
    },
  };
}
