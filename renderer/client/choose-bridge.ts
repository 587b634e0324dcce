import type { Bridge, WindowBridge } from '../../shared/contract.ts';
import { parsed } from '../../shared/json.ts';
import { SocketBridge } from './socket-bridge.ts';
import { readToken } from './token.ts';

declare global {
  interface Window {
    /** Put there by the preload, in Electron's window. */
    readonly aisle?: WindowBridge;
  }
}

const socketAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`;

/** The preload's bridge, with each reply read from its JSON. */
const windowBridge = (exposed: WindowBridge): Bridge => ({
  call: async (method, input, by) => parsed(await exposed.call(method, input, by)),
  on: (listener) => exposed.on(listener),
});

/** In a window the preload's bridge; in a browser a socket to where the page came from. */
export function chooseBridge(): Bridge {
  return window.aisle ? windowBridge(window.aisle) : new SocketBridge({ open: () => new WebSocket(socketAddress()), token: readToken });
}

/** Saves what the page prints as a PDF, in a window; a browser does that itself, in its print view. */
export const savePdfOfWindow = (): WindowBridge['savePdf'] | undefined => window.aisle?.savePdf;
