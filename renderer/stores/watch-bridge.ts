import type { Bridge } from '../../shared/contract.ts';
import { SocketBridge } from '../client/socket-bridge.ts';
import { serverNow } from './clock-store.ts';
import { connectionStale } from './connection-store.ts';
import { followFarHub } from './follow-far-hub.ts';
import { followVersion } from './follow-version.ts';
import { refreshState } from './session-actions.ts';

/** Follows the connection to the hub. A socket sends a hello when it is up, and can break. The preload's bridge is there from the start. */
export function watchBridge(bridge: Bridge): void {
  if (!(bridge instanceof SocketBridge)) {
    void refreshState();
    return;
  }
  followVersion(bridge, () => location.reload());
  if (window.aisle) followFarHub(bridge, window.aisle.link);
  bridge.onDown(() => connectionStale(serverNow()));
  const retry = (): void => {
    if (document.visibilityState === 'visible') bridge.retryNow();
  };
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', retry);
}
