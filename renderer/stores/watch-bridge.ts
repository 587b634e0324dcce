import type { Bridge } from '../../shared/contract.ts';
import { SocketBridge } from '../client/socket-bridge.ts';
import { serverNow } from './clock-store.ts';
import { connectionStale } from './connection-store.ts';
import { refreshState } from './session-actions.ts';

/** Follows the way to the desk: a socket greets when it is up and can break; the preload's bridge is there from the start. */
export function watchBridge(bridge: Bridge): void {
  if (!(bridge instanceof SocketBridge)) {
    void refreshState();
    return;
  }
  bridge.onDown(() => connectionStale(serverNow()));
  const retry = (): void => {
    if (document.visibilityState === 'visible') bridge.retryNow();
  };
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', retry);
}
