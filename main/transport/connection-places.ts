import type { Server, Socket } from 'node:net';
import { callerAddress } from '../hub/caller.ts';
import { type Place, whoGivesWay } from './who-gives-way.ts';

export type ConsoleAt = (socket: Socket) => Pick<Place, 'user' | 'silent'> | undefined;

/** What only asks for pages. */
const NO_CONSOLE = { user: undefined, silent: true };

/**
 * Keeps the connections of a server below a limit. One more is let in, and another gives way (`whoGivesWay`). Node's own limit would close
 * the newcomer instead, so that silent connections could keep every console out. `consoleAt`: the console that a connection belongs to, if any.
 */
export function limitConnections(server: Server, most: number, consoleAt: ConsoleAt): void {
  /** In the order in which they came. */
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    const address = callerAddress(socket.remoteAddress);
    if (open.size >= most) {
      const place = whoGivesWay(placesOf(open, consoleAt), address);
      open.delete(place?.socket ?? socket);
      (place?.socket ?? socket).destroy();
      if (!place) return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

const placesOf = (open: ReadonlySet<Socket>, consoleAt: ConsoleAt): (Place & { readonly socket: Socket })[] =>
  [...open].map((socket) => {
    const { user, silent } = consoleAt(socket) ?? NO_CONSOLE;
    return { socket, address: callerAddress(socket.remoteAddress), user, silent };
  });
