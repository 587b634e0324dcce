import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { assert } from '../../shared/assert.ts';
import { isLocalHost } from '../hub/caller.ts';
import { authorityRoute } from './authority-route.ts';
import { limitConnections } from './connection-places.ts';
import { securityHeaders } from './content-security.ts';
import { answerUnreadable, sendHttpProblem } from './http-problem.ts';
import { type HttpRoute, httpCaller, methodsAllowed, routeOf, type Sending } from './http-route.ts';
import { ownAddress, ownDoor, ownHost } from './own-computer.ts';
import { isInClear, isSafe, PLAIN_FRONT, type Secure, secureFront } from './secure-front.ts';
import { staticFile } from './static-files.ts';
import { farName, isTrusted, trustedHosts } from './trusted-hosts.ts';
import { countAnswers, UnsentOfAll } from './unsent-of-all.ts';
import { SOCKET_PATH, serveWebSocket, type WebSocketOptions } from './websocket.ts';
import { WEBSOCKET_LIMITS } from './websocket-limits.ts';

/** A page that is not a file: by path, with its type. */
export type MadePages = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

export interface ConsoleServer {
  readonly address: string;
  /** Where other computers open it, by the address that this one has now; empty where they cannot reach it. */
  readonly farAddress: string;
  close(): Promise<void>;
}

/** The address cannot be listened on. The sentence says why, for the person who started Aisle. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

const HEADERS = securityHeaders("'self'");

export interface HttpLimits {
  /** How long a request may take to arrive, and how long a connection may stay open without one. */
  readonly requestMs: number;
  /** How long an answer may wait for a caller that does not read it. */
  readonly unreadMs: number;
  /** Connections of all kinds. For one more another is closed, at which nobody is signed in. */
  readonly connectionsMax: number;
}

export const HTTP_LIMITS: HttpLimits = { requestMs: 10_000, unreadMs: 30_000, connectionsMax: 4_000 };

/**
 * Answers one request, only under a trusted name: what a route answers; else a page, which is only for reading. A page is a file of the
 * console, or made in memory.
 */
function pages(
  trusted: () => ReadonlySet<string>,
  find: (path: string) => Promise<{ type: string; cache: string; body: Buffer | string } | undefined>,
  sending: Sending,
  routes: readonly HttpRoute[] = [],
  onlySafe = false,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeaders(new Map(Object.entries({ ...HEADERS, 'Cache-Control': 'no-store' })));
    const path = pathOf(request);
    const route = routeOf(routes, path);
    const say = (status: number, sentence: string) => {
      if (route?.forPrograms) sendHttpProblem(response, status, sentence);
      else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
    };
    if (onlySafe && isInClear(request.socket)) {
      response.setHeaders(new Map(Object.entries({ Connection: 'close', Upgrade: 'TLS/1.2, HTTP/1.1' })));
      return say(426, inClearText(trusted(), request.headers.host));
    }
    if (request.headers.host === undefined) return say(400, 'The header Host is missing.');
    // A plain page load by another site's link carries no Origin; a request that carries one must be the hub's own.
    if (!isTrusted(trusted(), request.headers, isSafe(request.socket))) return say(403, 'Open Aisle at the address that it printed.');
    const allowed = route ? methodsAllowed(route) : ['GET', 'HEAD'];
    if (!allowed.includes(request.method ?? '')) {
      response.setHeader('Allow', allowed.join(', '));
      return say(405, route ? `Only ${allowed.join(' or ')} is answered here.` : 'Only pages are served here.');
    }
    if (route) return route.answer(request, response, httpCaller(request), sending);
    const file = await find(path);
    if (!file) return say(404, 'There is no such page.');
    response.writeHead(200, {
      'Content-Type': file.type,
      'Cache-Control': file.cache,
      'Content-Length': Buffer.byteLength(file.body),
    });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  };
}

const pathOf = ({ url }: IncomingMessage): string => (url ?? '/').split(/[?#]/, 1)[0] ?? '/';

/** What to open instead. Under a name that is not the hub's it is not repeated. */
function inClearText(names: ReadonlySet<string>, host: string | undefined): string {
  const known = isTrusted(names, { host }, false) ? `https://${host}` : 'its address with https://';
  return `This hub is reached over an encrypted connection alone: open ${known} instead.`;
}

/** `beside`: the address of the network to which `host` is the own computer's way. */
function listen(server: NetServer, host: string, port: number, beside?: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE' && beside !== undefined
          ? `Port ${port} is free at ${beside} and in use at ${host}, which every hub of this computer needs too. Stop the other one, or start with --port and another number.`
          : error.code === 'EADDRINUSE'
            ? `Port ${port} is in use. Stop what uses it (perhaps another Aisle), or start with --port and another number.`
            : error.code === 'EACCES'
              ? `Port ${port} may not be used by this account. Start with --port and a number above 1023.`
              : `Aisle cannot listen on ${host}, port ${port} (${error.code ?? 'unknown'}).`;
      fail(new AddressRefused(sentence));
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      done(taken);
    });
  });
}

