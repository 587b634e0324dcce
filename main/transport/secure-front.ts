import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { isLoopback } from '../hub/caller.ts';

/** What a hub needs that other computers may reach. */
export interface Secure {
  readonly context: SecureContext;
  /** Under which the hub may be called now. */
  readonly names: ReadonlySet<string>;
  /** What a computer is told to trust, so that its browser asks nothing. */
  readonly authorityPem: string;
}

export interface Front {
  /** Over which connection a socket of the server is read. */
  innerOf(socket: Socket): Socket;
  /** Ends every connection, also those that have not said anything yet, of which the server knows nothing. */
  cut(): void;
}

/** Without TLS every connection is what it is. */
export const PLAIN_FRONT: Front = { innerOf: (socket) => socket, cut() {} };

/** The first byte of a TLS handshake. No method of HTTP begins with it. */
const HANDSHAKE = 0x16;

/**
 * Makes a server of HTTP one port for both: who begins with a handshake is spoken to in TLS, everybody else in plain HTTP, which is answered to this computer
 * alone (`isInClear`). `waitMs`: how long a connection may be silent at first, and its handshake may take.
 */
export function secureFront(http: Server, secure: Pick<Secure, 'context'>, waitMs: number): Front {
  const inner = new WeakMap<Socket, Socket>();
  const open = new Set<Socket>();
  const readers = http.listeners('connection');
  http.removeAllListeners('connection');
  http.on('connection', (socket: Socket) => {
    const giveUp = setTimeout(() => socket.destroy(), waitMs);
    const letIn = (known: Socket): void => {
      clearTimeout(giveUp);
      for (const read of readers) read.call(http, known);
    };
    socket.on('error', () => socket.destroy());
    open.add(socket);
    socket.once('close', () => {
      clearTimeout(giveUp);
      open.delete(socket);
    });
    socket.once('data', (first) => {
      // It is read again by whoever it is for.
      socket.pause();
      socket.unshift(first);
      if (first[0] !== HANDSHAKE) {
        letIn(socket);
        socket.resume();
        return;
      }
      const safe = new TLSSocket(socket, { isServer: true, secureContext: secure.context, ALPNProtocols: ['http/1.1'] });
      inner.set(socket, safe);
      safe.on('error', () => socket.destroy());
      socket.once('close', () => safe.destroy());
      safe.once('secure', () => letIn(safe));
    });
  });
  return {
    innerOf: (socket) => inner.get(socket) ?? socket,
    cut() {
      for (const socket of open) socket.destroy();
    },
  };
}

/** Whether this is spoken over TLS. */
export const isSafe = (socket: Socket): boolean => socket instanceof TLSSocket;

/** Whether what is said here could be read on its way: by another computer, and without TLS. */
export const isInClear = (socket: Socket): boolean => !isSafe(socket) && !isLoopback(socket.remoteAddress);
