import type { Bridge, Input, WindowBridge } from '../../shared/contract.ts';
import { parsed } from '../../shared/json.ts';
import type { Message } from '../../shared/notices.ts';
import { BrowserKeys } from './desk-key.ts';
import { useDeskKeys as keepKeysIn, showDesk } from './desk-proof.ts';
import { lookAtFarHub } from './far-hub-store.ts';
import { LinkSocket } from './link-socket.ts';
import { type AskFirst, SocketBridge } from './socket-bridge.ts';
import { readToken } from './token.ts';
import { WindowKeys } from './window-keys.ts';

declare global {
  interface Window {
    /** Put there by the preload, in Electron's window. */
    readonly aisle?: WindowBridge;
  }
}

const socketAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`;

/** The preload's bridge, with each reply and each message read from its JSON. Before anything else is asked the hub knows which desk this window is, if it is not the hub's own. */
function windowBridge(exposed: WindowBridge): Bridge {
  const { promise: known, resolve: isKnown } = Promise.withResolvers<void>();
  const ask: Bridge['call'] = async (method, input, by) => parsed(await exposed.call(method, input, by));
  const askFirst: AskFirst = (method, input) => ask(method, input as Input<typeof method>);
  return {
    async call(method, input, by) {
      await known;
      return ask(method, input, by);
    },
    on: (listener) =>
      exposed.on((said) => {
        const message: Message = JSON.parse(String(said));
        if ('notice' in message && message.type === 'hello') void showDesk(message, askFirst).finally(isKnown);
        listener(message);
      }),
  };
}

/**
 * In a window the preload's bridge, or its way to a hub on another computer; in a browser a socket to where the page came from. `token`: of the session that this
 * page takes up again.
 */
export async function chooseBridge(token: () => string | null = readToken): Promise<Bridge> {
  const { aisle } = window;
  if (aisle && (await lookAtFarHub(aisle.link))) {
    keepKeysIn(new WindowKeys(aisle.link));
    return new SocketBridge({ open: () => new LinkSocket(aisle.link), prove: showDesk, token });
  }
  keepKeysIn(new BrowserKeys());
  if (aisle) return windowBridge(aisle);
  return new SocketBridge({ open: () => new WebSocket(socketAddress()), prove: showDesk, token });
}

/** Saves what the page prints as a PDF, in a window; a browser does that itself, in its print view. */
export const savePdfOfWindow = (): WindowBridge['savePdf'] | undefined => window.aisle?.savePdf;