function httpServer(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { requestMs, unreadMs }: HttpLimits = HTTP_LIMITS,
): Server {
  const server = createServer(
    // Node looks for late requests at intervals: every 30 s unless told otherwise, however short the limit is.
    {
      ...{ requestTimeout: requestMs, headersTimeout: requestMs, connectionsCheckingInterval: requestMs / 10, maxHeaderSize: 16_384 },
      // Whoever says no host is answered like anybody else.
      requireHostHeader: false,
      // Some programs offer HTTP/2 with each request: it is answered as it is. A console alone goes over to its socket.
      shouldUpgradeCallback: (request) => pathOf(request) === SOCKET_PATH,
    },
    (request, response) => {
      handle(request, response).catch(() => response.destroy());
    },
  );
  server.setTimeout(unreadMs);
  answerUnreadable(server);
  return server;
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

export interface ConsoleServerOptions extends Omit<WebSocketOptions, 'server' | 'trusted' | 'onlySafe' | 'unsent'> {
  readonly host: string;
  readonly port: number;
  /** Folder of the built console. */
  readonly root: string;
  /** What is answered over HTTP beside the files. */
  readonly routes?: readonly HttpRoute[];
  readonly http?: Partial<HttpLimits>;
  /** Needed where `host` is none of this computer alone: then others are spoken to over TLS alone, and this computer as it likes. */
  readonly secure?: Secure | undefined;
}

/** Serves the console to browsers: its files over HTTP, its calls and events over WebSocket. Rejects with AddressRefused. */
export async function serveConsole(options: ConsoleServerOptions): Promise<ConsoleServer> {
  const { host, port, root, routes = [], http, secure, ...socketOptions } = options;
  assert(secure || isLocalHost(host), 'what goes over a network is encrypted');
  const limits = { ...HTTP_LIMITS, ...http };
  const fixed = trustedHosts(host);
  const trusted = () => secure?.names ?? fixed;
  const unsent = new UnsentOfAll(socketOptions.limits?.allWaitingBytesMax ?? WEBSOCKET_LIMITS.allWaitingBytesMax);
  const find = pages(
    trusted,
    (path) => staticFile(root, path),
    { unreadMs: limits.unreadMs, makeRoom: (bytes) => unsent.makeRoom(bytes) },
    secure ? [...routes, authorityRoute(secure)] : routes,
    secure !== undefined,
  );
  const server = httpServer(find, limits);
  countAnswers(server, unsent);
  const front = secure ? secureFront(server, secure, limits.requestMs) : PLAIN_FRONT;
  limitConnections(server, limits.connectionsMax, (socket) => sockets.consoleAt(front.innerOf(socket)));
  const own = ownDoor(server, host);
  const sockets = serveWebSocket({ ...socketOptions, server, trusted, onlySafe: secure !== undefined, unsent });
  try {
    const taken = await listen(server, host, port);
    if (own) await listen(own, ownHost(host), taken, host);
    return {
      address: ownAddress(host, taken),
      get farAddress() {
        const name = secure && farName(host, secure.names);
        return name === undefined ? '' : `https://${name}:${taken}`;
      },
      async close() {
        await sockets.close();
        own?.close();
        const stopped = stop(server);
        front.cut();
        await stopped;
      },
    };
  } catch (error) {
    await sockets.close();
    await stop(server);
    throw error;
  }
}

interface PagesOptions {
  readonly host: string;
  readonly port: number;
  readonly made: MadePages;
  readonly routes?: readonly HttpRoute[];
}

/**
 * Serves nothing but pages made in memory; `/` is shown for every other path. They say how the hub stands before it can encrypt anything, so they are for its own
 * computer alone, whatever `host` the hub listens on.
 */
export async function servePages({ host, port, made, routes }: PagesOptions): Promise<ConsoleServer> {
  const trusted = trustedHosts(host);
  const server = httpServer(
    pages(
      () => trusted,
      async (path) => {
        const page = made[path] ?? made['/'];
        return page && { ...page, cache: 'no-store' };
      },
      { unreadMs: HTTP_LIMITS.unreadMs, makeRoom() {} },
      routes,
    ),
  );
  limitConnections(server, HTTP_LIMITS.connectionsMax, () => undefined);
  const taken = await listen(server, ownHost(host), port);
  return { address: ownAddress(host, taken), farAddress: '', close: () => stop(server) };
}
