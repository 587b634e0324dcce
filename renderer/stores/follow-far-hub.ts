import type { WindowLink } from '../../shared/far-hub.ts';
import { onHeard } from '../client/client.ts';
import { lookAtFarHub } from '../client/far-hub-store.ts';
import type { SocketBridge } from '../client/socket-bridge.ts';
import { useVersion } from './version-store.ts';

/** Follows what the main process knows of a hub on another computer: who answers there, and whether it is the hub of this desk. */
export function followFarHub(bridge: SocketBridge, link: WindowLink): void {
  useVersion.setState({ loadsAnew: false });
  bridge.onDown(() => void lookAtFarHub(link));
  onHeard((heard) => {
    if ('notice' in heard && heard.type === 'hello') void lookAtFarHub(link);
  });
}
