import { WebSocket } from 'ws';
import { type Socket, SocketBridge } from '../../renderer/client/socket-bridge.ts';
import { type HubDoor, socketAt } from './hub-door.ts';
import { KeptDesk } from './kept-desk.ts';

interface DeskBridgeOptions {
  /** Where the hub is reached, perhaps through something. */
  readonly door: HubDoor;
  readonly desk: string;
  /** The token by which the session is resumed. */
  readonly token: () => string | null;
  /** Hears of each connection that is tried. */
  readonly opened?: (socket: WebSocket) => void;
}

/** The bridge of the product's own page, over a real socket and with the key of a desk, without a page. */
export function openDeskBridge({ door, desk, token, opened }: DeskBridgeOptions): SocketBridge {
  const kept = new KeptDesk(desk);
  return new SocketBridge({
    open: () => {
      const { url, options } = socketAt(door);
      const socket = new WebSocket(url, options);
      // Told by `close` too.
      socket.on('error', () => {});
      opened?.(socket);
      return socket as unknown as Socket;
    },
    // What a broken connection leaves undone is done on the next one.
    prove: (hello, ask) =>
      kept
        .prove(hello, async (method, input) => {
          const reply = await ask(method, input as never);
          if (!reply.ok) throw new Error(`${method} of ${desk} was refused: ${reply.refusal.message}`);
          return reply.value;
        })
        .catch(() => {}),
    token,
  });
}
