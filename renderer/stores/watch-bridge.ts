import type { Bridge } from '../../shared/contract.ts';
import { onHeard } from '../client/client.ts';
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
  // A newer Aisle serves a newer page; this one may not understand it.
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
