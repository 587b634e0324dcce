import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { callerAddress } from '../hub/caller.ts';
import { type Place, whoGivesWay } from './who-gives-way.ts';

/**
 * Keeps the connections of a server below a limit. One more is let in, and another gives way (`whoGivesWay`). Node's own limit would close
 * the newcomer instead, so that silent connections could keep every console out. `userAt`: who is signed in at a connection.
 */
export function limitConnections(server: Server, most: number, userAt: (socket: Socket) => string | undefined): void {
  /** In the order in which they came. */
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    const address = callerAddress(socket.remoteAddress);
    if (open.size >= most) {
      const place = whoGivesWay(placesOf(open, userAt), address);
      open.delete(place?.socket ?? socket);
      (place?.socket ?? socket).destroy();
      if (!place) return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

const placesOf = (open: ReadonlySet<Socket>, userAt: (socket: Socket) => string | undefined): (Place & { readonly socket: Socket })[] =>
  [...open].map((socket) => ({ socket, address: callerAddress(socket.remoteAddress), user: userAt(socket) }));
