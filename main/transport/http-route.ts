import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Caller, callerAddress, isLoopback } from '../hub/caller.ts';

/** How an answer gets to its caller. */
export interface Sending {
  /** Milliseconds that an answer may wait for a caller that does not read it. */
  readonly unreadMs: number;
  /** Before so many bytes are sent: cuts off those for whom most waits, until they may wait at the hub too. */
  makeRoom(bytes: number): void;
}

/** What the hub answers over HTTP beside the console's files. Only callers under a trusted name come here. */
export interface HttpRoute {
  /** One path (`/healthz`), or all paths that begin with it when it ends in a slash (`/v1/`). */
  readonly path: `/${string}`;
  /** Every other HTTP method is refused. A HEAD is let in where GET is; Node then sends no body. */
  readonly methods: readonly ('GET' | 'POST')[];
  /** Other programs call it: what is wrong with a request is told them as a problem, and not as a sentence for a browser. */
  readonly forPrograms?: true;
  /** The headers that keep a page to itself are set already, and the answer is not to be kept. If this throws, the connection is closed. */
  answer(request: IncomingMessage, response: ServerResponse, caller: Caller, sending: Sending): Promise<void>;
}

/** The route that answers a path, without what stands behind `?`. */
export const routeOf = (routes: readonly HttpRoute[], path: string): HttpRoute | undefined =>
  routes.find((route) => (route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path));

/** The HTTP methods that a route allows, for the header `Allow`. */
export const methodsAllowed = ({ methods }: HttpRoute): readonly string[] => (methods.includes('GET') ? [...methods, 'HEAD'] : methods);

/** Who sends an HTTP request. All requests of one address take their turn as one console's do. */
export function httpCaller({ socket: { remoteAddress } }: IncomingMessage): Caller {
  const address = callerAddress(remoteAddress);
  return { address, console: `http ${address}`, local: isLoopback(remoteAddress) };
}
