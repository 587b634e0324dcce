import { onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import type { SocketBridge } from '../client/socket-bridge.ts';
import { useVersion } from './version-store.ts';

/** For which version of the hub this tab was loaded anew, so that it is not loaded for ever. */
const KEY = 'aisle.loaded-for';

/**
 * Follows which Aisle the hub is. A newer one serves a newer page, so the page is loaded anew by itself where nobody works with it. Where somebody
 * does, what is typed and not held yet would be lost: they are told, and say when.
 */
export function followVersion(bridge: SocketBridge, reload: () => void): () => void {
  const loadIfIdle = (): void => {
    const { hubIs, version, inVain, loadsAnew } = useVersion.getState();
    if (hubIs === 'same' || hubIs === 'too-old' || inVain || !loadsAnew || useSession.getState().session) return;
    sessionStorage.setItem(KEY, version);
    reload();
  };
  const isInVain = (version: string): boolean => sessionStorage.getItem(KEY) === version;
  let first: string | undefined;
  const stops = [
    bridge.onOtherProtocol(({ version, hubIs }) => {
      useVersion.setState({ version, hubIs: hubIs === 'newer' ? 'too-new' : 'too-old', inVain: isInVain(version) });
      loadIfIdle();
    }),
    onHeard((heard) => {
      if (!('notice' in heard) || heard.type !== 'hello') return;
      first ??= heard.version;
      const isOther = heard.version !== first;
      useVersion.setState({ version: heard.version, hubIs: isOther ? 'newer' : 'same', inVain: false });
      loadIfIdle();
    }),
    useSession.subscribe(loadIfIdle),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
