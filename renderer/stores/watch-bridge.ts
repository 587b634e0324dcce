import type { Bridge } from '../../shared/contract.ts';
import { onHeard } from '../client/client.ts';
import { SocketBridge } from '../client/socket-bridge.ts';
import { serverNow } from './clock-store.ts';
import { connectionStale } from './connection-store.ts';
import { refreshState } from './session-actions.ts';

/** Follows the connection to the hub. A socket sends a hello when it is up, and can break. The preload's bridge is there from the start. */
export function watchBridge(bridge: Bridge): void {
  if (!(bridge instanceof SocketBridge)) {
    void refreshState();
    return;
  }
  // A newer Aisle serves a newer page. This page may not understand its hub.
  let version: string | undefined;
  onHeard((heard) => {
    if (!('notice' in heard) || heard.type !== 'hello') return;
    if (version !== undefined && version !== heard.version) location.reload();
    version = heard.version;
  });
  bridge.onDown(() => connectionStale(serverNow()));
  const retry = (): void => {
    if (document.visibilityState === 'visible') bridge.retryNow();
  };
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', retry);
}
