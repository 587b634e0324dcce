import type { Bridge } from '../../shared/contract.ts';
import { SocketBridge } from './socket-bridge.ts';
import { readToken } from './token.ts';

declare global {
  interface Window {
    /** Put there by the preload, in Electron's window. */
    readonly aisle?: Bridge;
  }
}

const socketAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`;

/** In a window the preload's bridge; in a browser a socket to where the page came from. */
export function chooseBridge(): Bridge {
  return window.aisle ?? new SocketBridge({ open: () => new WebSocket(socketAddress()), token: readToken });
}
