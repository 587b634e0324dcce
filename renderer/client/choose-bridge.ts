import type { Bridge, Input, WindowBridge } from '../../shared/contract.ts';
import { parsed } from '../../shared/json.ts';
import type { Message } from '../../shared/notices.ts';
import { BrowserKeys } from './desk-key.ts';
import { useDeskKeys as keepKeysIn, showDesk } from './desk-proof.ts';
import { type AskFirst, SocketBridge } from './socket-bridge.ts';
import { readToken } from './token.ts';

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

/** In a window the preload's bridge; in a browser a socket to where the page came from. `token`: of the session that this page takes up again. */
export function chooseBridge(token: () => string | null = readToken): Bridge {
  keepKeysIn(new BrowserKeys());
  if (window.aisle) return windowBridge(window.aisle);
  return new SocketBridge({ open: () => new WebSocket(socketAddress()), prove: showDesk, token });
}

/** Saves what the page prints as a PDF, in a window; a browser does that itself, in its print view. */
export const savePdfOfWindow = (): WindowBridge['savePdf'] | undefined => window.aisle?.savePdf;
