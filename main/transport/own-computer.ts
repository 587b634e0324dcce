import { createServer, type Server } from 'node:net';
import { isLocalHost } from '../hub/caller.ts';

const ALL = ['0.0.0.0', '::'];
const HERE = '127.0.0.1';

/** Where a hub that listens on `host` is reached by its own computer. */
export const ownHost = (host: string): string => (isLocalHost(host) ? host : HERE);

/** Where this computer opens it. */
export const ownAddress = (host: string, port: number): string => {
  const own = ownHost(host);
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`;
};

/**
 * The way of its own computer to a hub that listens on one address of a network: what comes to 127.0.0.1 is answered by the same server. Without it nobody could be at
 * the hub's own desk, and nothing on this computer could ask how the hub does. Undefined where the server listens there by itself.
 */
export const ownDoor = (server: Server, host: string): Server | undefined =>
  isLocalHost(host) || ALL.includes(host)
    ? undefined
    : createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void server.emit('connection', socket));
